import { readFilter } from '$lib/domain/network/board';
import { getDb } from '$lib/server/db/client';
import { readPlaces } from '$lib/server/use-cases/network/read-places';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const { year } = readFilter(url.searchParams);
	return { year, ...(await readPlaces(await getDb(), year)) };
};
