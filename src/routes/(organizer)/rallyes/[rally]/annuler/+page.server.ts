import { error, redirect } from '@sveltejs/kit';
import { moment } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { undoChange } from '$lib/server/use-cases/records/edit-record';
import type { Actions } from './$types';

/** « Annuler », wherever it was offered: takes one change back and returns to the page it was made on. */
export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const change = String((await request.formData()).get('change') ?? '');
		const undone = await undoChange(await getDb(), locals.rally, change, locals.actor!);
		if (undone.ok) flash(cookies, { message: 'C’est annulé.' });
		else if (undone.error.code === 'not-found') error(404, 'Ce changement n’existe pas, ou plus.');
		else {
			const { by, at } = undone.error;
			flash(cookies, {
				message: `Impossible d’annuler : ${by} a modifié cette fiche depuis, le ${moment(at)}.`
			});
		}
		redirect(303, request.headers.get('referer') ?? `/rallyes/${locals.rally.id}`);
	}
};
