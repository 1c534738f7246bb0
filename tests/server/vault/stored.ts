import { sql } from 'drizzle-orm';
import type { Database } from '$lib/server/db/client';
import { sealedPlaces } from '$lib/server/db/schema/sealed';
import { open } from '$lib/server/vault/seal';

/** A value as it lies in the database, and where. */
export interface Stored {
	where: string;
	text: string;
}

/** Every value of every column of text, JSON or list, of every table, read past the application; `opened` unseals what is sealed. */
export async function everythingStored({ runSql, db }: Database, { opened = false } = {}): Promise<Stored[]> {
	const { rows: columns } = await runSql(
		`select table_schema as schema, table_name as "table", column_name as "column"
		from information_schema.columns join information_schema.tables using (table_schema, table_name)
		where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
			and data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY') and $1 = 1`,
		[1]
	);
	const all: Stored[] = [];
	for (const { schema, table, column } of columns as { schema: string; table: string; column: string }[]) {
		const from = sql`${sql.identifier(schema)}.${sql.identifier(table)}`;
		const found = (await db.execute(
			sql`select ${sql.identifier(column)}::text as text from ${from} where ${sql.identifier(column)} is not null`
		)) as unknown as { text: string }[] | { rows: { text: string }[] };
		for (const { text } of Array.isArray(found) ? found : found.rows)
			all.push({ where: `${table}.${column}`, text: clear(`${table}.${column}`, text) });
	}
	return all;

	function clear(where: string, text: string): string {
		return opened && sealedPlaces.has(where) ? JSON.stringify(open(text, where)) : text;
	}
}
