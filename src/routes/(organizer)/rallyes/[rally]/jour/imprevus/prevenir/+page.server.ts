import { getDb } from '$lib/server/db/client';
import { readWarnings } from '$lib/server/use-cases/incidents/read-warnings';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	warnings: await readWarnings(await getDb(), locals.rally, new Date())
});
