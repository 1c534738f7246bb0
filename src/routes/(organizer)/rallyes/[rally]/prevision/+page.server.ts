import { getDb } from '$lib/server/db/client';
import { readForecast } from '$lib/server/use-cases/forecast/read-forecast';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	forecast: await readForecast(await getDb(), locals.rally, url.searchParams)
});
