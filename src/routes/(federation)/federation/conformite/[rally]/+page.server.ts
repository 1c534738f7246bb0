import { error } from '@sveltejs/kit';
import { NOT_FOUND } from '$lib/server/auth/gate';
import { getDb } from '$lib/server/db/client';
import { readRallyCompliance } from '$lib/server/use-cases/network/read-compliance';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const compliance = await readRallyCompliance(await getDb(), params.rally);
	if (!compliance) error(404, NOT_FOUND);
	return compliance;
};
