import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { getDb } from '$lib/server/db/client';
import { whole, wholeOrNull } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { publishPlan } from '$lib/server/use-cases/planning/publish-plan';
import {
	DerogationForm,
	withdrawDerogation,
	writeDerogation,
	type DerogationFault
} from '$lib/server/use-cases/publication/derogate';
import { readRelease } from '$lib/server/use-cases/publication/read-release';
import type { Actions, PageServerLoad } from './$types';

const NO_SUCH_VERSION = 'Cette version du planning n’existe pas.';

export const load: PageServerLoad = async ({ locals, url }) => {
	const asked = Number(url.searchParams.get('version')) || null;
	const release = await readRelease(await getDb(), locals.rally, asked);
	if (!release && asked !== null) error(404, NO_SUCH_VERSION);
	return { release };
};

const Publish = z.object({ number: whole(1, 1_000_000), inForce: wholeOrNull(1, 1_000_000) });

const wrong: Record<DerogationFault['code'], string> = {
	'not-found': NO_SUCH_VERSION,
	'not-found-broken': 'Ce point n’est plus signalé : rechargez la page.',
	already: 'Une dérogation est déjà écrite pour ce point : rechargez la page.'
};

export const actions: Actions = {
	publish: async ({ request, locals, cookies }) => {
		const form = await readForm(request, Publish);
		if (!form.ok) return fail(400, form.error);
		const { number, inForce } = form.value;
		const db = await getDb();
		const release = await readRelease(db, locals.rally, number);
		const done = await publishPlan(
			db,
			locals.rally,
			{ number, inForce, warnings: release?.warnings ?? [] },
			locals.actor!
		);
		if (!done.ok) {
			if (done.error.code === 'published-meanwhile') return fail(409, { meanwhile: done.error });
			error(404, NO_SUCH_VERSION);
		}
		flash(cookies, {
			message: `La version ${number} est publiée : les pages des équipes et des entreprises la montrent.`
		});
		redirect(303, `/rallyes/${locals.rally.id}/planning/avis`);
	},

	derogate: async ({ request, locals, cookies }) => {
		const form = await readForm(request, DerogationForm);
		if (!form.ok) return fail(400, form.error);
		const written = await writeDerogation(await getDb(), locals.rally, form.value, locals.actor!);
		if (!written.ok)
			return fail(409, { typed: form.typed, problems: { reason: [wrong[written.error.code]] } });
		flash(cookies, { message: 'Le motif est gardé, avec votre nom et la date.' });
		redirect(303, `/rallyes/${locals.rally.id}/planning/publier?version=${form.value.number}`);
	},

	withdraw: async ({ request, locals, cookies }) => {
		const form = await readForm(request, z.object({ id: z.uuid(), number: whole(1, 1_000_000) }));
		if (!form.ok) return fail(400, form.error);
		const done = await withdrawDerogation(await getDb(), locals.rally, form.value.id, locals.actor!);
		flash(cookies, {
			message: done.ok ? 'La dérogation est retirée ; elle reste écrite.' : 'Elle était déjà retirée.'
		});
		redirect(303, `/rallyes/${locals.rally.id}/planning/publier?version=${form.value.number}`);
	}
};
