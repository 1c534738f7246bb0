import { error, fail } from '@sveltejs/kit';
import { meetingFields } from '$lib/domain/fields/committee';
import { quoted } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { version } from '$lib/server/fields';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { answerEditError } from '$lib/server/refusal';
import { MeetingForm } from '$lib/server/use-cases/committee/committee-form';
import { saveMeeting } from '$lib/server/use-cases/committee/save-committee';
import { archiveRecord } from '$lib/server/use-cases/records/edit-record';
import { toCommittee } from '../../to-committee';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { rally } }) => {
	const db = await getDb();
	const meeting = await records(db, 'meeting').find(rally.id, params.meeting);
	if (!meeting || meeting.archivedAt) error(404, NO_SUCH_RECORD);
	const former = await records(db, 'committee-member').list(rally.id, { archived: true });
	return {
		meeting,
		members: [
			...(await records(db, 'committee-member').list(rally.id)),
			...former.filter(({ id }) => meeting.present.includes(id))
		].map(({ id, name }) => ({ id, name }))
	};
};

export const actions: Actions = {
	save: async (event) => {
		const form = await readForm(event.request, MeetingForm.safeExtend({ version: version() }));
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = event.locals;
		const saved = await saveMeeting(await getDb(), rally, event.params.meeting, form.value, actor!);
		if (!saved.ok) return answerEditError(saved.error, form.value, meetingFields);
		return toCommittee(event, `La réunion ${quoted(form.value.name)} est enregistrée.`, saved.value.change);
	},

	remove: async (event) => {
		const { rally, actor } = event.locals;
		const removed = await archiveRecord(await getDb(), 'meeting', rally, event.params.meeting, actor!);
		if (!removed.ok) error(404, NO_SUCH_RECORD);
		return toCommittee(event, 'La réunion est retirée.', removed.value.change);
	}
};
