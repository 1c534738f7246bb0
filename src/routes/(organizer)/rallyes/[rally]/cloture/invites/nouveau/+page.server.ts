import { fail } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { readForm } from '$lib/server/form';
import { done } from '$lib/server/record-actions';
import { GuestForm } from '$lib/server/use-cases/closing/guest-form';
import { addGuest } from '$lib/server/use-cases/closing/invite';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, GuestForm);
		if (!form.ok) return fail(400, form.error);

		const added = await addGuest(await getDb(), event.locals.rally, form.value, event.locals.actor!);
		return done(event, 'guest', 'added', form.value.name, added);
	}
};
