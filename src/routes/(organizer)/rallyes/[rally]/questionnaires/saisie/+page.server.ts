import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { plural } from '$lib/domain/french';
import type { Score } from '$lib/domain/measure/instruments';
import { getDb } from '$lib/server/db/client';
import { text, wholeOrNull } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { readSheets } from '$lib/server/use-cases/measure/read-questionnaires';
import { saveAnswer } from '$lib/server/use-cases/measure/save-answer';
import { askedIn } from '../asked';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const asked = askedIn(url);
	return { ...asked, ...(await readSheets(await getDb(), locals.rally, asked.audience, asked.moment)) };
};

const score = wholeOrNull(0, 5).transform((value) => value as Score | null);
const Sheets = z.object({
	rows: z
		.array(
			z.object({
				subject: z.uuid(),
				seen: z.union([z.literal(''), z.uuid()]),
				scores: z.record(z.string().max(40), score).default({}),
				words: text(1000)
			})
		)
		.max(200)
		.default([])
});

export const actions: Actions = {
	default: async ({ request, locals, cookies, url }) => {
		const form = await readForm(request, Sheets);
		if (!form.ok) return fail(400, form.error);
		const { audience, moment } = askedIn(url);
		const db = await getDb();
		const { rows } = await readSheets(db, locals.rally, audience, moment);
		const problems: Record<string, string[]> = {};
		let saved = 0;
		for (const [i, row] of form.value.rows.entries()) {
			const former = rows.find(({ id }) => id === row.subject);
			const done = await saveAnswer(
				db,
				locals.rally,
				{ ...row, audience, moment, means: former?.answer?.means ?? 'paper' },
				locals.actor!
			);
			if (!done.ok)
				problems[`rows.${i}.words`] = [
					`${former?.name ?? 'Cette ligne'} : une autre réponse est arrivée pendant que vous l’aviez ouverte. Relisez-la avant de la remplacer.`
				];
			else if ((done.value?.id ?? '') !== row.seen) saved++;
		}
		if (Object.keys(problems).length > 0) return fail(409, { typed: form.typed, problems });
		flash(cookies, {
			message: saved === 0 ? 'Rien n’a changé.' : `${plural(saved, 'feuille enregistrée', 'feuilles enregistrées')}.` // prettier-ignore
		});
		redirect(303, `${url.pathname}?public=${audience}&moment=${moment}`);
	}
};
