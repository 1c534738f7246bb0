import { getDb } from '$lib/server/db/client';
import { network } from '$lib/server/db/repositories/network';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ rallies: await network(await getDb()).rallies() });
