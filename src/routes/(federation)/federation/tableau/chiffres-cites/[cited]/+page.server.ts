import { error, fail, redirect } from '@sveltejs/kit';
import { citedFields } from '$lib/domain/fields/network';
import { getDb } from '$lib/server/db/client';
import { networkRecords } from '$lib/server/db/repositories/network-records';
import { version } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { answerEditError } from '$lib/server/refusal';
import { CitedForm } from '$lib/server/use-cases/network/network-forms';
import { archiveNetworkRecord, saveNetworkRecord } from '$lib/server/use-cases/network/save-network-record';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const cited = await networkRecords(await getDb(), 'cited').find(params.cited);
	if (!cited) error(404, NO_SUCH_RECORD);
	return { cited };
};

export const actions: Actions = {
	save: async ({ request, params, locals: { actor }, cookies }) => {
		const form = await readForm(request, CitedForm.extend({ version: version() }));
		if (!form.ok) return fail(400, form.error);
		const { version: opened, ...values } = form.value;
		const saved = await saveNetworkRecord(await getDb(), 'cited', params.cited, opened, values, actor!); // prettier-ignore
		if (!saved.ok) return answerEditError(saved.error, form.value, citedFields);
		flash(cookies, { message: 'Le chiffre est enregistré.' });
		redirect(303, '/federation/tableau');
	},
	remove: async ({ params, locals: { actor }, cookies }) => {
		const gone = await archiveNetworkRecord(await getDb(), 'cited', params.cited, actor!);
		if (!gone.ok) error(404, NO_SUCH_RECORD);
		flash(cookies, { message: 'Le chiffre est retiré.' });
		redirect(303, '/federation/tableau');
	}
};
