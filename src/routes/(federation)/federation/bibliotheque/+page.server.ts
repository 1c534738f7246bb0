import { getDb } from '$lib/server/db/client';
import { readWholeLibrary } from '$lib/server/use-cases/network/library';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ tools: await readWholeLibrary(await getDb()) });
