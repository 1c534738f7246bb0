import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { toConfirm } from '$lib/domain/address';
import { MEETING } from '$lib/domain/plan';
import { database, getDb } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { errands, shownErrand } from '$lib/server/db/repositories/errands';
import { ticked } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { jobs } from '$lib/server/jobs/start';
import { servicesOutside } from '$lib/server/outside/services';
import { refuse } from '$lib/server/refusal';
import { sendErrand } from '$lib/server/use-cases/errands/send-errand';
import { readLegs } from '$lib/server/use-cases/travel/read-legs';
import { TravelTimeForm, typeTravelTime } from '$lib/server/use-cases/travel/type-travel-time';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { rally }, url, depends }) => {
	depends('equipage:errand');
	const db = await getDb();
	const dossier = await readDossier(db, rally, null);
	const names: Record<string, string> = { [MEETING]: rally.meetingPoint?.label || 'Point de rendez-vous' };
	for (const { id, name } of dossier.companies) names[id] = name;
	const { roads } = servicesOutside();
	const errand = await errands(db).latest(rally.id, 'road-times');
	return {
		...(await readLegs(db, dossier, url.searchParams.get('depuis') ?? '')),
		names,
		nowhere: dossier.companies.filter(({ position }) => !position).map(({ id, name }) => ({ id, name })),
		approximate: dossier.companies.filter(({ position, precision }) => position && toConfirm(precision))
			.length,
		hasMeeting: Boolean(rally.meetingPoint?.position),
		server: roads && { kind: roads.kind, host: roads.host },
		errand: errand && shownErrand(errand),
		now: new Date()
	};
};

const messages = {
	'unknown-place': 'Ce lieu n’est plus dans le rallye.',
	'same-place': 'Choisissez deux lieux différents.'
};

export const actions: Actions = {
	type: async ({ request, locals, cookies }) => {
		const form = await readForm(request, TravelTimeForm);
		if (!form.ok) return fail(400, form.error);
		const typed = await typeTravelTime(await getDb(), locals.rally, form.value, locals.actor!);
		if (!typed.ok) return refuse(form.typed, { to: [messages[typed.error.code]] });
		flash(cookies, {
			message:
				form.value.minutes === null
					? 'Ce trajet n’a plus de temps saisi.'
					: 'Le temps saisi compte désormais.'
		});
		redirect(303, `/rallyes/${locals.rally.id}/trajets?depuis=${form.value.from}`);
	},

	refresh: async ({ request, locals, url }) => {
		const form = await readForm(request, z.object({ afresh: ticked() }));
		if (form.ok && servicesOutside().roads) {
			const wanted = { kind: 'road-times' as const, afresh: form.value.afresh };
			await sendErrand(await getDb(), await jobs(await database()), locals.rally, wanted, locals.actor!);
		}
		const from = url.searchParams.get('depuis');
		redirect(303, `/rallyes/${locals.rally.id}/trajets${from ? `?depuis=${encodeURIComponent(from)}` : ''}`);
	}
};
