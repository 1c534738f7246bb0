import type { IsoDate } from '../calendar';
import type { FigureKey } from '../figures/catalogue';
import { hiddenOf, isSafe, isSmall } from '../figures/mask';
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
	cells: Record<ConsolidatedColumn, ShownSum>;
}

/** A sum as it is shown: `masked` hides fewer than five people, or what would give them back; its total is then gone. */
export interface ShownSum extends Sum {
	masked?: true;
}

/** Columns that count people told of by nobody else: small groups are hidden there. */
const ofPeople: readonly ConsolidatedColumn[] = ['people', 'solutions'];

/** Where a column's figures come from: bilans, and the days on which they were counted. */
export interface ColumnSource {
	bilans: number;
	from: IsoDate | null;
	to: IsoDate | null;
}

export interface Consolidated {
	rows: ConsolidatedRow[];
	/** Sums over the organisations: coverage is counted in organisations. */
	total: Record<ConsolidatedColumn, ShownSum>;
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
	const total: Consolidated['total'] = totalOf(
		rows.map(({ cells }) => perColumn((column) => cells[column].total))
	);
	for (const column of ofPeople)
		hideSmall(rows, total, column, (id) =>
			groups.get(id)!.flatMap((one) => {
				const measure = measureOf(one, column, side);
				return measure.is === 'value' ? [measure.value] : [];
			})
		);
	return {
		rows,
		total,
		sources: perColumn((column) => sourceOf(contributions, column, side))
	};
}

/**
 * Hides the small cells of a column and those by which they could be found again: the total is printed, and each
 * rally's own figure is read in its bilan, small ones hidden there too.
 */
function hideSmall(
	rows: ConsolidatedRow[],
	total: Consolidated['total'],
	column: ConsolidatedColumn,
	figuresOf: (organizationId: string) => number[]
): void {
	const told = rows.filter(({ cells }) => cells[column].total.is === 'value');
	const values = told.map(({ cells }) => (cells[column].total as { value: number }).value);
	const behind = told.map(({ id }) => figuresOf(id).filter(isSmall));
	const hidden = hiddenOf(values, true);
	behind.forEach((small, at) => {
		if (small.length > 0 && !isSafe(small)) hidden.add(at);
	});
	while (hidden.size > 0 && hidden.size < told.length && !isSafe([...hidden].map((at) => values[at]!))) {
		const left = values.map((_, at) => at).filter((at) => !hidden.has(at));
		const next = Math.min(...left.map((at) => values[at]!));
		for (const at of left) if (values[at] === next) hidden.add(at);
	}
	const sum = total[column].total;
	const small = behind.flat();
	const givesBack = small.length > 0 && !isSafe(small);
	if (sum.is === 'value' && (isSmall(sum.value) || givesBack)) total[column] = masked(total[column]);
	for (const at of hidden) told[at]!.cells[column] = masked(told[at]!.cells[column]);
}

const masked = (sum: Sum): ShownSum => ({ ...sum, total: notCommunicated, masked: true });

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
