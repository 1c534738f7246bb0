import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { listed } from '$lib/domain/french';
import { MOST } from '$lib/domain/scenario/words';
import { getDb } from '$lib/server/db/client';
import { env } from '$lib/server/env';
import { required, whole } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { dropDraft } from '$lib/server/use-cases/draft/drop-draft';
import { keepDraft } from '$lib/server/use-cases/draft/keep-draft';
import { openDraft } from '$lib/server/use-cases/draft/open-draft';
import { keepAsScenario } from '$lib/server/use-cases/scenario/keep-as-scenario';
import { readDraft } from '$lib/server/use-cases/draft/read-draft';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const scenario = url.searchParams.get('scenario');
	if (scenario !== null && !z.uuid().safeParse(scenario).success) error(404, NO_SCENARIO);
	const open = await readDraft(await getDb(), locals.rally, scenario);
	if (scenario !== null && !open) error(404, NO_SCENARIO);
	return { open: open && { ...open, me: locals.actor!.userId }, tiles: env().tiles };
};

const NO_SCENARIO = 'Ce scénario n’existe plus.';

const Seen = z.object({ draft: z.uuid(), version: whole(0, 1_000_000) });

export const actions: Actions = {
	/** Begins to change a version by hand, or goes on with it. */
	open: async ({ request, locals }) => {
		const form = await readForm(request, z.object({ number: whole(1, 1_000_000) }));
		if (!form.ok) return fail(400, form.error);
		const opened = await openDraft(await getDb(), locals.rally, form.value.number, locals.actor!);
		if (!opened.ok && opened.error.code === 'another-open')
			return fail(409, { another: { base: opened.error.base, wanted: form.value.number } });
		if (!opened.ok) return fail(404, { gone: true });
		redirect(303, `/rallyes/${locals.rally.id}/planning/table`);
	},

	keep: async ({ request, locals, cookies }) => {
		const form = await readForm(request, Seen);
		if (!form.ok) return fail(400, form.error);
		const { draft, version } = form.value;
		const kept = await keepDraft(await getDb(), locals.rally, draft, version, locals.actor!);
		if (kept.ok) {
			flash(cookies, {
				message: `La version ${kept.value.number} est enregistrée. Elle n’est pas encore publiée.`
			});
			redirect(303, `/rallyes/${locals.rally.id}/planning?version=${kept.value.number}`);
		}
		switch (kept.error.code) {
			case 'not-found':
				return fail(404, { gone: true });
			case 'changed-meanwhile':
				return fail(409, {
					says: 'Quelqu’un vient de changer autre chose : regardez, puis enregistrez de nouveau.'
				});
			case 'lost-companies':
				return fail(409, {
					says: `Sans position, ${listed(kept.error.names)} ne peut pas être visitée : retirez ces visites, ou situez l’entreprise.`
				});
		}
	},

	/** Keeps what is there under a name, to be compared: the work itself goes on. */
	name: async ({ request, locals, cookies }) => {
		const form = await readForm(
			request,
			z.object({ draft: z.uuid(), name: required('Donnez-lui un nom.', MOST) })
		);
		if (!form.ok) return fail(400, form.error);
		const { draft, name } = form.value;
		const kept = await keepAsScenario(await getDb(), locals.rally, draft, name, locals.actor!);
		if (!kept.ok && kept.error.code === 'name-taken')
			return fail(409, { typed: form.typed, problems: { name: ['Un scénario porte déjà ce nom.'] } });
		if (!kept.ok) return fail(404, { gone: true });
		flash(cookies, { message: `Le scénario « ${name} » est gardé. Ce que vous modifiez ici continue.` });
		redirect(303, `/rallyes/${locals.rally.id}/planning/scenarios#scenario-${kept.value.id}`);
	},

	drop: async ({ request, locals, cookies }) => {
		const form = await readForm(request, Seen);
		if (!form.ok) return fail(400, form.error);
		const { draft, version } = form.value;
		const dropped = await dropDraft(await getDb(), locals.rally, draft, version);
		if (!dropped.ok && dropped.error.code === 'changed-meanwhile')
			return fail(409, { says: 'Quelqu’un vient de changer quelque chose : rien n’a été abandonné.' });
		flash(cookies, { message: 'Les modifications sont abandonnées : le planning est comme avant.' });
		redirect(303, `/rallyes/${locals.rally.id}/planning`);
	}
};
