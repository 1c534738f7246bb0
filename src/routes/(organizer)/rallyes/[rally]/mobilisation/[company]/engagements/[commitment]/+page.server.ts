import { error, fail } from '@sveltejs/kit';
import { commitmentFields } from '$lib/domain/fields/mobilisation';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { version } from '$lib/server/fields';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { answerEditError } from '$lib/server/refusal';
import { CommitmentForm } from '$lib/server/use-cases/mobilisation/commitment-form';
import { saveCommitment } from '$lib/server/use-cases/mobilisation/save-commitment';
import { archiveRecord } from '$lib/server/use-cases/records/edit-record';
import { doneAt } from '../../../done';
import { companyNamed } from '../../company-named';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { id, name } = await companyNamed(locals.rally.id, params.company);
	const commitment = await records(await getDb(), 'commitment').find(locals.rally.id, params.commitment);
	if (commitment?.companyId !== id || commitment.archivedAt) error(404, NO_SUCH_RECORD);
	return { company: { id, name }, commitment };
};

const pageOf = ({ locals, params }: RequestEvent) =>
	`/rallyes/${locals.rally.id}/mobilisation/${params.company}`;

export const actions: Actions = {
	save: async (event) => {
		const form = await readForm(event.request, CommitmentForm.safeExtend({ version: version() }));
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = event.locals;
		const saved = await saveCommitment(await getDb(), rally, event.params.commitment, form.value, actor!);
		if (!saved.ok) return answerEditError(saved.error, form.value, commitmentFields);
		return doneAt(event, pageOf(event), 'L’engagement est enregistré.', saved.value.change);
	},

	remove: async (event) => {
		const { rally, actor } = event.locals;
		const removed = await archiveRecord(await getDb(), 'commitment', rally, event.params.commitment, actor!);
		if (!removed.ok) error(404, NO_SUCH_RECORD);
		return doneAt(event, pageOf(event), 'L’engagement est retiré.', removed.value.change);
	}
};
