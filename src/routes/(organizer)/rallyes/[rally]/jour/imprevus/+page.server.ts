import { getDb } from '$lib/server/db/client';
import { hasPlanInForce } from '$lib/server/use-cases/incidents/read-choices';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	inForce: await hasPlanInForce(await getDb(), locals.rally)
});
