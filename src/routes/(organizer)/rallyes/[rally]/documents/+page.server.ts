import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { viewPlan } from '$lib/domain/plan-view';
import { getDb } from '$lib/server/db/client';
import { itineraryLinks } from '$lib/server/db/repositories/itinerary-links';
import { plans } from '$lib/server/db/repositories/plans';
import { env } from '$lib/server/env';
import { required } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { qrSvg } from '$lib/server/qr-svg';
import { giveLinks, renewLink, revokeLink } from '$lib/server/use-cases/itinerary-links/give-links';
import { tokenOf } from '$lib/server/use-cases/itinerary-links/link-token';
import { readPlanning } from '$lib/server/use-cases/planning/read-planning';
import { calendarsOf } from '$lib/server/use-cases/publication/read-calendar';
import { whoSaw } from '$lib/server/use-cases/publication/team-news';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const db = await getDb();
	const { rally } = locals;
	const { plan, versions, known } = (await readPlanning(db, rally, null))!;
	const inForce = versions.find(({ published }) => published) ?? null;
	const { origin, secret } = env();
	const links = (await itineraryLinks(db).open(rally.id)).map(({ id, teamLetter, expiresAt, lastSeenAt }) => {
		const address = `${origin}/itineraire/${tokenOf(id, secret)}`;
		return { letter: teamLetter, address, qr: qrSvg(address), expiresAt, lastSeenAt };
	});
	const published = await plans(db).published(rally.id);
	return {
		...calendarsOf(published, known),
		seen: await whoSaw(db, rally, published?.teams.map(({ letter }) => letter) ?? []),
		view: plan && viewPlan(rally, plan, known),
		latest: plan && { number: plan.number, published: plan.published },
		inForce,
		links
	};
};

const Team = z.object({ letter: required('De quelle équipe s’agit-il ?', 3) });

export const actions: Actions = {
	give: async ({ locals, cookies }) => {
		const db = await getDb();
		const planning = (await readPlanning(db, locals.rally, null))!;
		const letters = planning.plan?.teams.map(({ letter }) => letter) ?? [];
		await giveLinks(db, locals.rally, letters, env().secret, locals.actor!);
		flash(cookies, { message: 'Chaque équipe a sa page.' });
		redirect(303, `/rallyes/${locals.rally.id}/documents`);
	},
	renew: async ({ request, locals, cookies }) => {
		const form = await readForm(request, Team);
		if (!form.ok) return fail(400, form.error);
		await renewLink(await getDb(), locals.rally, form.value.letter, env().secret, locals.actor!);
		flash(cookies, {
			message: `L’équipe ${form.value.letter} a une nouvelle adresse ; l’ancienne ne mène plus à rien.`
		});
		redirect(303, `/rallyes/${locals.rally.id}/documents`);
	},
	revoke: async ({ request, locals, cookies }) => {
		const form = await readForm(request, Team);
		if (!form.ok) return fail(400, form.error);
		await revokeLink(await getDb(), locals.rally, form.value.letter);
		flash(cookies, { message: `La page de l’équipe ${form.value.letter} est fermée.` });
		redirect(303, `/rallyes/${locals.rally.id}/documents`);
	}
};
