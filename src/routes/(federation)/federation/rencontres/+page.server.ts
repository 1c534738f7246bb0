import { getDb } from '$lib/server/db/client';
import { readMeetings } from '$lib/server/use-cases/network/meetings';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ meetings: await readMeetings(await getDb()) });
