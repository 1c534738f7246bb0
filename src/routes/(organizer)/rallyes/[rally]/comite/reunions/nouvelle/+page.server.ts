import { fail } from '@sveltejs/kit';
import { quoted } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { readForm } from '$lib/server/form';
import { MeetingForm } from '$lib/server/use-cases/committee/committee-form';
import { readCommittee } from '$lib/server/use-cases/committee/read-committee';
import { addMeeting } from '$lib/server/use-cases/committee/save-committee';
import { toCommittee } from '../../to-committee';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { rally } }) => ({
	members: (await readCommittee(await getDb(), rally)).members
});

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, MeetingForm);
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = event.locals;
		const added = await addMeeting(await getDb(), rally, form.value, actor!);
		return toCommittee(event, `La réunion ${quoted(form.value.name)} est notée.`, added.change);
	}
};
