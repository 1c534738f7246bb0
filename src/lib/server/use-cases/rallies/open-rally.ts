import { may, type Actor } from '$lib/domain/access';
import { wallClock } from '$lib/domain/clock';
import { programmeOf } from '$lib/domain/formats';
import { defaultSettings } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { changes } from '../../db/repositories/changes';
import { rallies } from '../../db/repositories/rallies';
import { charterForNewRally } from '../network/charters';
import type { OpenRallyInput } from './rally-form';

export type OpenRallyError = { code: 'not-your-organization' };

/** Opens a rally from a format; gives its id. */
export async function openRally(
	db: Db,
	input: OpenRallyInput,
	actor: Actor,
	now = new Date()
): Promise<Result<string, OpenRallyError>> {
	const { first, format, ...identity } = input;
	if (!may(actor, 'rally:write', input.organizationId)) return err({ code: 'not-your-organization' });
	return db.transaction(async (tx) => {
		const rally = await rallies(tx).add({
			...identity,
			programme: programmeOf(format, first),
			settings: defaultSettings,
			...(await charterForNewRally(tx, wallClock(now).date)),
			updatedBy: actor.name
		});
		await changes(tx).add({
			organizationId: rally.organizationId,
			rallyId: rally.id,
			record: 'rally',
			recordId: rally.id,
			kind: 'create',
			version: rally.version,
			after: { ...rally },
			by: actor.name
		});
		return ok(rally.id);
	});
}
