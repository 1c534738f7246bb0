import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { proposedHanders } from '$lib/domain/closing/run-sheet';
import { getDb } from '$lib/server/db/client';
import { idOrNull, text, whole } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { answerMeanwhile } from '$lib/server/sheet-refusal';
import { readHandovers } from '$lib/server/use-cases/closing/read-closing';
import { saveSheet } from '$lib/server/use-cases/closing/save-sheet';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { met, ...read } = await readHandovers(await getDb(), locals.rally);
	const proposed = read.sheet.version === 0;
	const handers = proposed
		? proposedHanders(
				read.people.map(({ id }) => ({ id, met: met.get(id) ?? [] })),
				read.companies.map(({ id }) => id)
			)
		: null;
	return {
		...read,
		proposed,
		people: read.people.map((person) => ({ ...person, company: handers?.get(person.id) ?? person.company }))
	};
};

const Handovers = z.object({
	version: whole(0, 999_999),
	diplomas: z.array(z.object({ person: z.uuid(), company: idOrNull() })).max(200).default([]),
	prizes: z.array(z.object({ commitment: z.uuid(), to: text(120) })).max(300).default([])
}); // prettier-ignore

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const form = await readForm(request, Handovers);
		if (!form.ok) return fail(400, form.error);
		const { version, diplomas, prizes } = form.value;
		const content = {
			diplomas: Object.fromEntries(
				diplomas.flatMap(({ person, company }) => (company ? [[person, company]] : []))
			),
			prizes: Object.fromEntries(prizes.flatMap(({ commitment, to }) => (to ? [[commitment, to]] : [])))
		};
		const saved = await saveSheet(await getDb(), locals.rally, 'handovers', version, content, locals.actor!);
		if (!saved.ok) return answerMeanwhile(saved.error, form.typed);
		flash(cookies, { message: 'Les remises sont enregistrées.' });
		redirect(303, `/rallyes/${locals.rally.id}/cloture/remises`);
	}
};
