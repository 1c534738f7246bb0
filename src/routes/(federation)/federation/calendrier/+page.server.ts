import { wallClock } from '$lib/domain/clock';
import { readFilter } from '$lib/domain/network/board';
import { getDb } from '$lib/server/db/client';
import { readCalendar } from '$lib/server/use-cases/network/read-calendar';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const today = wallClock(new Date()).date;
	const year = readFilter(url.searchParams).year ?? Number(today.slice(0, 4));
	const season = url.searchParams.get('de') === 'septembre';
	return { year, season, month: today.slice(0, 7), ...(await readCalendar(await getDb(), year, season)) };
};
