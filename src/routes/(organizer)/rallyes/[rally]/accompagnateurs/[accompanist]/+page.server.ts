import { error, fail } from '@sveltejs/kit';
import { accompanistName } from '$lib/domain/accompanist';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { version } from '$lib/server/fields';
import { readForm } from '$lib/server/form';
import { done, NO_SUCH_RECORD } from '$lib/server/record-actions';
import { AccompanistForm } from '$lib/server/use-cases/accompanists/accompanist-form';
import { saveAccompanist } from '$lib/server/use-cases/accompanists/save-accompanist';
import { companiesOf } from '../companies';
import { refuseAccompanist } from '../refusal';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const accompanist = await records(await getDb(), 'accompanist').find(locals.rally.id, params.accompanist);
	if (!accompanist) error(404, NO_SUCH_RECORD);
	return { accompanist, companies: await companiesOf(locals.rally.id) };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, AccompanistForm.safeExtend({ version: version() }));
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = event.locals;
		const saved = await saveAccompanist(await getDb(), rally, event.params.accompanist, form.value, actor!);
		if (!saved.ok) return refuseAccompanist(saved.error, form, rally.id);
		return done(event, 'accompanist', 'saved', accompanistName(form.value), saved.value);
	}
};
