import { may } from '$lib/domain/access';
import { getDb } from '$lib/server/db/client';
import { search } from '$lib/server/listing';
import { readLibrary } from '$lib/server/use-cases/network/library';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor }, url }) => {
	const { query } = search(url);
	return {
		query,
		canPropose: may(actor, 'rally:write'),
		...(await readLibrary(await getDb(), actor!, query))
	};
};
