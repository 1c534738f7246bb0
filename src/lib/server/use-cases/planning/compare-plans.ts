import { accompanistName } from '$lib/domain/accompanist';
import { crewChanges, type CrewChange } from '$lib/domain/crew-changes';
import type { Dossier } from '$lib/domain/dossier';
import { dayAndMonth } from '$lib/domain/french';
import { fullName } from '$lib/domain/participant';
import type { Plan } from '$lib/domain/plan';
import { difference } from '$lib/solver/explain/difference';
import { changeSentence, differenceSentence } from '$lib/solver/explain/sentences-difference';
import { visitsOf } from './announced';
import { capitalised } from './names-in-words';
import { visitedDays } from './problem-of-rally';

/** What a version changes of another, in sentences. */
export interface PlanDifference {
	/** Number of the version it is compared with. */
	from: number;
	summary: string;
	/** One per visit that changes, team by team; then who rides elsewhere, or in another car. */
	visits: string[];
	crews: string[];
}

type Known = Pick<Dossier, 'companies' | 'participants' | 'vehicles' | 'accompanists'>;

/** Null when either is a plan of other days than those of the rally now. */
export function comparePlans(
	dossier: Pick<Dossier, 'rally'>,
	known: Known,
	from: Plan,
	to: Plan
): PlanDifference | null {
	const [before, after] = [visitsOf(from, dossier), visitsOf(to, dossier)];
	if (!before || !after) return null;
	const days = visitedDays(dossier);
	const names = {
		team: (letter: string) => `l’équipe ${letter}`,
		company: (id: string) => known.companies.find((one) => one.id === id)?.name ?? 'une entreprise',
		day: (index: number) => dayAndMonth(days[index]!.date)
	};
	const found = difference(before, after);
	return {
		from: from.number,
		summary: differenceSentence(found, names),
		visits: found.changes.map((change) => capitalised(changeSentence(change, names))),
		crews: crewChanges(from.teams, to.teams).map((change) => capitalised(crewSentence(change, known)))
	};
}

function crewSentence(change: CrewChange, { participants, vehicles, accompanists }: Known): string {
	const person = (id: string) => {
		const one = participants.find((of) => of.id === id);
		return one ? fullName(one) : 'une personne';
	};
	switch (change.kind) {
		case 'joins':
			return `${person(change.person)} rejoint l’équipe ${change.team}.`;
		case 'leaves':
			return `${person(change.person)} n’est plus dans l’équipe ${change.team}.`;
		case 'moves':
			return `${person(change.person)} passe de l’équipe ${change.from} à l’équipe ${change.to}.`;
		case 'vehicle': {
			const named = (id: string | null) => vehicles.find((of) => of.id === id)?.name ?? 'aucun véhicule';
			return `l’équipe ${change.team} : ${named(change.after)} au lieu de ${named(change.before)}.`;
		}
		default: {
			const role = change.kind === 'driver' ? 'au volant' : 'pour accompagner';
			const named = (id: string | null) => {
				const one = accompanists.find((of) => of.id === id);
				return one ? accompanistName(one) : 'personne d’autre';
			};
			return `l’équipe ${change.team} : ${named(change.after)} ${role} au lieu de ${named(change.before)}.`;
		}
	}
}
