import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { getDb } from '$lib/server/db/client';
import { rallySheets } from '$lib/server/db/repositories/rally-sheets';
import { text, whole } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { answerMeanwhile } from '$lib/server/sheet-refusal';
import { saveSheet } from '$lib/server/use-cases/closing/save-sheet';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	sheet: await rallySheets(await getDb(), locals.rally.id).find('thanks')
});

const Thanks = z.object({
	version: whole(0, 999_999),
	message: text(1500),
	signatory: text(120),
	role: text(120)
});

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const form = await readForm(request, Thanks);
		if (!form.ok) return fail(400, form.error);
		const { version, ...content } = form.value;
		const saved = await saveSheet(await getDb(), locals.rally, 'thanks', version, content, locals.actor!);
		if (!saved.ok) return answerMeanwhile(saved.error, form.typed);
		flash(cookies, { message: 'Les lettres de remerciement sont prêtes à imprimer.' });
		redirect(303, `/rallyes/${locals.rally.id}/cloture/remerciements`);
	}
};
