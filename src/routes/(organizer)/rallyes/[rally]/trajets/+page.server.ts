import { fail, redirect } from '@sveltejs/kit';
import { MEETING } from '$lib/domain/plan';
import { getDb } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { refuse } from '$lib/server/refusal';
import { readTravel } from '$lib/server/use-cases/travel/read-travel';
import { TravelTimeForm, typeTravelTime } from '$lib/server/use-cases/travel/type-travel-time';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { rally } }) => {
	const db = await getDb();
	const dossier = await readDossier(db, rally, null);
	const names: Record<string, string> = { [MEETING]: rally.meetingPoint?.label || 'Point de rendez-vous' };
	for (const { id, name } of dossier.companies) names[id] = name;
	return {
		travel: await readTravel(db, dossier),
		names,
		nowhere: dossier.companies.filter(({ position }) => !position).map(({ id, name }) => ({ id, name })),
		hasMeeting: Boolean(rally.meetingPoint?.position)
	};
};

const messages = {
	'unknown-place': 'Ce lieu n’est plus dans le rallye.',
	'same-place': 'Choisissez deux lieux différents.'
};

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const form = await readForm(request, TravelTimeForm);
		if (!form.ok) return fail(400, form.error);
		const typed = await typeTravelTime(await getDb(), locals.rally, form.value, locals.actor!);
		if (!typed.ok) return refuse(form.typed, { to: [messages[typed.error.code]] });
		flash(cookies, {
			message:
				form.value.minutes === null ? 'Le temps estimé est rétabli.' : 'Le temps saisi compte désormais.'
		});
		redirect(303, `/rallyes/${locals.rally.id}/trajets?depuis=${form.value.from}`);
	}
};
