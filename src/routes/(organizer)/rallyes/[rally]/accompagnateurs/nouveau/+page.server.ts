import { fail } from '@sveltejs/kit';
import { accompanistName } from '$lib/domain/accompanist';
import { getDb } from '$lib/server/db/client';
import { readForm } from '$lib/server/form';
import { done } from '$lib/server/record-actions';
import { AccompanistForm } from '$lib/server/use-cases/accompanists/accompanist-form';
import { addAccompanist } from '$lib/server/use-cases/accompanists/save-accompanist';
import { companiesOf } from '../companies';
import { refuseEmployer } from '../refusal';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ companies: await companiesOf(locals.rally.id) });

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, AccompanistForm);
		if (!form.ok) return fail(400, form.error);

		const added = await addAccompanist(await getDb(), event.locals.rally, form.value, event.locals.actor!);
		if (!added.ok) return refuseEmployer(added.error, form);
		return done(event, 'accompanist', 'added', accompanistName(form.value), added.value);
	}
};
