import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { companyStates } from '$lib/domain/company';
import { quoted, listed } from '$lib/domain/french';
import { columnOf, columnsOf, proposeColumns } from '$lib/domain/import/columns';
import { participantStates } from '$lib/domain/participant';
import { sectors } from '$lib/domain/sector';
import { vehicleOwners } from '$lib/domain/vehicle';
import { getDb } from '$lib/server/db/client';
import { readForm } from '$lib/server/form';
import { analyseInBackground, analyseRows, SOON } from '$lib/server/use-cases/imports/analyse-rows';
import { chooseColumns } from '$lib/server/use-cases/imports/choose-columns';
import { readImport } from '$lib/server/use-cases/imports/read-import';
import { NO_SUCH_IMPORT } from '../../kinds';
import type { Actions, PageServerLoad } from './$types';

/** What new records get when the file has no column for it, or an empty cell. */
const defaults = {
	company: { sector: Object.values(sectors), state: Object.values(companyStates) },
	participant: { state: Object.values(participantStates) },
	vehicle: { owner: Object.values(vehicleOwners) },
	accompanist: {}
};

export const load: PageServerLoad = async ({ parent }) => {
	const { current } = await parent();
	if (!current.held) error(404, 'Ce fichier est déjà importé : ses colonnes ne se changent plus.');
	const { headers } = current.found;
	// Not what was chosen: why each was proposed, so that a guess is seen as one.
	const proposals = proposeColumns(current.kind, headers, []);
	return {
		choices: columnsOf[current.kind].map(({ key, label }) => ({ key, label })),
		why: headers.map((_, i) =>
			proposals[i]!.key === current.chosen.keys[i] ? proposals[i]!.why : 'nothing'
		),
		defaults: Object.entries<string[]>(defaults[current.kind]).map(([key, options]) => ({
			key,
			label: columnOf(current.kind, key)!.label,
			options
		}))
	};
};

const Choice = z.object({
	column: z.array(z.string().max(60)).default([]),
	default: z.record(z.string(), z.string().max(120)).default({})
});

export const actions: Actions = {
	default: async ({ request, params, locals }) => {
		const form = await readForm(request, Choice);
		if (!form.ok)
			return fail(400, {
				keys: null,
				problem: 'Ces choix n’ont pas pu être lus. Recommencez.',
				column: null
			});
		const db = await getDb();
		const keys = form.value.column.map((key) => key || null);
		const chosen = await chooseColumns(db, locals.rally, params.import, {
			keys,
			defaults: form.value.default
		});
		if (!chosen.ok) {
			const { error: problem } = chosen;
			if (problem.code === 'not-found') error(404, NO_SUCH_IMPORT);
			if (problem.code === 'missing')
				return fail(400, {
					keys,
					column: null,
					problem: `Dites quelle colonne contient : ${listed(problem.labels)}.`
				});
			return fail(400, {
				keys,
				column: problem.column,
				problem: `Deux colonnes sont prises pour ${quoted(problem.label)} : gardez-en une.`
			});
		}
		const current = await readImport(db, locals.rally, params.import);
		if (current && current.found.rows > SOON) analyseInBackground(db, locals.rally, params.import);
		else await analyseRows(db, locals.rally, params.import);
		redirect(303, `/rallyes/${locals.rally.id}/imports/${params.import}/lignes`);
	}
};
