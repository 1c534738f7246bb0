import { fail } from '@sveltejs/kit';
import { clock, longDate } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { readForm } from '$lib/server/form';
import { done } from '$lib/server/record-actions';
import { addSession } from '$lib/server/use-cases/sessions/save-session';
import { SessionForm } from '$lib/server/use-cases/sessions/session-form';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, SessionForm);
		if (!form.ok) return fail(400, form.error);
		const added = await addSession(await getDb(), event.locals.rally, form.value, event.locals.actor!);
		return done(
			event,
			'session',
			'added',
			`${longDate(form.value.date)} à ${clock(form.value.start)}`,
			added
		);
	}
};
