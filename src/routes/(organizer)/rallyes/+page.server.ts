import { may } from '$lib/domain/access';
import { getDb } from '$lib/server/db/client';
import { rallies } from '$lib/server/db/repositories/rallies';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor } }) => {
	const mine = actor!.memberships
		.map(({ organizationId }) => organizationId)
		.filter((id) => may(actor, 'rally:read', id));
	return {
		rallies: await rallies(await getDb()).ofOrganizations(mine),
		canOpen: may(actor, 'rally:write'),
		mayCopy: mine.filter((id) => may(actor, 'rally:write', id))
	};
};
