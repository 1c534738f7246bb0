import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { speakers } from '$lib/domain/closing/run-sheet';
import { getDb } from '$lib/server/db/client';
import { choice, text, whole, wholeOrNull } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { answerMeanwhile } from '$lib/server/sheet-refusal';
import { readClosing } from '$lib/server/use-cases/closing/read-closing';
import { saveSheet } from '$lib/server/use-cases/closing/save-sheet';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	closing: await readClosing(await getDb(), locals.rally)
});

const Line = z
	.object({
		place: wholeOrNull(0, 999),
		title: text(120),
		minutes: wholeOrNull(1, 240),
		speaker: choice(speakers),
		who: text(120),
		note: text(300)
	})
	// A line whose title was cleared is taken out.
	.refine(({ title, minutes }) => title === '' || minutes !== null, {
		path: ['minutes'],
		error: 'Indiquez la durée.'
	});
const Steps = z.object({ version: whole(0, 999_999), steps: z.array(Line).max(60).default([]) });

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const form = await readForm(request, Steps);
		if (!form.ok) return fail(400, form.error);
		const steps = form.value.steps
			.filter(({ title }) => title !== '')
			.sort((a, b) => (a.place ?? 999) - (b.place ?? 999))
			.map(({ title, minutes, speaker, who, note }) => ({ title, minutes: minutes!, speaker, who, note }));
		const saved = await saveSheet(await getDb(), locals.rally, 'closing', form.value.version, { steps }, locals.actor!); // prettier-ignore
		if (!saved.ok) return answerMeanwhile(saved.error, form.typed);
		flash(cookies, { message: 'Le déroulé de la clôture est enregistré.' });
		redirect(303, `/rallyes/${locals.rally.id}/cloture`);
	}
};
