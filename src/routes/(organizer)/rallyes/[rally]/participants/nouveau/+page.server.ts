import { fail } from '@sveltejs/kit';
import { fullName } from '$lib/domain/participant';
import { getDb } from '$lib/server/db/client';
import { readForm } from '$lib/server/form';
import { done } from '$lib/server/record-actions';
import { ParticipantForm } from '$lib/server/use-cases/participants/participant-form';
import { addParticipant } from '$lib/server/use-cases/participants/save-participant';
import { peopleOf } from '../people';
import { refuseWish } from '../refusal';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ people: await peopleOf(locals.rally.id) });

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, ParticipantForm);
		if (!form.ok) return fail(400, form.error);

		const added = await addParticipant(await getDb(), event.locals.rally, form.value, event.locals.actor!);
		if (!added.ok) return refuseWish(added.error, form);
		return done(event, 'participant', 'added', fullName(form.value), added.value);
	}
};
