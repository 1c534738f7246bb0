import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { wallClock } from '$lib/domain/clock';
import { campaignFields } from '$lib/domain/fields/network';
import { NOT_FOUND } from '$lib/server/auth/gate';
import { getDb } from '$lib/server/db/client';
import { version } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { answerEditError, refuse } from '$lib/server/refusal';
import { CampaignForm, closeCampaign, readCampaign, saveCampaign } from '$lib/server/use-cases/network/run-campaign'; // prettier-ignore
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const read = await readCampaign(await getDb(), params.campaign, wallClock(new Date()).date);
	if (!read) error(404, NOT_FOUND);
	return read;
};

type Event = Pick<RequestEvent<{ campaign: string }>, 'params' | 'cookies' | 'locals'>;

export const actions: Actions = {
	save: async (event) => {
		const form = await readForm(event.request, CampaignForm.safeExtend({ version: version() }));
		if (!form.ok) return fail(400, form.error);
		const { version: opened, ...input } = form.value;
		const saved = await saveCampaign(
			await getDb(),
			event.params.campaign,
			opened,
			input,
			event.locals.actor!
		);
		if (saved.ok) return back(event, 'La campagne est enregistrée.');
		if (saved.error.code === 'year-taken')
			return refuse(form.typed, { year: ['Cette année a déjà sa campagne.'] });
		return answerEditError(saved.error, form.value, campaignFields);
	},
	close: (event) => setClosed(event, true),
	open: (event) => setClosed(event, false)
};

async function setClosed(event: Event, closed: boolean) {
	const done = await closeCampaign(await getDb(), event.params.campaign, closed, event.locals.actor!);
	if (!done.ok) error(404, NOT_FOUND);
	return back(event, closed ? 'La campagne est close.' : 'La campagne est rouverte.');
}

function back({ cookies, params }: Event, message: string): never {
	flash(cookies, { message });
	redirect(303, `/federation/campagnes/${params.campaign}`);
}
