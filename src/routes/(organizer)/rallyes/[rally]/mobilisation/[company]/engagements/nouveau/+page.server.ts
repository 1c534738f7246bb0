import { error, fail } from '@sveltejs/kit';
import { quoted } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { CommitmentForm } from '$lib/server/use-cases/mobilisation/commitment-form';
import { addCommitment } from '$lib/server/use-cases/mobilisation/save-commitment';
import { doneAt } from '../../../done';
import { companyNamed } from '../../company-named';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { id, name } = await companyNamed(locals.rally.id, params.company);
	return { company: { id, name } };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, CommitmentForm);
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = event.locals;
		const { company } = event.params;
		const added = await addCommitment(await getDb(), rally, company, form.value, actor!);
		if (!added.ok) error(404, NO_SUCH_RECORD);
		const { name } = await companyNamed(rally.id, company);
		const page = `/rallyes/${rally.id}/mobilisation/${company}`;
		return doneAt(event, page, `L’engagement de ${quoted(name)} est noté.`, added.value.change);
	}
};
