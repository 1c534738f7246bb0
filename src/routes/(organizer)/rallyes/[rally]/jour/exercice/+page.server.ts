import { getDb } from '$lib/server/db/client';
import { drillOf } from '$lib/server/use-cases/incidents/read-drill';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	drill: await drillOf(await getDb(), locals.rally, new Date())
});
