import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readingInWords } from '$lib/domain/import/words';
import { getDb } from '$lib/server/db/client';
import { whole } from '$lib/server/fields';
import { readForm } from '$lib/server/form';
import { chooseTable } from '$lib/server/use-cases/imports/choose-table';
import { readSheets } from '$lib/server/use-cases/imports/read-import';
import { NO_SUCH_IMPORT } from '../../kinds';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, parent }) => {
	await parent();
	const reading = await readSheets(await getDb(), params.import);
	if (!reading) error(404, 'Ce fichier est déjà importé : son contenu n’est plus gardé.');
	return { sheets: reading.sheets, said: readingInWords(reading) };
};

/** The line of headers as the spreadsheet numbers it; 0 for none. */
const Choice = z.object({ sheet: whole(0, 200), line: whole(0, 6000), lines: z.enum(['1', '2']).catch('1') });
const words = {
	'no-rows': 'Il n’y a aucune ligne sous ces en-têtes.',
	'too-many-rows': 'Il y a plus de 5 000 lignes sous ces en-têtes : coupez le fichier en plusieurs.'
};

export const actions: Actions = {
	default: async ({ request, params, locals }) => {
		const form = await readForm(request, Choice);
		if (!form.ok) return fail(400, { problem: 'Indiquez la ligne des en-têtes, ou 0 s’il n’y en a pas.' });
		const { sheet, line, lines } = form.value;
		const head = line === 0 ? null : { row: line - 1, lines: lines === '2' ? (2 as const) : (1 as const) };
		const chosen = await chooseTable(await getDb(), locals.rally, params.import, { sheet, head });
		if (!chosen.ok) {
			if (chosen.error.code === 'not-found') error(404, NO_SUCH_IMPORT);
			return fail(400, { problem: words[chosen.error.code] });
		}
		redirect(303, `/rallyes/${locals.rally.id}/imports/${params.import}/colonnes`);
	}
};
