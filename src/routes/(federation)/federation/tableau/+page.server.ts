import { wallClock } from '$lib/domain/clock';
import { readFilter } from '$lib/domain/network/board';
import { getDb } from '$lib/server/db/client';
import { readCited, readYearTable } from '$lib/server/use-cases/network/read-table';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const db = await getDb();
	const thisYear = Number(wallClock(new Date()).date.slice(0, 4));
	return {
		...(await readYearTable(db, readFilter(url.searchParams).year, thisYear)),
		cited: await readCited(db)
	};
};
