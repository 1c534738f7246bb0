import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keyring } from './keys';

/**
 * A sealed value: `eq1.<key id>.<base64url of nonce (12 bytes), tag (16), ciphertext>`. AES-256-GCM over the value
 * as JSON; the place (`participant.needs`) is authenticated with it, so that a value moved to another column does
 * not open.
 */
const FORMAT = 'eq1';
const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
/** JSON is padded with spaces to a multiple of this, lest its length tell one need from another. */
const BLOCK = 32;

/** A sealed value that does not open: changed by other hands, or sealed with a key that is not here. */
export class SealBroken extends Error {
	constructor(
		readonly place: string,
		readonly reason: 'unknown-key' | 'altered'
	) {
		super(
			reason === 'unknown-key'
				? `La clé qui a scellé une valeur de « ${place} » n’est pas parmi celles d’Équipage (DATA_KEY, DATA_KEY_OLD).`
				: `Une valeur scellée de « ${place} » a été altérée hors d’Équipage : elle ne s’ouvre plus.`
		);
		this.name = 'SealBroken';
	}
}

/** Also when the database's library has wrapped it. */
export const isSealBroken = (problem: unknown): boolean =>
	problem instanceof SealBroken || (problem instanceof Error && problem.cause instanceof SealBroken);

export function sealWith({ current }: Keyring, value: unknown, place: string): string {
	const json = Buffer.from(JSON.stringify(value ?? null));
	const padded = Buffer.alloc(Math.ceil(json.length / BLOCK) * BLOCK, ' ');
	json.copy(padded);
	const nonce = randomBytes(NONCE);
	const cipher = createCipheriv(CIPHER, current.bytes, nonce).setAAD(Buffer.from(place));
	const closed = [cipher.update(padded), cipher.final()];
	return prefixOf(current.id) + Buffer.concat([nonce, cipher.getAuthTag(), ...closed]).toString('base64url');
}

/** Opens a sealed value. What was stored before there were seals is plain JSON, and still read. Throws `SealBroken`. */
export const openWith = (keyring: Keyring, stored: string, place: string): unknown =>
	JSON.parse(jsonIn(keyring, stored, place));

function jsonIn({ all }: Keyring, stored: string, place: string): string {
	if (!stored.startsWith(`${FORMAT}.`)) return stored;
	const [, id = '', body = ''] = stored.split('.');
	const key = all.get(id);
	if (!key) throw new SealBroken(place, 'unknown-key');
	const bytes = Buffer.from(body, 'base64url');
	try {
		const decipher = createDecipheriv(CIPHER, key.bytes, bytes.subarray(0, NONCE), { authTagLength: TAG })
			.setAAD(Buffer.from(place))
			.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
		return decipher.update(bytes.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8');
	} catch {
		throw new SealBroken(place, 'altered');
	}
}

/** How everything sealed with that key begins. */
export const prefixOf = (keyId: string): string => `${FORMAT}.${keyId}.`;

/** Kept on globalThis: the development server's reloads take this module up again, not the open database. */
const kept = globalThis as { equipageKeyring?: Keyring };

/**
 * Short values opened lately, by place and seal: a list of five hundred people is read at every page, and opening its
 * 8,500 values takes ten times as long as reading them. A seal opens to one value only, so nothing here grows stale.
 */
const opened = new Map<string, string>();
const REMEMBERED = 20_000;
const SHORT = 400;

/** The keys of this process from now on; set once the database has been seen to open with them. */
export function useKeyring(keyring: Keyring): void {
	kept.equipageKeyring = keyring;
	opened.clear();
}

function keyring(): Keyring {
	if (!kept.equipageKeyring) throw new Error('The database was not opened: no data key yet.');
	return kept.equipageKeyring;
}

export const seal = (value: unknown, place: string): string => sealWith(keyring(), value, place);

export function open(stored: string, place: string): unknown {
	if (stored.length > SHORT) return openWith(keyring(), stored, place);
	const name = `${place} ${stored}`;
	let json = opened.get(name);
	if (json === undefined) {
		json = jsonIn(keyring(), stored, place);
		if (opened.size >= REMEMBERED) opened.clear();
		opened.set(name, json);
	}
	// Each reader has a value of its own to change.
	return JSON.parse(json);
}
