import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { moment } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { undoChange } from '$lib/server/use-cases/records/edit-record';
import type { Actions } from './$types';

const GONE = 'Ce changement n’existe pas, ou plus.';

/** « Annuler », wherever it was offered: takes one change back and returns to the page it was made on. */
export const actions: Actions = {
	default: async ({ request, locals, cookies, url }) => {
		const form = await readForm(request, z.object({ change: z.uuid() }));
		if (!form.ok) error(404, GONE);

		const undone = await undoChange(await getDb(), locals.rally, form.value.change, locals.actor!);
		if (undone.ok) flash(cookies, { message: 'C’est annulé.' });
		else if (undone.error.code === 'not-found') error(404, GONE);
		else {
			const { by, at } = undone.error;
			flash(cookies, {
				message: `Impossible d’annuler : ${by} a modifié cette fiche depuis, le ${moment(at)}.`
			});
		}
		redirect(303, from(request, url) ?? `/rallyes/${locals.rally.id}`);
	}
};

/** The page of ours that « Annuler » was pressed on. */
function from(request: Request, url: URL): string | null {
	const referer = request.headers.get('referer') ?? '';
	const page = URL.canParse(referer) ? new URL(referer) : null;
	return page?.origin === url.origin ? page.pathname + page.search : null;
}
