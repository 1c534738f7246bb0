import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { saidIn } from '$lib/domain/day/say-form';
import { getDb } from '$lib/server/db/client';
import { readForm } from '$lib/server/form';
import { openDay } from '$lib/server/use-cases/day/open-day';
import { readPhone } from '$lib/server/use-cases/day/read-phone';
import { sayByForm } from '$lib/server/use-cases/day/say-by-form';
import { acknowledge } from '$lib/server/use-cases/publication/team-news';
import type { Actions, PageServerLoad } from './$types';

const closed = (code: 'closed' | 'too-many' = 'closed'): never =>
	code === 'closed'
		? error(
				404,
				'Ce lien ne mène plus à une feuille de route. Demandez-en un nouveau à la personne qui organise le rallye.'
			)
		: error(429, 'Trop d’essais depuis cet endroit. Recommencez dans dix minutes.');

/** « ?papier=2 », printed in the address on paper; « v2 » is what the sheet says, and may be typed. */
const printedOf = (url: URL): number | null => {
	const typed = /^\s*v?\s*(\d{1,6})\b/i.exec(url.searchParams.get('papier') ?? '');
	return typed ? Number(typed[1]) || null : null;
};

export const load: PageServerLoad = async ({ params, url, setHeaders, getClientAddress }) => {
	setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
	const done = await readPhone(await getDb(), params.token, getClientAddress(), printedOf(url), new Date());
	if (!done.ok) return closed(done.error.code);
	return { ...done.value, draw: randomUUID() };
};

export const actions: Actions = {
	seen: async ({ request, params, getClientAddress }) => {
		const form = await readForm(request, z.object({ publication: z.uuid() }));
		if (!form.ok) return fail(400, { late: false });
		const db = await getDb();
		const opened = await openDay(db, params.token, getClientAddress());
		if (!opened.ok) return closed(opened.error.code);
		const done = await acknowledge(db, params.token, form.value.publication);
		if (!done.ok && done.error.code === 'closed') return closed();
		if (!done.ok) return fail(409, { late: true });
		redirect(303, `/itineraire/${params.token}`);
	},

	/** Without scripts: what a button says is taken at once, and needs the network. */
	say: async ({ request, params, getClientAddress }) => {
		const form = await request.formData();
		const said = saidIn(form);
		if (!said) return fail(400, { late: false, refused: 'Cette action n’a pas pu être lue.' });
		const draw = String(form.get('draw') ?? '');
		const done = await sayByForm(await getDb(), params.token, { draw, said }, getClientAddress(), new Date());
		if (!done.ok) return closed(done.error.code);
		if (done.value) return fail(400, { late: false, refused: done.value });
		redirect(303, `/itineraire/${params.token}`);
	}
};
