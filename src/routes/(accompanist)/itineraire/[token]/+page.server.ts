import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { wallClock } from '$lib/domain/clock';
import { getDb } from '$lib/server/db/client';
import { readForm } from '$lib/server/form';
import { readItinerary } from '$lib/server/use-cases/itinerary-links/read-itinerary';
import { acknowledge } from '$lib/server/use-cases/publication/team-news';
import type { Actions, PageServerLoad } from './$types';

const closed = (): never =>
	error(
		404,
		'Ce lien ne mène plus à une feuille de route. Demandez-en un nouveau à la personne qui organise le rallye.'
	);

/** « ?papier=2 », printed in the address on paper; « v2 » is what the sheet says, and may be typed. */
const printedOf = (url: URL): number | null => {
	const typed = /^\s*v?\s*(\d{1,6})\b/i.exec(url.searchParams.get('papier') ?? '');
	return typed ? Number(typed[1]) || null : null;
};

export const load: PageServerLoad = async ({ params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
	const read = await readItinerary(await getDb(), params.token, printedOf(url));
	if (read.state === 'closed') return closed();
	return { read, now: wallClock(new Date()) };
};

export const actions: Actions = {
	seen: async ({ request, params }) => {
		const form = await readForm(request, z.object({ publication: z.uuid() }));
		if (!form.ok) return fail(400, { late: false });
		const done = await acknowledge(await getDb(), params.token, form.value.publication);
		if (!done.ok && done.error.code === 'closed') return closed();
		if (!done.ok) return fail(409, { late: true });
		redirect(303, `/itineraire/${params.token}`);
	}
};
