import { companyFields } from '$lib/domain/fields/company';
import { positionWords } from '$lib/geo/place';
import type { Typed } from '$lib/server/form';
import { answerEditError, refuse } from '$lib/server/refusal';
import type { CompanyFault } from '$lib/server/use-cases/companies/save-company';
import type { EditedMeanwhile, NotFound } from '$lib/server/use-cases/records/edit-record';

/** What the form of a company answers to each refusal of its use-cases. */
export function refuseCompany(
	problem: CompanyFault | NotFound | EditedMeanwhile,
	{ typed, value }: { typed: Typed; value: Record<string, unknown> }
) {
	if (problem.code === 'slot-outside-rally') {
		return refuse(typed, { [`slots.${problem.line}.date`]: ['Ce jour n’est pas un jour du rallye.'] });
	}
	if (problem.code === 'half-position') {
		return refuse(typed, {
			[problem.field]: ['Donnez la latitude et la longitude, ou aucune des deux.']
		});
	}
	if (problem.code === 'bad-position')
		return refuse(typed, { [problem.field]: [positionWords(problem.reason)] });
	return answerEditError(problem, value, companyFields);
}
