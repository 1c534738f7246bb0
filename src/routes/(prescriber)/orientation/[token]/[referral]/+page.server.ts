import { fail, redirect } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { version } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { readReferral } from '$lib/server/use-cases/referrals/read-referrals';
import { ReferralForm } from '$lib/server/use-cases/referrals/referral-form';
import { correctReferral } from '$lib/server/use-cases/referrals/send-referral';
import { z } from 'zod';
import { closed, ownEyes, tooMany } from '../referral-page';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders, cookies }) => {
	setHeaders(ownEyes);
	const referral = await readReferral(await getDb(), params.token, params.referral);
	if (!referral) {
		flash(cookies, { message: 'La réponse est donnée : pour corriger, appelez la structure qui organise.' });
		redirect(303, `/orientation/${params.token}`);
	}
	return { referral };
};

export const actions: Actions = {
	default: async ({ request, params, cookies, getClientAddress }) => {
		const form = await readForm(request, z.intersection(ReferralForm, z.object({ version: version() })));
		if (!form.ok) return fail(400, form.error);
		const { token, referral } = params;
		const corrected = await correctReferral(await getDb(), token, referral, form.value, getClientAddress());
		if (corrected.ok) {
			flash(cookies, { message: `C’est corrigé pour ${corrected.value.firstName}.` });
			redirect(303, `/orientation/${token}`);
		}
		const { error: problem } = corrected;
		if (problem.code === 'closed' || problem.code === 'not-found') return closed();
		if (problem.code === 'too-many-attempts') return tooMany(form.typed, problem.minutes);
		if (problem.code === 'corrected-meanwhile')
			return fail(409, {
				typed: form.typed,
				problems: {
					'': ['Un ou une collègue vient de corriger cette personne. Vérifiez ce que vous avez écrit, puis enregistrez de nouveau.'] // prettier-ignore
				} as Record<string, string[]>,
				version: problem.version
			});
		flash(cookies, { message: 'La réponse est donnée : pour corriger, appelez la structure qui organise.' });
		redirect(303, `/orientation/${token}`);
	}
};
