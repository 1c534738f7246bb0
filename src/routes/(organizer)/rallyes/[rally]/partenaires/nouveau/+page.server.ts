import { fail } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { readForm } from '$lib/server/form';
import { done } from '$lib/server/record-actions';
import { PartnerForm } from '$lib/server/use-cases/partners/partner-form';
import { addPartner } from '$lib/server/use-cases/partners/save-partner';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, PartnerForm);
		if (!form.ok) return fail(400, form.error);

		const added = await addPartner(await getDb(), event.locals.rally, form.value, event.locals.actor!);
		return done(event, 'partner', 'added', form.value.name, added);
	}
};
