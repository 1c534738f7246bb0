import { error, fail } from '@sveltejs/kit';
import { publicPart } from '$lib/domain/enrolment/private';
import { fullName } from '$lib/domain/participant';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { version } from '$lib/server/fields';
import { readForm } from '$lib/server/form';
import { seesPrivate } from '$lib/server/private-people';
import { done, NO_SUCH_RECORD } from '$lib/server/record-actions';
import { ParticipantForm } from '$lib/server/use-cases/participants/participant-form';
import { saveParticipant } from '$lib/server/use-cases/participants/save-participant';
import { peopleOf } from '../people';
import { refuseParticipant } from '../refusal';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const participant = await records(await getDb(), 'participant').find(locals.rally.id, params.participant);
	if (!participant) error(404, NO_SUCH_RECORD);
	if (!seesPrivate(locals)) return { participant: publicPart(participant), people: [] };
	return { participant, people: await peopleOf(locals.rally.id, participant.id) };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, ParticipantForm.safeExtend({ version: version() }));
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = event.locals;
		const saved = await saveParticipant(await getDb(), rally, event.params.participant, form.value, actor!);
		if (!saved.ok) return refuseParticipant(saved.error, form, rally.id);
		return done(event, 'participant', 'saved', fullName(form.value), saved.value);
	}
};
