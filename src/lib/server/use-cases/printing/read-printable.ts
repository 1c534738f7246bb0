import { accompanistName } from '$lib/domain/accompanist';
import { french } from '$lib/domain/french';
import { shownName } from '$lib/domain/participant';
import type { Plan } from '$lib/domain/plan';
import { paperSentence, paperState, type PaperState } from '$lib/domain/publication/paper';
import type { Rally } from '$lib/domain/rally';
import { teamIndex } from '$lib/domain/team';
import type { Db } from '../../db/client';
import { publications } from '../../db/repositories/publications';
import { peopleOf, visitedCompanies } from '../../documents/ground';
import type { Planning } from '../planning/read-planning';

/** What can be asked for one at a time, by the plan that is printed. */
export interface Printable {
	letters: string[];
	/** Participants by the name used, then who accompanies; with the letter of their team. */
	people: { id: string; name: string }[];
	participants: { id: string; name: string }[];
	hosts: { id: string; name: string }[];
}

export function printableOf(rally: Rally, plan: Plan, known: Planning['known']): Printable {
	const ground = { rally, plan, ...known };
	const letterOf = (has: (team: Plan['teams'][number]) => boolean) => plan.teams.find(has)?.letter;
	const named = (name: string, letter: string | undefined) => (letter ? `${name} (équipe ${letter})` : name);
	const participants = peopleOf(ground, 'name').map(({ person, team }) => ({
		id: person.id,
		name: named(shownName(person), team?.letter)
	}));
	const crew = known.accompanists
		.map((one) => ({
			id: one.id,
			name: accompanistName(one),
			letter: letterOf(({ accompanistId, driverId }) => accompanistId === one.id || driverId === one.id)
		}))
		.filter(({ letter }) => letter)
		.sort((a, b) => french.compare(a.name, b.name))
		.map(({ id, name, letter }) => ({ id, name: named(name, letter) }));
	return {
		letters: plan.teams.map(({ letter }) => letter).sort((a, b) => teamIndex(a) - teamIndex(b)),
		people: [...participants, ...crew],
		participants,
		hosts: visitedCompanies(ground).map(({ id, name }) => ({ id, name }))
	};
}

/** Whether a sheet of that version still holds; null when nothing is published, or no version was given. */
export async function paperNews(
	db: Db,
	rally: Pick<Rally, 'id'>,
	printed: number | null
): Promise<(PaperState & { says: string }) | null> {
	if (printed === null) return null;
	const history = await publications(db).list(rally.id);
	const inForce = history[0]?.number;
	if (inForce === undefined) return null;
	const state = paperState(printed, inForce, history.map(({ number }) => number)); // prettier-ignore
	return { ...state, says: paperSentence(state) };
}
