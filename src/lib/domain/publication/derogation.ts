import type { RuleId } from '../charter/rule';

export const derogationKinds = {
	rule: 'Règle de la charte',
	violation: 'Ce que le planning enfreint'
} as const;
export type DerogationKind = keyof typeof derogationKinds;

/** Why a rule is broken knowingly: written once, never erased. */
export interface Derogation {
	id: string;
	kind: DerogationKind;
	/** A rule’s id (« R05 »), or the sentence of what the plan breaks. */
	subject: string;
	/** What was found when it was written, in words. */
	covers: string[];
	reason: string;
	/** The version that was looked at. */
	number: number;
	by: string;
	at: Date;
	withdrawnBy: string | null;
	withdrawnAt: Date | null;
}

type About = { kind: 'rule'; subject: RuleId } | { kind: 'violation'; subject: string };

/** The one that holds for a rule or a violation; null when none was written or it was withdrawn. */
export const standing = (
	derogations: readonly Derogation[],
	{ kind, subject }: { kind: About['kind']; subject: string }
): Derogation | null =>
	derogations.find((one) => one.kind === kind && one.subject === subject && one.withdrawnAt === null) ?? null;

/** Whether what is found now was all there when the reason was written. */
export const covers = ({ covers: known }: Pick<Derogation, 'covers'>, found: readonly string[]): boolean =>
	found.every((sentence) => known.includes(sentence));

/** Those that bear on a plan: on the charter, and on what this very plan breaks. Withdrawn ones are left out. */
export const derogationsOf = (
	derogations: readonly Derogation[],
	{ violations }: { violations: readonly string[] }
): Derogation[] =>
	derogations.filter(
		({ kind, subject, withdrawnAt }) =>
			withdrawnAt === null && (kind === 'rule' || violations.includes(subject))
	);
