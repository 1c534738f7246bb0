import type { SentScore } from '../bilan/bilan';
import { gridLevels, principleKeys, type GridLevel, type PrincipleKey } from '../fidelity/principles';

/** Who scores a row: what the data proposes, what the organiser says, what the federation says. Never merged. */
export const scorers = {
	proposed: 'Proposé par les données',
	own: 'Organisatrice',
	federation: 'Fédération'
} as const;
export type Scorer = keyof typeof scorers;

export const isScorer = (text: string): text is Scorer => Object.hasOwn(scorers, text);

/** What was said of one row of one rally; null where a scorer said nothing. */
export interface RowScores {
	principle: PrincipleKey;
	proposed: GridLevel | null;
	own: GridLevel | null;
	federation: GridLevel | null;
	comment: string;
	federationComment: string;
	/** Of the federation's answer; 0 before the first. */
	version: number;
}

export interface FederationScore {
	principle: PrincipleKey;
	level: GridLevel | null;
	comment: string;
	version: number;
}

/** The nineteen rows of one rally, in the grid's order; those that were not sent are empty. */
export function rowScores(
	sent: readonly SentScore[],
	federation: readonly FederationScore[] = []
): RowScores[] {
	return principleKeys.map((principle) => {
		const told = sent.find((score) => score.principle === principle);
		const ours = federation.find((score) => score.principle === principle);
		return {
			principle,
			proposed: told?.proposed ?? null,
			own: told?.own ?? null,
			federation: ours?.level ?? null,
			comment: told?.comment ?? '',
			federationComment: ours?.comment ?? '',
			version: ours?.version ?? 0
		};
	});
}

/** How many rallies stand at each level of one row; `none` for those where the scorer said nothing. */
export type LevelCounts = Record<GridLevel | 'none', number>;

/**
 * Rallies at each level, row by row, for one scorer. No total and no average: the grid has neither (Ansa 2019, l. 172).
 */
export function levelCounts(
	rallies: readonly (readonly RowScores[])[],
	scorer: Scorer
): Record<PrincipleKey, LevelCounts> {
	const counts = Object.fromEntries(principleKeys.map((key) => [key, noRally()])) as Record<
		PrincipleKey,
		LevelCounts
	>;
	for (const rows of rallies) for (const row of rows) counts[row.principle][row[scorer] ?? 'none'] += 1;
	return counts;
}

const noRally = (): LevelCounts =>
	Object.fromEntries([...gridLevels, 'none'].map((level) => [level, 0])) as LevelCounts;

/** The levels that some rally has, the highest first, « ne » then silence last: « 4 × 3 », « ne × 1 ». */
export const levelsHeld = (counts: LevelCounts): { level: GridLevel | 'none'; count: number }[] =>
	(['4', '3', '2', '1', '0', 'ne', 'none'] as const)
		.map((level) => ({ level, count: counts[level] }))
		.filter(({ count }) => count > 0);

/** « 3 », « ne », « — » */
export const levelWords = (level: GridLevel | 'none' | null): string =>
	level === null || level === 'none' ? '—' : level;
