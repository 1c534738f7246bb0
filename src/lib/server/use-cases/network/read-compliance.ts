import type { PrincipleKey } from '$lib/domain/fidelity/principles';
import { pageOf, type NetworkRally } from '$lib/domain/network/board';
import { levelCounts, rowScores, type FederationScore, type RowScores, type Scorer } from '$lib/domain/network/compliance'; // prettier-ignore
import type { Db } from '../../db/client';
import { fidelityScores } from '../../db/repositories/fidelity-scores';
import { network, type ReceivedBilan } from '../../db/repositories/network';
import { scoreGrid, type GridLine, type Scored } from '../fidelity/score-grid';
import type { Editor } from '../records/edit-record';

/** Rallies side by side: more would not be read. */
const SIDE_BY_SIDE = 8;

/** The grids received: how many rallies at each level, year by year, and the rallies of one year side by side. */
export async function readCompliance(db: Db, wanted: number | null, scorer: Scorer, page: unknown) {
	const grids = await network(db).grids();
	const scored = await federationScores(db);
	const all = grids.map(({ grid, last, ...facts }) => ({
		...facts,
		year: Number(last?.slice(0, 4) ?? 0),
		rows: rowScores(grid, scored.get(facts.rallyId))
	}));
	const years = [...new Set(all.map(({ year }) => year))].sort((a, b) => b - a);
	const year = wanted ?? years[0] ?? null;
	const ofYear = (one: number) => all.filter((grid) => grid.year === one);
	const shown = pageOf(year === null ? [] : ofYear(year), page, SIDE_BY_SIDE);
	const compared = years.slice(0, 5);
	const counts = new Map(
		compared.map(
			(one) =>
				[
					one,
					levelCounts(
						ofYear(one).map(({ rows }) => rows),
						scorer
					)
				] as const
		)
	);
	return {
		year,
		years,
		scorer,
		counts: year === null ? null : (counts.get(year) ?? levelCounts(ofYear(year).map(({ rows }) => rows), scorer)), // prettier-ignore
		byYear: compared.map((one) => ({ year: one, counts: counts.get(one)! })),
		shown: { ...shown, rows: shown.rows.map((grid) => ({ ...grid, rows: levelsOf(grid.rows, scorer) })) }
	};
}

const levelsOf = (rows: readonly RowScores[], scorer: Scorer) =>
	Object.fromEntries(rows.map((row) => [row.principle, row[scorer]])) as Record<
		PrincipleKey,
		RowScores['own']
	>;

export interface RallyCompliance {
	rally: NetworkRally;
	/** Null as long as nothing was sent. */
	received: Pick<ReceivedBilan, 'id' | 'state' | 'sentOn'> | null;
	rows: RowScores[];
	derogations: string[];
}

/** One rally's nineteen rows, what each said of them kept apart; null for a rally that does not exist. */
export async function readRallyCompliance(db: Db, rallyId: string): Promise<RallyCompliance | null> {
	const rally = await network(db).rallyOf(rallyId);
	if (!rally) return null;
	const [bilan] = await network(db).received({ rallyIds: [rallyId] });
	const scored = await federationScores(db);
	return {
		rally,
		received: bilan ? { id: bilan.id, state: bilan.state, sentOn: bilan.sentOn } : null,
		rows: rowScores(bilan?.sent.grid ?? [], scored.get(rallyId)),
		derogations: bilan?.sent.derogations ?? []
	};
}

/** The federation's own scores, by rally. */
export async function federationScores(db: Db): Promise<Map<string, FederationScore[]>> {
	const byRally = new Map<string, FederationScore[]>();
	for (const { rallyId, principle, level, comment, version } of await fidelityScores(db).ofScorer(
		'federation'
	))
		byRally.set(rallyId, [...(byRally.get(rallyId) ?? []), { principle, level, comment, version }]);
	return byRally;
}

/** Saves the federation's answers to one rally's grid; null for a rally that does not exist. */
export async function scoreAsFederation(
	db: Db,
	rallyId: string,
	lines: readonly GridLine[],
	editor: Editor
): Promise<Scored | null> {
	const rally = await network(db).rallyOf(rallyId);
	return rally && scoreGrid(db, rally, 'federation', lines, editor);
}
