import type { SentScore } from '../bilan/bilan';
import type { Derogation } from '../publication/derogation';
import type { Proposal } from './proposal';
import type { GridHeading, GridLevel, PrincipleKey } from './principles';

/** Who answers a row: two answers side by side, never merged. */
export const gridScorers = { organizer: 'La structure', federation: 'La Fédération' } as const;
export type GridScorer = keyof typeof gridScorers;

export const levelLabels: Record<GridLevel, string> = {
	'0': '0',
	'1': '1',
	'2': '2',
	'3': '3',
	'4': '4',
	ne: 'non évaluable à ce stade'
};

/** What one side said of a row. */
export interface GridScore {
	level: GridLevel | null;
	comment: string;
	by: string;
	at: Date;
	version: number;
}

/** One row of the grid, with everything that is known of it. */
export interface GridRow {
	principle: PrincipleKey;
	heading: GridHeading;
	label: string;
	/** Texts of levels 0 to 4; the source only gives the ends, the others are ours. */
	anchors: readonly string[];
	/** Counts and facts stay with the organiser: only the level and the comment are sent. */
	proposal: Proposal;
	proposed: GridLevel | null;
	own: GridLevel | null;
	federation: GridLevel | null;
	/** The organiser's. */
	comment: string;
	scores: Record<GridScorer, GridScore | null>;
	/** Derogations that stand for the rule of the charter behind this row. */
	derogations: Derogation[];
}

/** What a bilan freezes of a grid. */
export const sentScores = (rows: readonly GridRow[]): SentScore[] =>
	rows.map(({ principle, proposed, own, comment }) => ({ principle, proposed, own, comment }));
