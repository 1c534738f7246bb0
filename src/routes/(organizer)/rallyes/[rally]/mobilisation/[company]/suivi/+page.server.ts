import { error, fail } from '@sveltejs/kit';
import { followUpFields } from '$lib/domain/fields/mobilisation';
import { quoted } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { members } from '$lib/server/db/repositories/members';
import { records } from '$lib/server/db/repositories/records';
import { version } from '$lib/server/fields';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { answerEditError, refuse } from '$lib/server/refusal';
import { FollowUpForm } from '$lib/server/use-cases/mobilisation/follow-up-form';
import { saveFollowUp } from '$lib/server/use-cases/mobilisation/save-follow-up';
import { doneAt } from '../../done';
import { companyNamed } from '../company-named';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { rally }, params }) => {
	const db = await getDb();
	const company = await companyNamed(rally.id, params.company);
	const owners = (await members(db).of(rally.organizationId)).map(
		({ userId, name }) => [userId, name] as const
	);
	// Somebody who left keeps what they followed until it is given to another.
	const gone = company.ownerId && owners.every(([id]) => id !== company.ownerId);
	const introducers = [
		...(await records(db, 'partner').list(rally.id)).map(({ name }) => name),
		...(await records(db, 'company').list(rally.id))
			.filter(({ state, id }) => state === 'confirmed' && id !== company.id)
			.map(({ name }) => name)
	];
	return {
		company,
		owners: gone ? [...owners, [company.ownerId!, 'Une personne partie depuis'] as const] : owners,
		introducers
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, FollowUpForm.safeExtend({ version: version() }));
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = event.locals;
		const { company: id } = event.params;
		const saved = await saveFollowUp(await getDb(), rally, id, form.value, actor!);
		if (saved.ok) {
			const { name } = await companyNamed(rally.id, id);
			const page = `/rallyes/${rally.id}/mobilisation/${id}`;
			return doneAt(event, page, `Le suivi de ${quoted(name)} est enregistré.`, saved.value.change);
		}
		if (saved.error.code === 'not-found') error(404, NO_SUCH_RECORD);
		if (saved.error.code === 'not-a-member')
			return refuse(form.typed, { ownerId: ['Choisissez une personne de votre structure.'] });
		return answerEditError(saved.error, form.value, followUpFields);
	}
};
