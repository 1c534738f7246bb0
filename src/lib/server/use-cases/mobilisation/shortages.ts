import { MEETING, type PlanTravel } from '$lib/domain/plan';
import type { Dossier } from '$lib/domain/dossier';
import { plural } from '$lib/domain/french';
import type { Need } from '$lib/domain/mobilisation/coverage';
import { teamLetter } from '$lib/domain/team';
import { foresee, type Shortage } from '$lib/solver/explain/shortages';
import { capitalised, namesIn } from '../planning/names-in-words';
import { plannable, problemOfRally } from '../planning/problem-of-rally';

/**
 * What the planner can tell to be missing before it plans, in sentences. Teams are those of the plan, or as many as
 * are to be provided; roads are left out, which can only make things look better than they are.
 */
export function foreseenShortages(dossier: Dossier, need: Need): string[] {
	if (need.teams === 0 || dossier.rally.programme.length === 0) return [];
	const planned = dossier.plan?.teams;
	const crews = planned?.length
		? planned
		: Array.from({ length: need.teams }, (_, i) => ({ letter: teamLetter(i), memberIds: [], vehicleId: null, accompanistId: null, driverId: null })); // prettier-ignore
	const problem = problemOfRally(dossier, crews, roadless(dossier));
	const teams = planned?.length
		? problem.teams
		: problem.teams.map((team) => ({ ...team, size: need.teamSize }));
	const names = namesIn(dossier);
	return foresee({ ...problem, teams }).map((shortage) => capitalised(sentence(shortage, names)));
}

const roadless = (dossier: Dossier): PlanTravel => {
	const ids = [MEETING, ...plannable(dossier).map(({ id }) => id)];
	return {
		ids,
		minutes: ids.map(() => ids.map(() => 0)),
		sources: ids.map(() => ids.map(() => 'estimated' as const))
	};
};

function sentence(shortage: Shortage, names: ReturnType<typeof namesIn>): string {
	const { wanted, offered } = shortage;
	const lacking = plural(wanted - offered, 'visite');
	switch (shortage.kind) {
		case 'starts':
			return `il manque ${lacking} sur ${wanted} pour que chaque équipe ait les siennes.`;
		case 'companies':
			return `il faut ${plural(wanted, 'entreprise')} avec des créneaux et une position, il y en a ${offered}.`;
		case 'sectors':
			return `il faut ${plural(wanted, 'secteur différent', 'secteurs différents')}, il y en a ${offered}.`;
		case 'promised':
			return `${plural(wanted, 'visite promise', 'visites promises')} aux entreprises, ${offered} possibles : toutes ne seront pas servies.`;
		case 'starts-of-day':
			return `${names.day(shortage.day)} : il manque ${lacking} sur ${wanted}.`;
		case 'companies-of-team':
			return `${names.team(shortage.team)} ne peut entrer que dans ${plural(offered, 'entreprise')} sur ${wanted}.`;
		case 'sectors-of-team':
			return `${names.team(shortage.team)} n’a que ${plural(offered, 'secteur')} sur ${wanted} parmi les entreprises où elle peut entrer.`;
		case 'starts-of-company':
			return `${names.company(shortage.company)} attend ${plural(wanted, 'visite')} et ne peut en recevoir que ${offered}.`;
	}
}
