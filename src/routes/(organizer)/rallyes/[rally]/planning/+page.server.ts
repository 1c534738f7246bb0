import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { viewPlan } from '$lib/domain/plan-view';
import { derogationsOf } from '$lib/domain/publication/derogation';
import { database, getDb } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { drafts } from '$lib/server/db/repositories/drafts';
import { plans } from '$lib/server/db/repositories/plans';
import { derogations, publications } from '$lib/server/db/repositories/publications';
import { env } from '$lib/server/env';
import { whole, wholeOrNull } from '$lib/server/fields';
import { readForm } from '$lib/server/form';
import { jobs } from '$lib/server/jobs/start';
import { countedConditions } from '$lib/server/use-cases/planning/counted-conditions';
import { cancelPlanning } from '$lib/server/use-cases/planning/cancel-planning';
import { explainPlace, teamsKnown } from '$lib/server/use-cases/planning/explain-place';
import { missingForPlanning, planRally } from '$lib/server/use-cases/planning/plan-rally';
import { readPlanning } from '$lib/server/use-cases/planning/read-planning';
import { readTravel } from '$lib/server/use-cases/travel/read-travel';
import { shownRun } from './shown-run';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const db = await getDb();
	const planning = await readPlanning(db, locals.rally, Number(url.searchParams.get('version')) || null);
	if (!planning) error(404, 'Cette version du planning n’existe pas.');
	const missing = missingForPlanning(planning.dossier);
	const asked = url.searchParams.get('pourquoi');
	const { dossier, plan, insight, difference, drift, versions, run, known } = planning;
	return {
		plan: plan && { ...plan, teams: undefined, travel: undefined },
		view: plan && viewPlan(locals.rally, plan, known),
		teamsKnown: plan && teamsKnown(dossier, plan),
		why: asked && plan ? { asked, answer: explainPlace(dossier, plan, asked) } : null,
		insight,
		difference,
		drift,
		versions,
		history: await publications(db).list(locals.rally.id),
		derogations: plan ? derogationsOf(await derogations(db).list(locals.rally.id), plan) : [],
		run: run && shownRun(run),
		missing,
		/** What is counted before any computation. */
		counted: missing.length === 0 ? countedConditions(dossier, await readTravel(db, dossier)) : [],
		tryable:
			plan && plan.repairs.length > 0
				? (await plans(db).trialsOf(locals.rally.id, plan.number)).map(Boolean)
				: [],
		scenarios: (await drafts(db, locals.rally.id).scenarios()).length,
		expected: dossier.companies.filter(({ state }) => state === 'confirmed').map(({ id }) => id),
		tiles: env().tiles,
		planSeconds: env().planSeconds
	};
};

export const actions: Actions = {
	plan: async ({ request, locals }) => {
		const form = await readForm(
			request,
			z.object({ seconds: whole(1, 600), keeps: wholeOrNull(1, 1_000_000).optional() })
		);
		if (!form.ok) return fail(400, form.error);
		const db = await getDb();
		const asked = await planRally(
			db,
			await jobs(await database()),
			await readDossier(db, locals.rally),
			{ seconds: form.value.seconds, seed: 1, keeps: form.value.keeps ?? null },
			locals.actor!
		);
		if (!asked.ok && asked.error.code === 'not-ready') return fail(409, { missing: asked.error.missing });
		redirect(303, `/rallyes/${locals.rally.id}/planning`);
	},

	cancel: async ({ request, locals }) => {
		const form = await readForm(request, z.object({ run: z.uuid() }));
		if (form.ok) await cancelPlanning(await getDb(), locals.rally, form.value.run);
		redirect(303, `/rallyes/${locals.rally.id}/planning`);
	}
};
