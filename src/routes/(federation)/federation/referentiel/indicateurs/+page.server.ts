import { fail, redirect } from '@sveltejs/kit';
import { organizationWith } from '$lib/domain/access';
import { wordingFields } from '$lib/domain/fields/network';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { answerEditError } from '$lib/server/refusal';
import {
	readIndicators,
	saveWording,
	typedWording,
	WordingForm
} from '$lib/server/use-cases/network/indicators';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { wording, version, updatedBy, updatedAt } = await readIndicators(await getDb());
	return { values: typedWording(wording), reworded: Object.keys(wording), version, updatedBy, updatedAt };
};

export const actions: Actions = {
	default: async ({ request, locals: { actor }, cookies }) => {
		const form = await readForm(request, WordingForm);
		if (!form.ok) return fail(400, form.error);
		const own = organizationWith(actor, 'federation:write')!;
		const saved = await saveWording(await getDb(), own, form.value, actor!);
		if (!saved.ok) return answerEditError(saved.error, form.value, wordingFields);
		flash(cookies, {
			message: 'Les mots des indicateurs sont enregistrés : les prochains bilans les prendront.'
		});
		redirect(303, '/federation/referentiel/indicateurs');
	}
};
