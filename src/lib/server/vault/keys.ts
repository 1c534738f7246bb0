import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Where the secrets come from: settings, or the file beside the embedded database. */
export interface KeySource {
	/** `DATA_KEY`: what is written from now on is sealed with it. */
	key: string | null;
	/** `DATA_KEY_OLD`: still read, until everything is sealed again. */
	old: string[];
	/** One secret a line, the current one first; null where none is kept (PostgreSQL, `memory:`). */
	file: string | null;
}

export interface DataKey {
	/** Told in front of each sealed value: says which key opens it, and nothing of the key. */
	id: string;
	bytes: Buffer;
}

export interface Keyring {
	current: DataKey;
	/** Key id → key, the current one included. */
	all: ReadonlyMap<string, DataKey>;
}

/** Both come out of the secret by HKDF-SHA256 (RFC 5869), so that a name never helps to find a key. */
export function dataKey(secret: string): DataKey {
	const derive = (purpose: string, length: number) =>
		Buffer.from(hkdfSync('sha256', secret, '', `equipage ${purpose}`, length));
	return { id: derive('data key name', 6).toString('base64url'), bytes: derive('data key', 32) };
}

export function keyringOf(secrets: readonly [string, ...string[]]): Keyring {
	const keys = secrets.map(dataKey);
	return { current: keys[0]!, all: new Map(keys.map((key) => [key.id, key])) };
}

export const newSecret = (): string => randomBytes(32).toString('base64');

/** The secrets known, the current one first; empty where none was ever made. */
export const knownSecrets = ({ key, old, file }: KeySource): string[] => [
	...new Set([...(key ? [key] : []), ...(file && existsSync(file) ? readSecrets(file) : []), ...old])
];

const readSecrets = (file: string): string[] =>
	readFileSync(file, 'utf8')
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);

/** Never in the database, nor readable by anybody else; replaced whole, lest a stop in the middle lose a key. */
export function keepSecrets(file: string, secrets: readonly string[]): void {
	mkdirSync(dirname(file), { recursive: true });
	const draft = `${file}.${process.pid}`;
	writeFileSync(draft, `${secrets.join('\n')}\n`, { mode: 0o600 });
	renameSync(draft, file);
}
