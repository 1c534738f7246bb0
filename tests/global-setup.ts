import { mkdirSync, writeFileSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres';

/** One migrated template of the embedded database, and one PostgreSQL server, for all test files. */
export default async function setup(project: TestProject) {
	const { PGlite } = await import('@electric-sql/pglite');
	const { drizzle } = await import('drizzle-orm/pglite');
	const { migrate } = await import('drizzle-orm/pglite/migrator');
	const client = await PGlite.create();
	await migrate(drizzle(client), { migrationsFolder: 'drizzle' });
	mkdirSync('node_modules/.cache', { recursive: true });
	const template = await client.dumpDataDir('none');
	writeFileSync('node_modules/.cache/pglite-template.tar', Buffer.from(await template.arrayBuffer()));
	await client.close();

	const server = await startPostgres();
	project.provide('postgres', server.url);
	return () => server.stop();
}

declare module 'vitest' {
	export interface ProvidedContext {
		postgres: string;
	}
}
