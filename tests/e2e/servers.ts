import { expect } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const freePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, () => {
			const { port } = probe.address() as { port: number };
			probe.close(() => resolve(port));
		});
	});

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'equipage-e2e-'));

interface Wanted {
	port: number;
	/** Folder of the embedded database. */
	data: string;
	demo?: boolean;
}

interface Start {
	port: number;
	demo?: boolean;
	environment?: Record<string, string>;
	/** A folder whose copy it opens. */
	copyOf?: string;
	/** What it complains of goes to the terminal too. */
	aloud?: boolean;
}

/** Settings of a server under test. What a developer's own `.env` says must not reach it: a set variable wins. */
export const settings = ({ port, data, demo = false }: Wanted): Record<string, string> => ({
	PORT: String(port),
	HOST: '0.0.0.0',
	ORIGIN: `http://localhost:${port}`,
	DATA_DIR: data,
	DATABASE_URL: '',
	AUTH_SECRET: '',
	DATA_KEY: '',
	DATA_KEY_OLD: '',
	SMTP_URL: '',
	TILES_URL: '',
	COMPANY_DIRECTORY_URL: '',
	GEOCODER_URL: '',
	OSRM_URL: '',
	ORS_URL: '',
	ORS_KEY: '',
	ADDRESS_HEADER: '',
	PLAN_SECONDS: '20',
	BODY_SIZE_LIMIT: '10M',
	SHUTDOWN_TIMEOUT: '10',
	EQUIPAGE_DEMO: demo ? '1' : '',
	LOG_LEVEL: 'warn'
});

export interface Server {
	origin: string;
	/** What it wrote so far. */
	said: () => string;
	kill: (signal: NodeJS.Signals) => void;
	/** Its exit code once it has ended; null when a signal took it. */
	ended: Promise<number | null>;
}

/** Servers of one spec, all gone when it is over. */
export function servers() {
	const root = temporaryFolder();
	const running: ChildProcess[] = [];
	return {
		/** Starts the built application on a folder of that name. */
		start(folder: string, { port, demo, environment = {}, copyOf, aloud }: Start): Server {
			if (copyOf) cpSync(copyOf, join(root, folder), { recursive: true });
			const child = spawn('node', ['src/commands/start.mjs'], {
				env: { ...process.env, ...settings({ port, data: join(root, folder), demo }), ...environment }
			});
			running.push(child);
			let text = '';
			child.stdout.on('data', (chunk) => (text += chunk));
			child.stderr.on('data', (chunk) => (text += chunk));
			if (aloud) child.stderr.pipe(process.stderr);
			return {
				origin: `http://localhost:${port}`,
				said: () => text,
				kill: (signal) => child.kill(signal),
				ended: new Promise((resolve) => child.once('exit', resolve))
			};
		},
		folder: (name: string): string => join(root, name),
		/** Ends them without a word, and forgets their folders. */
		async clear() {
			await Promise.all(
				running
					.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
					.map((child) => {
						const gone = new Promise((resolve) => child.once('exit', resolve));
						child.kill('SIGKILL');
						return gone;
					})
			);
			rmSync(root, { recursive: true, force: true });
		}
	};
}

/** Waits until the server answers for its database too. */
export const answering = ({ origin }: Pick<Server, 'origin'>): Promise<void> =>
	expect
		.poll(
			() =>
				fetch(`${origin}/healthz`).then(
					({ status }) => status,
					() => 0
				),
			{ timeout: 120_000 }
		)
		.toBe(200);
