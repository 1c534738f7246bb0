import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { plural } from '$lib/domain/french';
import { columnOf, columnsOf } from '$lib/domain/import/columns';
import {
	decisions,
	rowStatuses,
	type Counts,
	type Decision,
	type RowStatus
} from '$lib/domain/import/review';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { startApplying } from '$lib/server/use-cases/imports/apply-import';
import { acceptRepairs, correctRow, decideDuplicates } from '$lib/server/use-cases/imports/correct-rows';
import { PAGE, readRows } from '$lib/server/use-cases/imports/read-import';
import { undoImport } from '$lib/server/use-cases/imports/undo-import';
import { importing } from '$lib/server/use-cases/imports/importing';
import { NO_SUCH_IMPORT } from '../../kinds';
import type { Actions, PageServerLoad } from './$types';

/** What needs a person comes first. */
const first = (counts: Counts): RowStatus | null =>
	counts.error > 0 ? 'error' : counts.duplicate > 0 ? 'duplicate' : null;

export const load: PageServerLoad = async ({ params, parent, url, locals }) => {
	const { current } = await parent();
	if (current.state === 'table' || current.state === 'columns')
		redirect(303, `/rallyes/${locals.rally.id}/imports/${params.import}`);
	const asked = url.searchParams.get('etat') ?? '';
	const page = Math.max(1, Math.min(1000, Number(url.searchParams.get('page')) || 1));
	const db = await getDb();
	const { counts } = await readRows(db, params.import, null, 1);
	const status =
		asked === 'toutes' ? null : Object.hasOwn(rowStatuses, asked) ? (asked as RowStatus) : first(counts);
	const { rows } = await readRows(db, params.import, status, page);
	const total = status ? counts[status] : Object.values(counts).reduce((sum, n) => sum + n, 0);
	const { kind, chosen, found } = current;
	return {
		counts,
		status,
		page,
		pages: Math.ceil(total / PAGE),
		rows: rows.map(({ line, cells, status, review, decision, recordId }) => ({ line, cells, status, review, decision, recordId })), // prettier-ignore
		columns: chosen.keys.flatMap((key, at) => {
			const column = columnOf(kind, key);
			return column
				? [{ at, header: found.headers[at]!, label: column.label, choices: column.choices ?? null }]
				: [];
		}),
		/** Fields that a fault may name without a column for it. */
		fields: Object.fromEntries(
			columnsOf[kind]
				.filter(({ write }) => write)
				.map(({ field, label, choices }) => [field, { label, choices: choices ?? null }])
		),
		labels: Object.fromEntries(
			Object.entries(importing[kind].fields).map(([field, { label }]) => [field, label])
		)
	};
};

const Row = z.object({
	line: z.coerce.number().int().min(1).max(100_000),
	cell: z.record(z.string(), z.string()).or(z.array(z.string().nullish())).default({}),
	field: z.record(z.string(), z.string()).default({}),
	decision: z.string().default('')
});
const known = (decision: string): Decision | null =>
	Object.hasOwn(decisions, decision) ? (decision as Decision) : null;

export const actions: Actions = {
	correct: async ({ request, params, locals }) => {
		const form = await readForm(request, Row);
		if (!form.ok) error(404, NO_SUCH_IMPORT);
		const { line, cell, field, decision } = form.value;
		const corrected = await correctRow(await getDb(), locals.rally, params.import, {
			line,
			cells: Object.entries(cell).flatMap(([column, text]) =>
				text == null ? [] : [{ column: Number(column), text }]
			),
			fields: Object.entries(field).map(([name, text]) => ({ field: name, text })),
			decision: decision === 'again' ? '' : known(decision)
		});
		if (!corrected.ok) error(404, NO_SUCH_IMPORT);
		return { said: `Ligne ${line} relue.` };
	},
	repair: async ({ request, params, locals }) => {
		const form = await readForm(request, Row.partial());
		const line = form.ok ? (form.value.line ?? null) : null;
		const repaired = await acceptRepairs(await getDb(), locals.rally, params.import, line);
		if (!repaired.ok) error(404, NO_SUCH_IMPORT);
		return { said: line ? `Ligne ${line} réparée.` : 'Réparations acceptées.' };
	},
	decide: async ({ request, params, locals }) => {
		const form = await readForm(request, z.object({ decision: z.enum(['create', 'skip']) }));
		if (!form.ok) error(404, NO_SUCH_IMPORT);
		const decided = await decideDuplicates(await getDb(), locals.rally, params.import, form.value.decision);
		if (!decided.ok) error(404, NO_SUCH_IMPORT);
		return { said: 'C’est noté pour tous les doublons probables.' };
	},
	apply: async ({ params, locals, cookies }) => {
		const applied = await startApplying(await getDb(), locals.rally, params.import, locals.actor!);
		if (!applied.ok) error(404, NO_SUCH_IMPORT);
		// A long one goes on by itself: the page shows how far.
		if (!applied.value) redirect(303, `/rallyes/${locals.rally.id}/imports/${params.import}/lignes`);
		const { created, updated, changed } = applied.value;
		const done = `${plural(created, 'fiche créée', 'fiches créées')} et ${plural(updated, 'mise à jour', 'mises à jour')}.`;
		const late =
			changed > 0
				? ` ${plural(changed, 'ligne attend', 'lignes attendent')} d’être relues : le rallye a changé entre-temps.`
				: '';
		flash(cookies, { message: done + late });
		redirect(303, `/rallyes/${locals.rally.id}/imports/${params.import}/lignes`);
	},
	undo: async ({ params, locals, cookies }) => {
		const undone = await undoImport(await getDb(), locals.rally, params.import, locals.actor!);
		if (!undone.ok) error(404, NO_SUCH_IMPORT);
		const { undone: count, kept } = undone.value;
		const left =
			kept.length > 0
				? ` ${plural(kept.length, 'fiche modifiée', 'fiches modifiées')} depuis : laissées comme elles sont.`
				: '';
		flash(cookies, {
			message: `L’import est annulé : ${plural(count, 'fiche remise', 'fiches remises')} comme avant.${left}`
		});
		redirect(303, `/rallyes/${locals.rally.id}/imports/${params.import}/lignes`);
	}
};
