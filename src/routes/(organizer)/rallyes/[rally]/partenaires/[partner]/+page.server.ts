import { error, fail } from '@sveltejs/kit';
import { partnerFields } from '$lib/domain/fields/partner';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { version } from '$lib/server/fields';
import { readForm } from '$lib/server/form';
import { done, NO_SUCH_RECORD } from '$lib/server/record-actions';
import { answerEditError } from '$lib/server/refusal';
import { PartnerForm } from '$lib/server/use-cases/partners/partner-form';
import { savePartner } from '$lib/server/use-cases/partners/save-partner';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const partner = await records(await getDb(), 'partner').find(locals.rally.id, params.partner);
	if (!partner) error(404, NO_SUCH_RECORD);
	return { partner };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, PartnerForm.safeExtend({ version: version() }));
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = event.locals;
		const saved = await savePartner(await getDb(), rally, event.params.partner, form.value, actor!);
		if (!saved.ok) return answerEditError(saved.error, form.value, partnerFields);
		return done(event, 'partner', 'saved', form.value.name, saved.value);
	}
};
