import { and, asc, getTableColumns, getTableName, is, isNotNull, sql, type SQL } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { getTableConfig, PgTable, type PgColumn } from 'drizzle-orm/pg-core';
import type { Keyring } from '../vault/keys';
import { openWith, prefixOf, sealWith } from '../vault/seal';
import type { Db } from './client';
import * as schema from './schema';
import { sealedPlaces } from './schema/sealed';

export interface SealOutcome {
	/** Values looked at, and those of them that were sealed again with the current key. */
	seen: number;
	sealed: number;
	/** Values that no key opens, where: `participant.needs` and the row's key. Left as they are. */
	unreadable: { place: string; row: string }[];
}

export interface SealedColumn {
	place: string;
	table: PgTable;
	/** Name of the column in the schema. */
	name: string;
	column: PgColumn;
	key: PgColumn[];
}

/** Every column declared `sealed` in the schema. */
export const sealedColumns = (): SealedColumn[] =>
	Object.values<unknown>(schema)
		.filter((one): one is PgTable => is(one, PgTable))
		.flatMap((table) =>
			Object.entries(getTableColumns(table)).map(([name, column]) => ({
				place: `${getTableName(table)}.${toSnakeCase(name)}`,
				table,
				name,
				column: column as PgColumn,
				key: keyOf(table)
			}))
		)
		.filter(({ place }) => sealedPlaces.has(place));

function keyOf(table: PgTable): PgColumn[] {
	const { columns, primaryKeys } = getTableConfig(table);
	return primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary);
}

/** Whole files weigh megabytes; other values a few hundred bytes. */
const atOnce = (place: string) => (place === 'spreadsheet_import.reading' ? 5 : 250);

/**
 * Seals with the current key every value that is not; with `verify`, opens the others too. A few rows at a time, each
 * lot by itself: killed in the middle, it is taken up where it was. A value that somebody changes meanwhile is left
 * to them: what they write is sealed already.
 */
export async function sealAll(db: Db, keyring: Keyring, { verify = false } = {}): Promise<SealOutcome> {
	const outcome: SealOutcome = { seen: 0, sealed: 0, unreadable: [] };
	for (const where of sealedColumns()) {
		let after: unknown[] | null = null;
		do after = await sealLot(db, keyring, where, after, verify, outcome);
		while (after);
	}
	return outcome;
}

async function sealLot(
	db: Db,
	keyring: Keyring,
	{ place, table, name, column, key }: SealedColumn,
	after: unknown[] | null,
	verify: boolean,
	outcome: SealOutcome
): Promise<unknown[] | null> {
	const prefix = prefixOf(keyring.current.id);
	const limit = atOnce(place);
	const rows = await db
		.select({ key: sql<unknown[]>`jsonb_build_array(${list(key)})`, was: sql<string>`${column}` })
		.from(table)
		.where(
			and(
				isNotNull(column),
				verify ? undefined : sql`left(${column}, ${prefix.length}) <> ${prefix}`,
				after ? sql`(${list(key)}) > (${list(typed(key, after))})` : undefined
			)
		)
		.orderBy(...key.map((one) => asc(one)))
		.limit(limit);

	const lot: Record<string, unknown>[] = [];
	for (const { key: ids, was } of rows) {
		outcome.seen++;
		try {
			const value = openWith(keyring, was, place);
			if (was.startsWith(prefix)) continue;
			const now = sealWith(keyring, value, place);
			lot.push({ was, now, ...Object.fromEntries(ids.map((id, at) => [`k${at}`, id])) });
		} catch {
			outcome.unreadable.push({ place, row: ids.join(' ') });
		}
	}
	if (lot.length > 0) {
		const shape = key.map((one, at) => `k${at} ${one.getSQLType()}`).join(', ');
		const written = await db
			.update(table)
			.set({ [name]: sql`lot.now` } as never)
			.from(
				sql`jsonb_to_recordset(${JSON.stringify(lot)}::text::jsonb) as lot(${sql.raw(shape)}, was text, now text)`
			)
			.where(and(sql`${column} = lot.was`, ...key.map((one, at) => sql`${one} = ${sql.raw(`lot.k${at}`)}`)))
			.returning({ one: sql`1` });
		outcome.sealed += written.length;
	}
	return rows.length === limit ? rows.at(-1)!.key : null;
}

const list = (parts: (SQL | PgColumn)[]): SQL => sql.join(parts, sql`, `);

/** Values of a key as PostgreSQL knows their types. */
const typed = (key: PgColumn[], values: unknown[]): SQL[] =>
	key.map((one, at) => sql`${String(values[at])}::text::${sql.raw(one.getSQLType())}`);
