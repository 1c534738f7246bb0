import { wallClock } from '$lib/domain/clock';
import { organizerNetworks } from '$lib/domain/rally';
import { pageOf } from '$lib/domain/network/board';
import { getDb } from '$lib/server/db/client';
import { search } from '$lib/server/listing';
import { readStandings } from '$lib/server/use-cases/network/standing';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const { query, holds } = search(url);
	const all = await readStandings(await getDb(), wallClock(new Date()).date);
	const found = all.filter(({ name, network }) => holds(`${name} ${organizerNetworks[network]}`));
	const page = pageOf(found, url.searchParams.get('page'));
	return {
		query,
		all: all.length,
		page: {
			...page,
			rows: page.rows.map(({ rallies, overlaps, ...one }) => ({
				...one,
				rallies: rallies.length,
				received: rallies.filter(({ bilan }) => bilan !== null && bilan.state !== 'to-complete').length,
				overlaps: overlaps.length,
				crepi: overlaps.some((overlap) => overlap.with.network === 'crepi')
			}))
		}
	};
};
