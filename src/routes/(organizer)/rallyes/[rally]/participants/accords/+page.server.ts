import { getDb } from '$lib/server/db/client';
import { readAllConsents } from '$lib/server/use-cases/consents/read-consents';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	people: await readAllConsents(await getDb(), locals.rally)
});
