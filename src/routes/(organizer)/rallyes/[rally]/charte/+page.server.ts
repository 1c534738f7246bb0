import { judge } from '$lib/domain/charter';
import { namesOf } from '$lib/domain/charter/words';
import { getDb } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { derogations } from '$lib/server/db/repositories/publications';
import { withVisitsDone } from '$lib/server/use-cases/day/visits-done';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const db = await getDb();
	const dossier = await withVisitsDone(db, await readDossier(db, locals.rally), new Date());
	return {
		judgement: judge(dossier),
		names: namesOf(dossier),
		plan: dossier.plan?.number ?? null,
		derogations: await derogations(db).list(locals.rally.id)
	};
};
