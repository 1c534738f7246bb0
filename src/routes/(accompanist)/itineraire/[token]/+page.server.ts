import { error } from '@sveltejs/kit';
import { wallClock } from '$lib/domain/clock';
import { getDb } from '$lib/server/db/client';
import { readItinerary } from '$lib/server/use-cases/itinerary-links/read-itinerary';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
	const read = await readItinerary(await getDb(), params.token);
	if (read.state === 'closed') {
		error(
			404,
			'Ce lien ne mène plus à une feuille de route. Demandez-en un nouveau à la personne qui organise le rallye.'
		);
	}
	return { read, now: wallClock(new Date()) };
};
