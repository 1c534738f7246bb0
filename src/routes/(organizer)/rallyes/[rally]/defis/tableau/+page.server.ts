import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { getDb } from '$lib/server/db/client';
import { whole } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { refuse } from '$lib/server/refusal';
import { giveAsOrganizer } from '$lib/server/use-cases/challenges/give-as-organizer';
import { readScores } from '$lib/server/use-cases/challenges/read-scores';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => readScores(await getDb(), locals.rally);

const Given = z.object({
	team: z.string().regex(/^[A-Z]{1,2}$/, 'Choisissez une équipe.'),
	challenge: z.string().regex(/^[\w-]{1,60}$/, 'Choisissez un défi.'),
	points: whole(0, 100)
});
const refusals = {
	'not-played': { challenge: ['Choisissez un défi.'] },
	'too-high': { points: ['C’est plus que ce que ce défi rapporte.'] }
};

export const actions: Actions = {
	/** What a host gave, or points of the whole rally: the organiser's own line, which replaces their former one. */
	give: async ({ request, locals, cookies }) => {
		const form = await readForm(request, Given);
		if (!form.ok) return fail(400, form.error);
		const given = await giveAsOrganizer(await getDb(), locals.rally, form.value, locals.actor!, new Date());
		if (!given.ok) return refuse(form.typed, refusals[given.error.code]);
		flash(cookies, { message: `Équipe ${form.value.team} : points notés.` });
		redirect(303, `/rallyes/${locals.rally.id}/defis/tableau`);
	}
};
