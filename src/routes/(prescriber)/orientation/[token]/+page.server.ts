import { fail, redirect } from '@sveltejs/kit';
import { wallClock } from '$lib/domain/clock';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { refuse } from '$lib/server/refusal';
import { readReferrals } from '$lib/server/use-cases/referrals/read-referrals';
import { NewReferralForm } from '$lib/server/use-cases/referrals/referral-form';
import { sendReferral } from '$lib/server/use-cases/referrals/send-referral';
import { closed, ownEyes, tooMany } from './referral-page';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	setHeaders(ownEyes);
	const page = await readReferrals(await getDb(), params.token);
	return page ?? closed();
};

export const actions: Actions = {
	default: async ({ request, params, cookies, getClientAddress }) => {
		const form = await readForm(request, NewReferralForm);
		if (!form.ok) return fail(400, form.error);
		const { date } = wallClock(new Date());
		const sent = await sendReferral(await getDb(), params.token, form.value, getClientAddress(), date);
		if (sent.ok) {
			flash(cookies, { message: `Merci : ${sent.value.firstName} est bien parmi les candidatures.` });
			redirect(303, `/orientation/${params.token}`);
		}
		if (sent.error.code === 'closed') return closed();
		if (sent.error.code === 'too-many-attempts') return tooMany(form.typed, sent.error.minutes);
		return refuse(form.typed, {
			firstName: [
				'Vous avez déjà orienté cette personne : elle est dans votre liste, où vous pouvez corriger.'
			]
		});
	}
};
