import { readHalfDay, type HalfDay, type IsoDate, type ProgrammeDay } from '../calendar';
import { presenceOf, type PresenceTable } from '../day/presence-log';
import { expectedHalfDays } from '../presence';

/** When somebody was there: half-days of the programme, in order, never empty. */
export type Stay = readonly HalfDay[];

/** What was said of each one, by their id; nobody who was never said there. */
export function staysSaid(programme: readonly ProgrammeDay[], presence: PresenceTable): Map<string, Stay> {
	const halves = expectedHalfDays(programme).map(({ key }) => key);
	const people = new Set([...presence.values()].map(({ person }) => person));
	return kept([...people], (person) =>
		halves.filter((half) => {
			const state = presenceOf(presence, person, half)?.state;
			// Whoever left in the course of a half-day was there.
			return state === 'present' || state === 'left';
		})
	);
}

/** What is expected of those enrolled, without the absences they announced. */
export function staysPlanned(
	programme: readonly ProgrammeDay[],
	enrolled: readonly { id: string; absences: readonly string[] }[]
): Map<string, Stay> {
	const halves = expectedHalfDays(programme).map(({ key }) => key);
	const away = new Map(enrolled.map(({ id, absences }) => [id, absences]));
	return kept([...away.keys()], (id) => halves.filter((half) => !away.get(id)!.includes(half)));
}

/** Two records of one person: a half-day said twice counts once. */
export const together = (stays: readonly Stay[]): Stay => [...new Set(stays.flat())].sort(inOrder);

export const daysOf = (stay: Stay): IsoDate[] => [...new Set(stay.map((half) => readHalfDay(half)!.date))];

const kept = (people: readonly string[], of: (person: string) => HalfDay[]): Map<string, Stay> =>
	new Map(
		people.map((person) => [person, of(person).sort(inOrder)] as const).filter(([, s]) => s.length > 0)
	);

/** Morning before afternoon, which the alphabet does not say. */
const inOrder = (a: HalfDay, b: HalfDay): number => rank(a).localeCompare(rank(b));
const rank = (half: HalfDay): string => half.replace(':morning', ':0').replace(':afternoon', ':1');
