import { error, fail, redirect } from '@sveltejs/kit';
import { announcedFields } from '$lib/domain/fields/network';
import { getDb } from '$lib/server/db/client';
import { networkRecords } from '$lib/server/db/repositories/network-records';
import { version } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { answerEditError } from '$lib/server/refusal';
import { AnnouncedForm } from '$lib/server/use-cases/network/network-forms';
import { archiveNetworkRecord, saveNetworkRecord } from '$lib/server/use-cases/network/save-network-record';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const announced = await networkRecords(await getDb(), 'announced').find(params.announced);
	if (!announced) error(404, NO_SUCH_RECORD);
	return { announced };
};

export const actions: Actions = {
	save: async ({ request, params, locals: { actor }, cookies }) => {
		const form = await readForm(request, AnnouncedForm.extend({ version: version() }));
		if (!form.ok) return fail(400, form.error);
		const { version: opened, ...values } = form.value;
		const saved = await saveNetworkRecord(await getDb(), 'announced', params.announced, opened, values, actor!); // prettier-ignore
		if (!saved.ok) return answerEditError(saved.error, form.value, announcedFields);
		flash(cookies, { message: 'L’annonce est enregistrée.' });
		redirect(303, `/federation/calendrier?annee=${values.month.slice(0, 4)}`);
	},
	remove: async ({ params, locals: { actor }, cookies }) => {
		const gone = await archiveNetworkRecord(await getDb(), 'announced', params.announced, actor!);
		if (!gone.ok) error(404, NO_SUCH_RECORD);
		flash(cookies, { message: 'L’annonce est retirée du calendrier.' });
		redirect(303, '/federation/calendrier');
	}
};
