import { error, fail, redirect } from '@sveltejs/kit';
import { bilanFields } from '$lib/domain/fields/bilan';
import { bilanStates } from '$lib/domain/bilan/bilan';
import { isOpen } from '$lib/domain/bilan/move';
import { outlines } from '$lib/domain/bilan/outline';
import { getDb } from '$lib/server/db/client';
import { whole } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { answerEditError, refuse } from '$lib/server/refusal';
import { moveFault } from '$lib/server/bilan-refusal';
import { MoveForm, moveOwnBilan } from '$lib/server/use-cases/bilans/move-bilan';
import { readBilan } from '$lib/server/use-cases/bilans/read-bilans';
import { BilanForm, flat, saveBilan } from '$lib/server/use-cases/bilans/save-bilan';
import type { Actions, PageServerLoad } from './$types';

const none = 'Ce bilan n’existe pas, ou plus.';

export const load: PageServerLoad = async ({ locals, params }) => {
	const read = await readBilan(await getDb(), locals.rally, params.recipient, new Date());
	if (!read) error(404, none);
	const { recipient, row, state, due, missing, content, steps, moves, call } = read;
	return {
		recipient: { key: recipient.key, kind: recipient.kind, name: recipient.name },
		sections: outlines[recipient.kind].narrative,
		values: flat(row ?? { narrative: {}, shown: null }, recipient),
		version: row?.version ?? 0,
		state,
		due,
		missing,
		content,
		steps,
		moves,
		call,
		open: isOpen(state),
		begun: row
	};
};

export const actions: Actions = {
	save: async (event) => {
		const { rally, actor } = event.locals;
		const form = await readForm(event.request, BilanForm.safeExtend({ version: whole(0, 999_999_999) }));
		if (!form.ok) return fail(400, form.error);
		const db = await getDb();
		const read = await readBilan(db, rally, event.params.recipient, new Date());
		if (!read) error(404, none);
		const saved = await saveBilan(db, rally, read.recipient, form.value, actor!);
		if (!saved.ok) {
			if (saved.error.code === 'already-sent')
				return refuse(form.typed, { '': ['Ce bilan est parti entre-temps : reprenez-le pour y écrire.'] });
			return answerEditError(saved.error, form.value, bilanFields);
		}
		flash(event.cookies, { message: 'Le bilan est enregistré.', undo: saved.value.change });
		redirect(303, event.url.pathname);
	},

	move: async (event) => {
		const { rally, actor } = event.locals;
		const form = await readForm(event.request, MoveForm);
		if (!form.ok) return fail(400, { moving: form.error });
		const moved = await moveOwnBilan(
			await getDb(),
			rally,
			event.params.recipient,
			form.value,
			actor!,
			new Date()
		);
		if (!moved.ok) return fail(409, { moving: { typed: form.typed, problems: moveFault(moved.error) } });
		flash(event.cookies, { message: `Le bilan est maintenant : ${bilanStates[moved.value].organizer}.` });
		redirect(303, event.url.pathname);
	}
};
