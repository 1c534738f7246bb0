import { judge } from '$lib/domain/charter';
import { namesOf } from '$lib/domain/charter/words';
import { getDb } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const dossier = await readDossier(await getDb(), locals.rally);
	const { companies, participants, vehicles, accompanists, partners, plan } = dossier;
	return {
		judgement: judge(dossier),
		names: namesOf(dossier),
		counts: {
			confirmedCompanies: companies.filter(({ state }) => state === 'confirmed').length,
			companies: companies.length,
			participants: participants.filter(({ state }) => state === 'confirmed').length,
			waiting: participants.filter(({ state }) => state === 'waiting' || state === 'candidate').length,
			vehicles: vehicles.length,
			seats: vehicles.reduce((sum, { seats }) => sum + seats, 0),
			accompanists: accompanists.length,
			partners: partners.length
		},
		plan: plan && {
			number: plan.number,
			published: plan.published,
			teams: plan.teams.length,
			createdAt: plan.createdAt
		}
	};
};
