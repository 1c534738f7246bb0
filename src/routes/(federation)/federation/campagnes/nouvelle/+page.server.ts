import { fail, redirect } from '@sveltejs/kit';
import { organizationWith } from '$lib/domain/access';
import { wallClock } from '$lib/domain/clock';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { refuse } from '$lib/server/refusal';
import { CampaignForm, openCampaign } from '$lib/server/use-cases/network/run-campaign';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ today: wallClock(new Date()).date });

export const actions: Actions = {
	default: async ({ request, locals: { actor }, cookies }) => {
		const form = await readForm(request, CampaignForm);
		if (!form.ok) return fail(400, form.error);
		const own = organizationWith(actor, 'federation:write')!;
		const opened = await openCampaign(await getDb(), own, form.value, actor!);
		if (!opened.ok) return refuse(form.typed, { year: ['Cette année a déjà sa campagne.'] });
		flash(cookies, { message: `La campagne ${form.value.year} est ouverte.` });
		redirect(303, `/federation/campagnes/${opened.value}`);
	}
};
