import { wallClock } from '$lib/domain/clock';
import { getDb } from '$lib/server/db/client';
import { readCampaigns } from '$lib/server/use-cases/network/run-campaign';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({
	campaigns: await readCampaigns(await getDb(), wallClock(new Date()).date)
});
