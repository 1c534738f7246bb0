import type { IsoDate } from '../calendar';
import type { FigureKey } from '../figures/catalogue';
import { known, notCommunicated, sumOf, type Measured, type Sum } from '../figures/measured';
import type { PlannedAndDone } from '../figures/rally-figures';

/** The five columns of the network's own table (AIS#Emploi 2019, l. 844-855), and the figures they are made of. */
export const consolidatedColumns = {
	structures: { label: 'Structures', figure: null },
	people: { label: 'Personnes', figure: 'participants' },
	solutions: { label: 'Solutions à six mois', figure: 'solutions' },
	professionals: { label: 'Professionnels', figure: 'professionals' },
	companies: { label: 'Entreprises', figure: 'companies-mobilised' }
} as const satisfies Record<string, { label: string; figure: FigureKey | null }>;
export type ConsolidatedColumn = keyof typeof consolidatedColumns;
export const consolidatedKeys = Object.keys(consolidatedColumns) as ConsolidatedColumn[];

/** « Prévu » comes from plans and « réalisé » from what happened: two tables, never one number. */
export const sides = { planned: 'Prévu', done: 'Réalisé' } as const;
export type Side = keyof typeof sides;

/** What one rally brings to the table; `figures` is null as long as no bilan was sent. */
export interface RallyContribution {
	organizationId: string;
	organization: string;
	figures: Partial<Record<FigureKey, PlannedAndDone>> | null;
	/** Day of the count. */
	on: IsoDate | null;
}

export interface ConsolidatedRow {
	id: string;
	name: string;
	/** Rallies of the organisation in the table, and how many of them sent a bilan. */
	rallies: number;
	sent: number;
	/** Sums over its rallies: coverage is counted in rallies. */
	cells: Record<ConsolidatedColumn, Sum>;
}

/** Where a column's figures come from: bilans, and the days on which they were counted. */
export interface ColumnSource {
	bilans: number;
	from: IsoDate | null;
	to: IsoDate | null;
}

export interface Consolidated {
	rows: ConsolidatedRow[];
	/** Sums over the organisations: coverage is counted in organisations. */
	total: Record<ConsolidatedColumn, Sum>;
	sources: Record<ConsolidatedColumn, ColumnSource>;
}

export function consolidate(contributions: readonly RallyContribution[], side: Side): Consolidated {
	const groups = new Map<string, RallyContribution[]>();
	for (const one of contributions) {
		groups.set(one.organizationId, [...(groups.get(one.organizationId) ?? []), one]);
	}
	const rows = [...groups.values()].map((own): ConsolidatedRow => ({
		id: own[0]!.organizationId,
		name: own[0]!.organization,
		rallies: own.length,
		sent: own.filter(({ figures }) => figures !== null).length,
		cells: perColumn((column) =>
			column === 'structures' ? oneStructure : sumOf(own.map((one) => measureOf(one, column, side)))
		)
	}));
	return {
		rows,
		total: totalOf(rows.map(({ cells }) => perColumn((column) => cells[column].total))),
		sources: perColumn((column) => sourceOf(contributions, column, side))
	};
}

/** An organisation is one structure, however many rallies it holds. */
const oneStructure: Sum = { total: known(1), answered: 1, asked: 1 };

/**
 * The line « Total ». A row without any structure was not asked: the source counts « une structure sur six » where
 * two of the eight lines had no activity.
 */
export function totalOf(
	rows: readonly Record<ConsolidatedColumn, Measured>[]
): Record<ConsolidatedColumn, Sum> {
	const active = rows.filter(({ structures }) => structures.is !== 'value' || structures.value > 0);
	return perColumn((column) => sumOf(active.map((row) => row[column])));
}

const measureOf = ({ figures }: RallyContribution, column: ConsolidatedColumn, side: Side): Measured => {
	const { figure } = consolidatedColumns[column];
	if (figure === null) return known(1);
	return figures?.[figure]?.[side] ?? notCommunicated;
};

function sourceOf(all: readonly RallyContribution[], column: ConsolidatedColumn, side: Side): ColumnSource {
	const told = all.filter((one) => one.figures !== null && measureOf(one, column, side).is === 'value');
	const days = told.flatMap(({ on }) => on ?? []).sort();
	return { bilans: told.length, from: days[0] ?? null, to: days.at(-1) ?? null };
}

const perColumn = <T>(make: (column: ConsolidatedColumn) => T): Record<ConsolidatedColumn, T> =>
	Object.fromEntries(consolidatedKeys.map((key) => [key, make(key)])) as Record<ConsolidatedColumn, T>;

/** « 28 », « nc »… and how many of the terms it stands on, when not all: « 1 structure sur 6 renseignée ». */
export function coverageWords({ answered, asked }: Sum, one = 'structure', feminine = true): string {
	if (answered === asked || asked === 0) return '';
	const e = feminine ? 'e' : '';
	return `${answered} ${one}${answered > 1 ? 's' : ''} sur ${asked} renseigné${e}${answered > 1 ? 's' : ''}`;
}
