import { currentCharter } from '$lib/domain/charter/numbers';
import { defaultSettings } from '$lib/domain/rally';
import type { Db } from '$lib/server/db/client';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { organization } from '$lib/server/db/schema';
import { aProgramme } from '../../builders';

export const claire = { name: 'Claire' };
export const driss = { name: 'Driss' };

/** A rally of two days (8 and 9 June 2027) in the database, with its organisation. */
export async function aStoredRally(db: Db, organizationId = 'mife'): Promise<StoredRally> {
	await db
		.insert(organization)
		.values({ id: organizationId, name: organizationId, slug: organizationId })
		.onConflictDoNothing();
	return rallies(db).add({
		organizationId,
		title: 'Rallye',
		department: '74',
		programme: aProgramme('2027-06-08', 'VV VR'),
		settings: defaultSettings,
		charterVersion: currentCharter,
		updatedBy: 'Claire'
	});
}

/** The value of a result that must be one. */
export function value<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
}
