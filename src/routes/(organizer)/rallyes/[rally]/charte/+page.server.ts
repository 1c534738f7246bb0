import { judge } from '$lib/domain/charter';
import { namesOf } from '$lib/domain/charter/words';
import { getDb } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const dossier = await readDossier(await getDb(), locals.rally);
	return { judgement: judge(dossier), names: namesOf(dossier), plan: dossier.plan?.number ?? null };
};
