import { openOwnDatabase } from '../lib/server/db/client';
import { sealEverything } from '../lib/server/db/unlock';
import { env } from '../lib/server/env';
import { keepSecrets, keyringOf, knownSecrets, newSecret } from '../lib/server/vault/keys';
import { readSettings } from './settings.mjs';

// Seals every sensitive value with the current data key and opens them all, to say whether each is readable.
// With --new-key, where the key is kept in a file, makes a new one first.
try {
	readSettings();
	const source = env().dataKeys;
	const { file } = source;
	if (process.argv.includes('--new-key')) {
		if (source.key || !file)
			throw new Error(
				'La clé vient de DATA_KEY : mettez-y la nouvelle, et l’ancienne dans DATA_KEY_OLD, puis relancez sans --new-key.'
			);
		// The former ones stay under it until everything has been sealed again.
		const known = knownSecrets(source);
		if (known.length > 0) keepSecrets(file, [newSecret(), ...known]);
	}
	const { db, close } = await openOwnDatabase();
	const [current, ...former] = knownSecrets(source);
	const { seen, unreadable } = await sealEverything(db, keyringOf([current!, ...former]), {
		verify: true
	});
	await close();
	console.log(`${seen} valeurs chiffrées et relues.`);
	if (unreadable.length > 0) {
		for (const { place, row } of unreadable) console.error(`  illisible : ${place}, ligne ${row}`);
		throw new Error(
			`${unreadable.length} valeurs ne s’ouvrent avec aucune clé : reprenez-les d’une sauvegarde. Gardez toutes les clés.`
		);
	}
	if (file && !source.key && former.length > 0) keepSecrets(file, [current!]);
	console.log(
		'Tout se lit avec la clé en cours ; les clés d’avant ne servent plus qu’aux anciennes sauvegardes.'
	);
} catch (problem) {
	console.error(problem instanceof Error ? problem.message : problem);
	process.exit(1);
}
