import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { meetingFields } from '$lib/domain/fields/network';
import { plural } from '$lib/domain/french';
import { NOT_FOUND } from '$lib/server/auth/gate';
import { getDb } from '$lib/server/db/client';
import { keys, version } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { answerEditError } from '$lib/server/refusal';
import { noteAttendance, readMeeting } from '$lib/server/use-cases/network/meetings';
import { MeetingForm } from '$lib/server/use-cases/network/network-forms';
import { archiveNetworkRecord, saveNetworkRecord } from '$lib/server/use-cases/network/save-network-record';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const read = await readMeeting(await getDb(), params.meeting);
	if (!read) error(404, NOT_FOUND);
	return read;
};

type Event = Pick<RequestEvent<{ meeting: string }>, 'params' | 'cookies'>;

export const actions: Actions = {
	came: async (event) => {
		const form = await readForm(event.request, z.object({ came: keys() }));
		if (!form.ok) error(404, NOT_FOUND);
		const noted = await noteAttendance(await getDb(), event.params.meeting, form.value.came);
		if (!noted.ok) error(404, NOT_FOUND);
		return back(event, `Présences notées : ${plural(noted.value, 'structure')}.`);
	},
	save: async (event) => {
		const form = await readForm(event.request, MeetingForm.extend({ version: version() }));
		if (!form.ok) return fail(400, form.error);
		const { version: opened, ...values } = form.value;
		const saved = await saveNetworkRecord(await getDb(), 'meeting', event.params.meeting, opened, values, event.locals.actor!); // prettier-ignore
		return saved.ok
			? back(event, 'La rencontre est enregistrée.')
			: answerEditError(saved.error, form.value, meetingFields);
	},
	remove: async ({ params, cookies, locals }) => {
		const gone = await archiveNetworkRecord(await getDb(), 'meeting', params.meeting, locals.actor!);
		if (!gone.ok) error(404, NOT_FOUND);
		flash(cookies, { message: 'La rencontre est retirée.' });
		redirect(303, '/federation/rencontres');
	}
};

function back({ cookies, params }: Event, message: string): never {
	flash(cookies, { message });
	redirect(303, `/federation/rencontres/${params.meeting}`);
}
