import { fail, redirect } from '@sveltejs/kit';
import { organizationWith } from '$lib/domain/access';
import { charterVersions, currentCharter } from '$lib/domain/charter/numbers';
import { wallClock } from '$lib/domain/clock';
import { indicatorFields } from '$lib/domain/fields/network';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { answerEditError } from '$lib/server/refusal';
import { readCharters } from '$lib/server/use-cases/network/charters';
import { IndicatorForm, readCompleteness, readIndicators, saveIndicators } from '$lib/server/use-cases/network/indicators'; // prettier-ignore
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const indicators = await readIndicators(await getDb());
	return {
		charters: await readCharters(await getDb(), wallClock(new Date()).date),
		first: charterVersions[currentCharter],
		indicators,
		completeness: await readCompleteness(await getDb(), indicators.mandatory)
	};
};

export const actions: Actions = {
	default: async ({ request, locals: { actor }, cookies }) => {
		const form = await readForm(request, IndicatorForm);
		if (!form.ok) return fail(400, form.error);
		const own = organizationWith(actor, 'federation:write')!;
		const saved = await saveIndicators(await getDb(), own, form.value, actor!);
		if (!saved.ok) return answerEditError(saved.error, form.value, indicatorFields);
		flash(cookies, { message: 'Les chiffres attendus sont enregistrés.' });
		redirect(303, '/federation/referentiel');
	}
};
