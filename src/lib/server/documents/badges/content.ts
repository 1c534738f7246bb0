import type { Accompanist } from '$lib/domain/accompanist';
import { french } from '$lib/domain/french';
import { shownName, type Participant } from '$lib/domain/participant';
import type { Plan, PlannedTeam } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';
import { teamIndex } from '$lib/domain/team';
import { letterhead, type CheckOf, type Letterhead, type Logo } from '../paper/letterhead';

export interface BadgesInput {
	rally: Rally;
	plan: Plan;
	/** Those to print: one person for a reprint. */
	participants: readonly Pick<Participant, 'id' | 'firstName' | 'chosenName'>[];
	accompanists: readonly Pick<Accompanist, 'id' | 'firstName'>[];
	logo?: Logo;
	check?: CheckOf;
	/** By team, then by name; or by name alone, for a table at the entrance. */
	order?: 'team' | 'name';
}

export interface Badge {
	/** As the person wants to be called. */
	name: string;
	/** Null for somebody without a team yet. */
	letter: string | null;
	/** « Équipe A », or nothing. */
	teamName: string;
	/** Empty for participants: a badge never says what somebody is. */
	role: string;
}

export interface Badges {
	letterhead: Letterhead;
	title: string;
	badges: Badge[];
}

/** What the badges say, by team then by name; people without a team come last. */
export function badges({ rally, plan, participants, accompanists, logo, check, order }: BadgesInput): Badges {
	const teamOf = (has: (team: PlannedTeam) => boolean) => plan.teams.find(has)?.letter ?? null;
	const all = [
		...participants.map((person) =>
			badge(
				shownName(person),
				teamOf(({ memberIds }) => memberIds.includes(person.id)),
				''
			)
		),
		...accompanists.map(({ id, firstName }) => {
			const accompanied = teamOf(({ accompanistId }) => accompanistId === id);
			const role = accompanied ? 'Accompagnement' : 'Conduite';
			return badge(firstName, accompanied ?? teamOf(({ driverId }) => driverId === id), role);
		})
	];
	return {
		// Worn in front of everybody: the organiser's address, which asks who reads it, never a team's page.
		letterhead: letterhead(rally, plan, logo, check?.()),
		title: all.length === 1 ? `Badge de ${all[0]!.name}` : 'Badges',
		badges: all.sort((a, b) => (order === 'name' ? 0 : byTeam(a, b)) || french.compare(a.name, b.name))
	};
}

const badge = (name: string, letter: string | null, role: string): Badge => ({
	name,
	letter,
	teamName: letter ? `Équipe ${letter}` : '',
	role: letter ? role : role && 'Accompagnement'
});

const byTeam = (a: Badge, b: Badge): number => (rank(a) === rank(b) ? 0 : rank(a) - rank(b));
const rank = ({ letter }: Badge): number => (letter ? teamIndex(letter) : Infinity);
