import { error, fail, redirect } from '@sveltejs/kit';
import { canBeReplaced, canReplace } from '$lib/domain/enrolment/state';
import { waitingList } from '$lib/domain/enrolment/waiting-list';
import { french } from '$lib/domain/french';
import { fullName } from '$lib/domain/participant';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { refuse } from '$lib/server/refusal';
import { replaceParticipant, ReplacementForm } from '$lib/server/use-cases/enrolment/replace-participant';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const all = await records(await getDb(), 'participant').list(locals.rally.id);
	const person = all.find(({ id }) => id === params.participant);
	if (!person) error(404, NO_SUCH_RECORD);
	const named = (some: typeof all) => some.map((one) => ({ id: one.id, name: fullName(one) }));
	const candidates = all
		.filter(({ state }) => canReplace(state) && state !== 'waiting')
		.sort((a, b) => french.compare(a.lastName, b.lastName));
	return {
		person: { id: person.id, name: fullName(person) },
		possible: canBeReplaced(person.state),
		waiting: named(waitingList(all)),
		candidates: named(candidates)
	};
};

export const actions: Actions = {
	default: async ({ request, params, locals, cookies }) => {
		const form = await readForm(request, ReplacementForm);
		if (!form.ok) return fail(400, form.error);
		const { rally, actor } = locals;
		const replaced = await replaceParticipant(await getDb(), rally, params.participant, form.value, actor!);
		if (replaced.ok) {
			flash(cookies, { message: 'La place est donnée : les deux fiches sont gardées.', undo: replaced.value.change }); // prettier-ignore
			redirect(303, `/rallyes/${rally.id}/participants/inscriptions`);
		}
		const { code } = replaced.error;
		if (code === 'not-found') error(404, NO_SUCH_RECORD);
		if (code === 'cannot-replace') return refuse(form.typed, { by: ['Cette personne ne peut plus prendre la place : choisissez-en une autre.'] }); // prettier-ignore
		if (code === 'unknown-half-day') return refuse(form.typed, { from: ['Cette demi-journée n’est plus au programme.'] }); // prettier-ignore
		return refuse(form.typed, { '': ['Une des deux fiches vient de changer. Vérifiez, puis recommencez.'] });
	}
};
