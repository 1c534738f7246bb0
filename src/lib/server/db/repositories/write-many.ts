import { and, eq, getTableColumns, is, sql, SQL, type Column } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { PgArray, PgJsonb, type PgTable } from 'drizzle-orm/pg-core';
import { setImmediate } from 'node:timers/promises';
import type { Db } from '../client';
import type { vehicle } from '../schema';

/*
 * Thousands of rows at once. They travel as one parameter, a JSON text that PostgreSQL cuts into rows: one parameter
 * for each cell takes several times as long. Between two lots the process answers others.
 */

type Row = Record<string, unknown>;
const AT_ONCE = 200;

/** The row as it will be stored, what it leaves out set as the table says; dates that default to now are `now`. */
export function completed(table: PgTable, row: Row, now: Date): Row {
	const byDefault = ({ default: constant, defaultFn }: Column) =>
		defaultFn ? defaultFn() : is(constant, SQL) ? now : (constant ?? null);
	return Object.fromEntries(
		Object.entries(getTableColumns(table)).map(([key, column]) => [
			key,
			row[key] === undefined ? byDefault(column) : row[key]
		])
	);
}

/** Adds rows, complete ones: see `completed`. */
export async function insertMany(db: Db, table: PgTable, rows: readonly Row[]): Promise<void> {
	const columns = Object.entries(getTableColumns(table));
	const names = sql.join(columns.map(([, column]) => nameOf(column)), sql`, `); // prettier-ignore
	for (let i = 0; i < rows.length; i += AT_ONCE) {
		const lot = lotOf(columns, rows.slice(i, i + AT_ONCE));
		await db.execute(sql`insert into ${table} (${names}) select ${names} from ${lot}`);
		await setImmediate();
	}
}

/**
 * Writes these columns of records known by `id`, each with the version that follows the one it was read at; answers
 * the ids of those that nobody had changed meanwhile.
 */
export async function updateMany(
	db: Db,
	table: PgTable,
	rallyId: string,
	keys: readonly string[],
	rows: readonly (Row & { id: string; version: number })[]
): Promise<Set<string>> {
	// Every record table has the columns of one of them, as in `records`.
	const of = table as unknown as typeof vehicle;
	const all = getTableColumns(table);
	const columns = ['id', ...keys].map((key) => [key, all[key]!] as const);
	const values = Object.fromEntries(keys.map((key) => [key, sql`lot.${nameOf(all[key]!)}`]));
	const done = new Set<string>();
	for (let i = 0; i < rows.length; i += AT_ONCE) {
		const saved = await db
			.update(of)
			.set(values)
			.from(lotOf(columns, rows.slice(i, i + AT_ONCE)))
			.where(and(eq(of.rallyId, rallyId), sql`${of.id} = lot.id and ${of.version} = lot.version - 1`))
			.returning({ id: of.id });
		for (const { id } of saved) done.add(id);
		await setImmediate();
	}
	return done;
}

const nameOf = ({ name, keyAsName }: Column): SQL =>
	sql`${sql.identifier(keyAsName ? toSnakeCase(name) : name)}`;

/** The rows as a table named « lot », with these columns. */
function lotOf(columns: readonly (readonly [string, Column])[], rows: readonly Row[]): SQL {
	const inJson = (column: Column, value: unknown) =>
		value === null || value === undefined || is(column, PgJsonb) || is(column, PgArray)
			? (value ?? null)
			: column.mapToDriverValue(value);
	const lot = JSON.stringify(
		rows.map((row) =>
			Object.fromEntries(
				columns.map(([key, column]) => [
					column.keyAsName ? toSnakeCase(column.name) : column.name,
					inJson(column, row[key])
				])
			)
		)
	);
	const types = sql.join(
		columns.map(([, column]) => sql`${nameOf(column)} ${sql.raw(column.getSQLType())}`),
		sql`, `
	);
	return sql`jsonb_to_recordset(${lot}::text::jsonb) as lot(${types})`;
}
