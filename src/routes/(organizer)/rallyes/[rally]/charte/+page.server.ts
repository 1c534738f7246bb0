import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { judge } from '$lib/domain/charter';
import { namesOf } from '$lib/domain/charter/words';
import { wallClock } from '$lib/domain/clock';
import { getDb } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { derogations } from '$lib/server/db/repositories/publications';
import { text } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { withVisitsDone } from '$lib/server/use-cases/day/visits-done';
import { otherCharters, prepareUnder } from '$lib/server/use-cases/network/charters';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const db = await getDb();
	const dossier = await withVisitsDone(db, await readDossier(db, locals.rally), new Date());
	return {
		judgement: judge(dossier),
		names: namesOf(dossier),
		plan: dossier.plan?.number ?? null,
		derogations: await derogations(db).list(locals.rally.id),
		over: (locals.rally.programme.at(-1)?.date ?? '9999') < today(),
		others: (await otherCharters(db, locals.rally, today())).map(({ numbers, since }) => ({
			id: numbers.id,
			title: numbers.title,
			since
		}))
	};
};

const today = () => wallClock(new Date()).date;

export const actions: Actions = {
	default: async ({ request, locals, cookies, url }) => {
		const form = await readForm(request, z.object({ charter: text(20) }));
		if (!form.ok) return fail(400, form.error);
		const moved = await prepareUnder(await getDb(), locals.rally, form.value.charter, locals.actor!, today());
		flash(cookies, {
			message: moved.ok
				? `Ce rallye est maintenant préparé sous la charte ${form.value.charter}.`
				: said[moved.error.code]
		});
		redirect(303, url.pathname);
	}
};

const said = {
	'not-found': 'Cette version de la charte n’est pas en vigueur.',
	over: 'Ce rallye est terminé : il garde la version sous laquelle il a eu lieu.',
	changed: 'Quelqu’un vient de changer ce rallye. Recommencez.'
};
