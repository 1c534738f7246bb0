import { charterVersions, currentCharter } from '$lib/domain/charter/numbers';
import { keptNumbers } from '$lib/domain/charter/version';
import { wallClock } from '$lib/domain/clock';
import { figureKeys, wordedEntry } from '$lib/domain/figures/catalogue';
import { getDb } from '$lib/server/db/client';
import { readCharters } from '$lib/server/use-cases/network/charters';
import { readIndicators } from '$lib/server/use-cases/network/indicators';
import type { PageServerLoad } from './$types';

/** What the federation asks of everybody: the charter in force, the one to come, and what each figure means. */
export const load: PageServerLoad = async () => {
	const db = await getDb();
	const { inForce, toCome } = await readCharters(db, wallClock(new Date()).date);
	const { wording, mandatory } = await readIndicators(db);
	return {
		inForce,
		first: charterVersions[currentCharter],
		toCome: toCome.map((one) => ({ from: one.inForceFrom, numbers: keptNumbers(one) })),
		figures: figureKeys.map((key) => ({
			key,
			label: wordedEntry(key, wording).label,
			definition: wordedEntry(key, wording).definition,
			wanted: mandatory.includes(key)
		}))
	};
};
