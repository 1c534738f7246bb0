import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { env } from '../env';
import type { KeySource } from '../vault/keys';
import { lockFolder } from './folder-lock';
import * as schema from './schema';
import { unlock } from './unlock';

/** A database or a transaction in it: repositories take either. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>;

/** Sends SQL with `$1` parameters: what the job queue asks for. */
export type RunSql = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;

export interface Database {
	db: Db;
	kind: 'pglite' | 'postgres';
	runSql: RunSql;
	close(): Promise<void>;
}

const MIGRATIONS = 'drizzle';
/** Any constant: processes that start together on one PostgreSQL migrate one after the other. */
const MIGRATION_LOCK = 73_310_001;

/**
 * Opens PostgreSQL at `url`, or the embedded database in the folder `url` (`memory:` keeps nothing), migrates it and
 * seals what is not yet sealed with the current key.
 */
export const openDatabase = (url: string, keys: KeySource, template?: Blob): Promise<Database> =>
	/^postgres(ql)?:/.test(url) ? openPostgres(url, keys) : openEmbedded(url, keys, template);

async function openPostgres(url: string, keys: KeySource): Promise<Database> {
	const [{ default: postgres }, { drizzle }, { migrate }] = await Promise.all([
		import('postgres'),
		import('drizzle-orm/postgres-js'),
		import('drizzle-orm/postgres-js/migrator')
	]);
	const quiet = { onnotice: () => {} };
	const migrating = postgres(url, { ...quiet, max: 1 });
	try {
		await migrating`select pg_advisory_lock(${MIGRATION_LOCK})`;
		await migrate(drizzle(migrating), { migrationsFolder: MIGRATIONS });
		await unlock(drizzle(migrating, { schema, casing: 'snake_case' }) as unknown as Db, keys);
	} finally {
		await migrating.end();
	}
	const sql = postgres(url, { ...quiet, max: 10 });
	return {
		db: drizzle(sql, { schema, casing: 'snake_case' }) as unknown as Db,
		kind: 'postgres',
		runSql: async (text, values) => {
			if (values && values.length > 0)
				return { rows: await sql.unsafe(text, values.map(asParameter) as never[]) };
			// Texts that begin a transaction of their own need a connection to themselves.
			const own = await sql.reserve();
			try {
				return { rows: await own.unsafe(text) };
			} finally {
				own.release();
			}
		},
		close: () => sql.end({ timeout: 5 })
	};
}

/** The driver has been told by drizzle to leave JSON and dates alone: they are written out here. */
const asParameter = (value: unknown): unknown =>
	value === undefined
		? null
		: value instanceof Date
			? value.toISOString()
			: typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value)
				? JSON.stringify(value)
				: value;

async function openEmbedded(folder: string, keys: KeySource, template?: Blob): Promise<Database> {
	const [{ PGlite }, { drizzle }, { migrate }] = await Promise.all([
		import('@electric-sql/pglite'),
		import('drizzle-orm/pglite'),
		import('drizzle-orm/pglite/migrator')
	]);
	const volatile = folder === 'memory:';
	let release = () => {};
	if (!volatile) {
		mkdirSync(dirname(folder), { recursive: true });
		release = lockFolder(folder);
	}
	let client: Awaited<ReturnType<typeof PGlite.create>> | undefined;
	try {
		client = await PGlite.create({
			...(volatile ? {} : { dataDir: folder }),
			...(template && { loadDataDir: template })
		});
		const db = drizzle(client, { schema, casing: 'snake_case' });
		await migrate(db, { migrationsFolder: MIGRATIONS });
		await unlock(db as unknown as Db, keys);
		return {
			db: db as unknown as Db,
			kind: 'pglite',
			// Several statements in one text, as the job queue's own migrations come, need `exec`.
			runSql: async (text, values) =>
				values && values.length > 0
					? client.query(text, values)
					: ((await client.exec(text)).at(-1) ?? { rows: [] }),
			close: async () => {
				await client.close();
				release();
			}
		};
	} catch (problem) {
		await client?.close();
		release();
		throw problem;
	}
}

/** Kept on globalThis so that the development server's reloads do not open the folder twice. */
const kept = globalThis as { equipageDatabase?: Promise<Database> };

/** The database that the settings name. */
export const openOwnDatabase = (): Promise<Database> =>
	openDatabase(env().databaseUrl ?? join(env().dataDir, 'base'), env().dataKeys);

/** The database of this process, opened and migrated at the first call. */
export const database = (): Promise<Database> => (kept.equipageDatabase ??= openOwnDatabase());

export const getDb = async (): Promise<Db> => (await database()).db;
