import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { startPostgres } from '../postgres';

/** A PostgreSQL database of its own: what is built must run on it, and not only its sources. */
export async function ownPostgres() {
	const server = await startPostgres();
	const admin = postgres(server.url, { max: 1, onnotice: () => {} });
	const name = `e2e_${randomUUID().replaceAll('-', '')}`;
	await admin.unsafe(`create database ${name}`);
	const url = new URL(server.url);
	url.pathname = `/${name}`;
	return {
		/** What a server on it is told. */
		environment: { DATABASE_URL: url.href, AUTH_SECRET: 'x'.repeat(32), DATA_KEY: 'k'.repeat(32) },
		drop: async () => {
			await admin.unsafe(`drop database ${name} with (force)`);
			await admin.end();
			await server.stop();
		}
	};
}
