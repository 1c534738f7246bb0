import { and, eq, isNull, ne } from 'drizzle-orm';
import { log } from '../log';
import { keepSecrets, keyringOf, knownSecrets, newSecret, type Keyring, type KeySource } from '../vault/keys';
import { openWith, sealWith, useKeyring } from '../vault/seal';
import type { Db } from './client';
import { dataKey } from './schema';
import { sealAll, type SealOutcome } from './seal-all';

const PROBE_PLACE = 'data_key.probe';
const PROBE = 'Équipage';
let volatileSecret: string | undefined;

/** The database is sealed with a key that the settings do not give. Nothing was read nor changed. */
export class WrongDataKey extends Error {
	constructor(source: KeySource, known: boolean) {
		const where = source.file ? `DATA_KEY, ou le fichier « ${source.file} »` : 'DATA_KEY';
		super(
			(known
				? `La clé des données (${where}) n’est pas celle qui a scellé cette base.`
				: `La clé des données (${where}) manque, et cette base est scellée avec une clé.`) +
				'\nRemettez la clé d’avant, celle de votre sauvegarde, telle quelle ; si vous venez d’en changer, donnez l’ancienne dans DATA_KEY_OLD.' +
				'\nSans elle, situations, besoins et coordonnées des participants ne peuvent pas être lus. Rien n’a été modifié.'
		);
		this.name = 'WrongDataKey';
	}
}

/**
 * Makes sure that the keys open this database before anything is read, then seals what is not yet sealed with the
 * current one: rows from before there were seals, or from before the key changed. Throws `WrongDataKey`.
 */
export async function unlock(db: Db, source: KeySource): Promise<void> {
	const rows = await db.select().from(dataKey);
	const keyring = keyringFor(source, rows.length > 0);
	for (const { id, probe } of rows) if (!opens(keyring, id, probe)) throw new WrongDataKey(source, true);

	const { id } = keyring.current;
	if (!rows.some((row) => row.id === id)) {
		await db.insert(dataKey).values({ id, probe: sealWith(keyring, PROBE, PROBE_PLACE) });
		// What was complete under the former key is so no longer.
		await db.update(dataKey).set({ completeAt: null }).where(ne(dataKey.id, id));
	}
	useKeyring(keyring);
	if (rows.length === 1 && rows[0]!.id === id && rows[0]!.completeAt) return;
	await sealEverything(db, keyring);
}

/** Seals everything with the current key; the keys that nothing needs any more are struck off. */
export async function sealEverything(
	db: Db,
	keyring: Keyring,
	how: { verify?: boolean } = {}
): Promise<SealOutcome> {
	const outcome = await sealAll(db, keyring, how);
	if (outcome.sealed > 0 || outcome.unreadable.length > 0)
		log[outcome.unreadable.length > 0 ? 'error' : 'info'](outcome, 'values sealed');
	if (outcome.unreadable.length > 0) return outcome;
	const { id } = keyring.current;
	await db.delete(dataKey).where(ne(dataKey.id, id));
	await db
		.update(dataKey)
		.set({ completeAt: new Date() })
		.where(and(eq(dataKey.id, id), isNull(dataKey.completeAt)));
	return outcome;
}

function keyringFor(source: KeySource, sealedBefore: boolean): Keyring {
	const [first, ...others] = knownSecrets(source);
	if (first) return keyringOf([first, ...others]);
	// A new key where one is missing would hide for ever that it is.
	if (sealedBefore) throw new WrongDataKey(source, false);
	if (!source.file) return keyringOf([(volatileSecret ??= newSecret())]);
	const secret = newSecret();
	keepSecrets(source.file, [secret]);
	return keyringOf([secret]);
}

function opens(keyring: Keyring, id: string, probe: string): boolean {
	try {
		return keyring.all.has(id) && openWith(keyring, probe, PROBE_PLACE) === PROBE;
	} catch {
		return false;
	}
}
