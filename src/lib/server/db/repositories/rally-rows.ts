import { eq, getTableColumns, getTableName, is, type Column } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '../client';
import * as schema from '../schema';

/** Tables of a rally that do not travel with it, and why. */
export const staysBehind: Readonly<Record<string, string>> = {
	personal_link: 'une adresse ne vaut que dans son installation',
	host_link: 'une adresse ne vaut que dans son installation',
	itinerary_link: 'une adresse ne vaut que dans son installation',
	change: 'le journal des saisies dit qui a écrit quoi, et ne sert qu’à annuler',
	plan_run: 'un calcul en cours appartient à sa machine',
	plan_worth: 'se recalcule',
	errand: 'une demande en cours appartient à sa machine',
	road_time: 'se redemande ; les temps écrits à la main voyagent',
	spreadsheet_import: 'le fichier d’origine reste où il a été lu',
	spreadsheet_row: 'le fichier d’origine reste où il a été lu',
	spreadsheet_column: 'habitudes de la structure',
	draft: 'un brouillon appartient à qui l’écrit',
	draft_cell: 'un brouillon appartient à qui l’écrit',
	draft_edit: 'un brouillon appartient à qui l’écrit',
	backup_mailing: 'un envoi programmé appartient à son installation',
	reading: 'qui a lu quoi se garde là où on l’a lu',
	retention_notice: 'l’échéance se recalcule',
	notice: 'les personnes prévenues l’ont été par une autre installation'
};

type Row = Record<string, unknown>;
export type RallyRows = Record<string, Row[]>;
type Owned = PgTable & { rallyId: Column; id?: Column };

const allTables = (Object.values(schema) as unknown[]).filter((one): one is PgTable => is(one, PgTable));
const isOwned = (table: PgTable): table is Owned => 'rallyId' in getTableColumns(table);

/** Every table that holds rows of a rally, those it refers to first. */
export const travelling: Owned[] = ordered(
	allTables.filter((table): table is Owned => isOwned(table) && !(getTableName(table) in staysBehind))
);

function ordered(tables: Owned[]): Owned[] {
	const placed: Owned[] = [];
	const place = (table: Owned, above: readonly Owned[]) => {
		if (placed.includes(table) || above.includes(table)) return;
		for (const key of getTableConfig(table).foreignKeys) {
			const to = tables.find((one) => one === key.reference().foreignTable);
			if (to && to !== table) place(to, [...above, table]);
		}
		placed.push(table);
	};
	for (const table of tables) place(table, []);
	return placed;
}

/** Everything a rally is made of, sealed values opened, by name of table; its own row under `rally`. */
export async function rowsOfRally(db: Db, rallyId: string): Promise<RallyRows> {
	const rows: RallyRows = {
		rally: await db.select().from(schema.rally).where(eq(schema.rally.id, rallyId))
	};
	for (const table of travelling)
		rows[getTableName(table)] = await db
			.select()
			.from(table as PgTable as typeof schema.vehicle)
			.where(eq(table.rallyId, rallyId));
	return rows;
}

/**
 * Adds a rally that was elsewhere: instants are read back from text, columns that this version does not know are left
 * out. The caller gives new ids.
 */
export async function addRallyRows(tx: Db, rows: RallyRows): Promise<void> {
	const add = async (table: PgTable, given: readonly Row[]) => {
		const values = inOrder(table, given).map((row) => revived(table, row));
		for (let at = 0; at < values.length; at += 100)
			await tx.insert(table).values(values.slice(at, at + 100) as never);
	};
	await add(schema.rally, rows.rally ?? []);
	for (const table of travelling) await add(table, rows[getTableName(table)] ?? []);
}

const isCounted = (column: Column): boolean => column.generatedIdentity !== undefined;

/** Rows that the database numbers itself, in the order of their numbers: it gives others, in the same order. */
function inOrder(table: PgTable, rows: readonly Row[]): readonly Row[] {
	const [key] = Object.entries(getTableColumns(table)).find(([, column]) => isCounted(column)) ?? [];
	return key ? [...rows].sort((a, b) => Number(a[key]) - Number(b[key])) : rows;
}

const revived = (table: PgTable, row: Row): Row =>
	Object.fromEntries(
		Object.entries(getTableColumns(table)).flatMap(([key, column]) => {
			if (!Object.hasOwn(row, key) || isCounted(column)) return [];
			const value = row[key];
			return [[key, column.dataType === 'date' && typeof value === 'string' ? new Date(value) : value]];
		})
	);
