import { wallClock } from '$lib/domain/clock';
import { getDb } from '$lib/server/db/client';
import { readFunders } from '$lib/server/use-cases/funders/read-funders';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { rally } }) => ({
	...(await readFunders(await getDb(), rally)),
	today: wallClock(new Date()).date
});
