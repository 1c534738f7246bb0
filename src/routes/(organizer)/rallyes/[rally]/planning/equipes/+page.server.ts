import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { database, getDb } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { env } from '$lib/server/env';
import { whole } from '$lib/server/fields';
import { readForm } from '$lib/server/form';
import { jobs } from '$lib/server/jobs/start';
import { cancelPlanning } from '$lib/server/use-cases/planning/cancel-planning';
import { chooseTeams } from '$lib/server/use-cases/planning/choose-teams';
import { proposeTeams } from '$lib/server/use-cases/planning/propose-teams';
import { readProposals } from '$lib/server/use-cases/planning/read-proposals';
import { shownRun } from '../shown-run';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { run, ...proposals } = await readProposals(await getDb(), locals.rally);
	return { ...proposals, run: run && shownRun(run) };
};

export const actions: Actions = {
	propose: async ({ locals }) => {
		const db = await getDb();
		const dossier = await readDossier(db, locals.rally);
		const asked = await proposeTeams(db, await jobs(await database()), dossier, locals.actor!);
		if (!asked.ok && asked.error.code === 'not-ready') return fail(409, { missing: asked.error.missing });
		redirect(303, `/rallyes/${locals.rally.id}/planning/equipes`);
	},

	cancel: async ({ request, locals }) => {
		const form = await readForm(request, z.object({ run: z.uuid() }));
		if (form.ok) await cancelPlanning(await getDb(), locals.rally, form.value.run);
		redirect(303, `/rallyes/${locals.rally.id}/planning/equipes`);
	},

	choose: async ({ request, locals }) => {
		const form = await readForm(request, z.object({ run: z.uuid(), place: whole(0, 9) }));
		if (!form.ok) return fail(400, form.error);
		const db = await getDb();
		const dossier = await readDossier(db, locals.rally);
		const wanted = { ...form.value, seconds: env().planSeconds };
		const asked = await chooseTeams(db, await jobs(await database()), dossier, wanted, locals.actor!);
		if (!asked.ok && asked.error.code === 'not-ready') return fail(409, { missing: asked.error.missing });
		if (!asked.ok && asked.error.code === 'gone') return fail(409, { gone: true });
		redirect(303, `/rallyes/${locals.rally.id}/planning`);
	}
};
