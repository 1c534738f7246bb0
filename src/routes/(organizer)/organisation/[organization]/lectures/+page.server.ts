import { error } from '@sveltejs/kit';
import { NOT_FOUND } from '$lib/server/auth/gate';
import { getDb } from '$lib/server/db/client';
import { readOrganization } from '$lib/server/use-cases/accounts/read-organization';
import { readReadings } from '$lib/server/use-cases/readings/read-readings';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const db = await getDb();
	const organization = await readOrganization(db, params.organization);
	if (!organization) error(404, NOT_FOUND);
	return {
		organization: { id: organization.id, name: organization.name },
		readings: await readReadings(db, organization.id)
	};
};
