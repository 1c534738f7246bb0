import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readHalfDay, type HalfDay } from '$lib/domain/calendar';
import { getDb } from '$lib/server/db/client';
import { clockTime, required, text, whole } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { answerMeanwhile } from '$lib/server/sheet-refusal';
import { readRestitution } from '$lib/server/use-cases/closing/read-restitution';
import { saveSheet } from '$lib/server/use-cases/closing/save-sheet';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	restitution: await readRestitution(await getDb(), locals.rally)
});

const half = z.string().refine((key) => readHalfDay(key) !== null, { error: 'Choisissez une demi-journée.' }).transform((key) => key as HalfDay); // prettier-ignore
const Slots = z.object({
	version: whole(0, 999_999),
	slots: z
		.array(
			z.object({
				team: required('Écrivez la lettre de l’équipe.', 3),
				half,
				from: clockTime(),
				minutes: whole(5, 120),
				prompt: text(600)
			})
		)
		.max(30)
		.default([])
});

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const form = await readForm(request, Slots);
		if (!form.ok) return fail(400, form.error);
		const { version, slots } = form.value;
		const saved = await saveSheet(await getDb(), locals.rally, 'restitution', version, { slots }, locals.actor!); // prettier-ignore
		if (!saved.ok) return answerMeanwhile(saved.error, form.typed);
		flash(cookies, { message: 'Le déroulé de la restitution est enregistré.' });
		redirect(303, `/rallyes/${locals.rally.id}/restitution`);
	}
};
