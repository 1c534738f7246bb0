import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inject } from 'vitest';
import { openDatabase, type Database } from '$lib/server/db/client';

/** What test databases are sealed with. */
export const testKeys = { key: 'the key of databases under test, nothing else', old: [], file: null };

export const backends = ['pglite', 'postgres'] as const;

/** An empty migrated database of its own; `close` leaves nothing behind. */
export async function freshDatabase(kind: (typeof backends)[number]): Promise<Database> {
	if (kind === 'pglite') {
		return openDatabase(
			'memory:',
			testKeys,
			new Blob([readFileSync('node_modules/.cache/pglite-template.tar')])
		);
	}
	const { default: postgres } = await import('postgres');
	const admin = postgres(inject('postgres'), { max: 1, onnotice: () => {} });
	const name = `t_${randomUUID().replaceAll('-', '')}`;
	await admin.unsafe(`create database ${name}`);
	const url = new URL(inject('postgres'));
	url.pathname = `/${name}`;
	const database = await openDatabase(url.href, testKeys);
	return {
		...database,
		close: async () => {
			await database.close();
			await admin.unsafe(`drop database ${name} with (force)`);
			await admin.end();
		}
	};
}
