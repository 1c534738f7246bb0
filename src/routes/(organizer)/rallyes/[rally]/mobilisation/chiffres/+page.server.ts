import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { readFigures } from '$lib/server/use-cases/mobilisation/read-mobilisation';
import { todayHere } from '../today';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { rally } }) => {
	const db = await getDb();
	const companies = new Map((await records(db, 'company').list(rally.id)).map(({ id, name }) => [id, name]));
	const commitments = await records(db, 'commitment').list(rally.id);
	return {
		figures: await readFigures(db, rally, todayHere()),
		commitments: commitments
			.filter(({ companyId }) => companies.has(companyId))
			.map(({ id, companyId, kind, description, quantity, valueCents, honoured }) => ({
				id,
				companyId,
				company: companies.get(companyId)!,
				kind,
				description,
				quantity,
				valueCents,
				honoured
			}))
			.sort((a, b) => a.kind.localeCompare(b.kind) || a.company.localeCompare(b.company, 'fr'))
	};
};
