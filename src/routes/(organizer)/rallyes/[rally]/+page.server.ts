import { mixOf } from '$lib/domain/counting/mix';
import { quotas } from '$lib/domain/counting/quota';
import { judge } from '$lib/domain/charter';
import { namesOf } from '$lib/domain/charter/words';
import { giftsInWords } from '$lib/domain/mobilisation/words';
import { getDb } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { seesPrivate } from '$lib/server/private-people';
import { readFigures, readTracked } from '$lib/server/use-cases/mobilisation/read-mobilisation';
import { todayHere } from './mobilisation/today';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const db = await getDb();
	const today = todayHere();
	const dossier = await readDossier(db, locals.rally);
	const { funnel, commitments } = await readFigures(db, locals.rally, today, dossier);
	const tracked = await readTracked(db, locals.rally, today);
	const { companies, participants, vehicles, accompanists, partners, plan } = dossier;
	const enrolled = participants.filter(({ state }) => state === 'confirmed');
	return {
		/** In numbers, for whoever may see of what. */
		gauges:
			seesPrivate(locals) && enrolled.length > 0
				? { quotas: quotas(enrolled, partners), gender: mixOf(enrolled, 'gender') }
				: null,
		judgement: judge(dossier),
		names: namesOf(dossier),
		counts: {
			confirmedCompanies: companies.filter(({ state }) => state === 'confirmed').length,
			companies: companies.length,
			participants: enrolled.length,
			waiting: participants.filter(({ state }) => state === 'waiting' || state === 'candidate').length,
			vehicles: vehicles.length,
			seats: vehicles.reduce((sum, { seats }) => sum + seats, 0),
			accompanists: accompanists.length,
			partners: partners.length
		},
		mobilisation: {
			funnel,
			gifts: giftsInWords(commitments),
			due: tracked.filter(({ late }) => late !== null).length,
			silent: tracked.filter(({ silence }) => silence?.basket).length
		},
		plan: plan && {
			number: plan.number,
			published: plan.published,
			teams: plan.teams.length,
			createdAt: plan.createdAt
		}
	};
};
