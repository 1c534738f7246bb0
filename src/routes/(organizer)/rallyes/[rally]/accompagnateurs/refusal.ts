import { accompanistFields } from '$lib/domain/fields/accompanist';
import type { Typed } from '$lib/server/form';
import { answerEditError, refuse } from '$lib/server/refusal';
import type { UnknownEmployer } from '$lib/server/use-cases/accompanists/save-accompanist';
import type { EditedMeanwhile, NotFound } from '$lib/server/use-cases/records/edit-record';
import { companiesOf } from './companies';

interface Sent {
	typed: Typed;
	value: Record<string, unknown>;
}

export const refuseEmployer = (_problem: UnknownEmployer, { typed }: Sent) =>
	refuse(typed, {
		employerCompanyId: ['Cette entreprise n’est plus dans le rallye : choisissez-en une autre, ou aucune.']
	});

/** What the form of an accompanist answers to each refusal of a save. */
export async function refuseAccompanist(
	problem: UnknownEmployer | NotFound | EditedMeanwhile,
	sent: Sent,
	rallyId: string
) {
	if (problem.code === 'unknown-employer') return refuseEmployer(problem, sent);
	const names = new Map(await companiesOf(rallyId));
	const words = (id: string) => names.get(id) ?? 'une entreprise archivée';
	return answerEditError(problem, sent.value, {
		...accompanistFields,
		employerCompanyId: { ...accompanistFields.employerCompanyId, words }
	});
}
