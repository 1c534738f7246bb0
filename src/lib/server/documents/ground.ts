import type { Accompanist } from '$lib/domain/accompanist';
import type { Company } from '$lib/domain/company';
import { french } from '$lib/domain/french';
import { shownName, type Participant } from '$lib/domain/participant';
import type { Plan, PlannedTeam } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';
import { teamIndex } from '$lib/domain/team';
import type { Vehicle } from '$lib/domain/vehicle';
import type { CheckOf, Logo } from './paper/letterhead';

/** What documents are made from: the plan as saved, and what its ids stand for. */
export interface Ground {
	rally: Rally;
	plan: Plan;
	companies: readonly Company[];
	participants: readonly Participant[];
	vehicles: readonly Vehicle[];
	accompanists: readonly Accompanist[];
	logo?: Logo;
	check?: CheckOf;
}

/** How a batch is sorted: as it is handed out. */
export const batchOrders = {
	team: 'par équipe',
	day: 'par jour',
	company: 'par entreprise',
	name: 'par nom'
} as const;
export type BatchOrder = keyof typeof batchOrders;

export const teamsInOrder = ({ plan }: Pick<Ground, 'plan'>): PlannedTeam[] =>
	[...plan.teams].sort((a, b) => teamIndex(a.letter) - teamIndex(b.letter));

/** Somebody who comes, and with whom; no team for who is enrolled and not placed yet. */
export interface Placed {
	person: Participant;
	team: PlannedTeam | null;
}

/** Members of the plan's teams and, last, those enrolled without a team. By team then by name, or by name alone. */
export function peopleOf(ground: Ground, order: BatchOrder = 'team'): Placed[] {
	const { plan, participants } = ground;
	const teamOf = new Map(plan.teams.flatMap((team) => team.memberIds.map((id) => [id, team] as const)));
	const placed = participants
		.filter(({ id, state }) => teamOf.has(id) || state === 'confirmed')
		.map((person): Placed => ({ person, team: teamOf.get(person.id) ?? null }));
	const rank = ({ team }: Placed) => (team ? teamIndex(team.letter) : Infinity);
	const byName = (a: Placed, b: Placed) =>
		french.compare(shownName(a.person), shownName(b.person)) || a.person.id.localeCompare(b.person.id);
	return placed.sort((a, b) => (order === 'name' ? 0 : cmp(rank(a), rank(b))) || byName(a, b));
}

const cmp = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** The name used, with the last name: where a signature has to name somebody. */
export const signedName = (person: Pick<Participant, 'firstName' | 'chosenName' | 'lastName'>): string =>
	`${shownName(person)} ${person.lastName}`.trim();

/** Companies that the plan visits: by name, or by the hour of their first visit. */
export function visitedCompanies({ plan, companies }: Ground, order: BatchOrder = 'company'): Company[] {
	const first = new Map<string, string>();
	for (const { visits } of plan.teams)
		for (const { companyId, date, start } of visits) {
			const at = `${date} ${String(start).padStart(4, '0')}`;
			if (at < (first.get(companyId) ?? '~')) first.set(companyId, at);
		}
	return companies
		.filter(({ id }) => first.has(id))
		.sort(
			(a, b) =>
				(order === 'day' ? first.get(a.id)!.localeCompare(first.get(b.id)!) : 0) ||
				french.compare(a.name, b.name)
		);
}
