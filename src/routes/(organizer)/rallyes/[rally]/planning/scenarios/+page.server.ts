import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { accompanistName } from '$lib/domain/accompanist';
import { french } from '$lib/domain/french';
import { fullName } from '$lib/domain/participant';
import { getDb } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { plans } from '$lib/server/db/repositories/plans';
import { whole } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { dropDraft } from '$lib/server/use-cases/draft/drop-draft';
import { plannable, visitedDays } from '$lib/server/use-cases/planning/problem-of-rally';
import { applyScenario } from '$lib/server/use-cases/scenario/apply-scenario';
import { makeScenario } from '$lib/server/use-cases/scenario/make-scenario';
import { readScenarios } from '$lib/server/use-cases/scenario/read-scenarios';
import { isOfRally, ScenarioForm } from '$lib/server/use-cases/scenario/scenario-form';
import type { Actions, PageServerLoad } from './$types';

/** Longest time to look for a scenario's plan, seconds: somebody waits for it. */
const SECONDS = 6;

export const load: PageServerLoad = async ({ locals, url }) => {
	const db = await getDb();
	const dossier = await readDossier(db, locals.rally);
	const { reference, scenarios } = await readScenarios(db, locals.rally);
	const wanted = url.searchParams.getAll('avec');
	return {
		reference,
		scenarios,
		chosen: wanted.length > 0 ? wanted : scenarios.slice(0, 3).map(({ id }) => id!),
		base: dossier.plan?.number ?? null,
		companies: plannable(dossier)
			.map(({ id, name }) => ({ id, name }))
			.sort((a, b) => french.compare(a.name, b.name)),
		vehicles: dossier.vehicles.map(({ id, name, seats }) => ({ id, name, seats })),
		accompanists: dossier.accompanists.map((one) => ({ id: one.id, name: accompanistName(one) })),
		people: dossier.participants
			.filter(({ state }) => state === 'confirmed')
			.map((one) => ({ id: one.id, name: fullName(one) }))
			.sort((a, b) => french.compare(a.name, b.name)),
		days: visitedDays(dossier).map(({ date }) => date)
	};
};

const Seen = z.object({ scenario: z.uuid(), version: whole(0, 1_000_000) });
const NAME_TAKEN = 'Un scénario porte déjà ce nom.';
const NO_PLAN = 'Cette version du planning n’existe plus, ou n’est plus celle de ces jours.';

export const actions: Actions = {
	make: async ({ request, locals }) => {
		const form = await readForm(request, ScenarioForm);
		if (!form.ok) return fail(400, form.error);
		const db = await getDb();
		const refused = (field: string, message: string) =>
			fail(409, { typed: form.typed, problems: { [field]: [message] } });
		if (!isOfRally(form.value.supposes, await readDossier(db, locals.rally, null)))
			return refused('', 'Ce qui est supposé n’est plus dans le dossier : rechargez la page.');
		const made = await makeScenario(db, locals.rally, { ...form.value, seconds: SECONDS }, locals.actor!);
		if (!made.ok)
			return made.error.code === 'name-taken' ? refused('name', NAME_TAKEN) : refused('', NO_PLAN);
		redirect(303, `/rallyes/${locals.rally.id}/planning/scenarios#scenario-${made.value.id}`);
	},

	/** Tries a repair that a version proposes, solved. */
	try: async ({ request, locals }) => {
		const form = await readForm(request, z.object({ version: whole(1, 1_000_000), repair: whole(0, 99) }));
		if (!form.ok) return fail(400, form.error);
		const db = await getDb();
		const { version, repair } = form.value;
		const trial = (await plans(db).trialsOf(locals.rally.id, version))[repair];
		if (!trial) error(404, 'Cette réparation ne peut pas s’essayer.');
		const wanted = { base: version, supposes: [trial], name: '', seconds: SECONDS };
		const made = await makeScenario(db, locals.rally, wanted, locals.actor!);
		if (!made.ok) return fail(409, { problems: { '': [NO_PLAN] } });
		redirect(303, `/rallyes/${locals.rally.id}/planning/scenarios#scenario-${made.value.id}`);
	},

	apply: async ({ request, locals, cookies }) => {
		const form = await readForm(request, z.object({ scenario: z.uuid() }));
		if (!form.ok) return fail(400, form.error);
		const done = await applyScenario(await getDb(), locals.rally, form.value.scenario, locals.actor!);
		if (!done.ok && done.error.code === 'another-open') return fail(409, { another: done.error.base });
		if (!done.ok) return fail(404, { gone: true });
		flash(cookies, {
			message: 'Le scénario est repris ici, jugé sur le dossier tel qu’il est. Rien n’est publié.'
		});
		redirect(303, `/rallyes/${locals.rally.id}/planning/table`);
	},

	drop: async ({ request, locals, cookies }) => {
		const form = await readForm(request, Seen);
		if (!form.ok) return fail(400, form.error);
		const { scenario, version } = form.value;
		const dropped = await dropDraft(await getDb(), locals.rally, scenario, version);
		if (!dropped.ok && dropped.error.code === 'changed-meanwhile') return fail(409, { changed: true });
		flash(cookies, { message: 'Le scénario est supprimé.' });
		redirect(303, `/rallyes/${locals.rally.id}/planning/scenarios`);
	}
};
