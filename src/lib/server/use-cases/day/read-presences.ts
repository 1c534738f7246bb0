import type { HalfDay } from '$lib/domain/calendar';
import { charterNumbers, within, type Range } from '$lib/domain/charter/numbers';
import { presenceOf, type PresenceSaid } from '$lib/domain/day/presence-log';
import { french } from '$lib/domain/french';
import { expectedHalfDays } from '$lib/domain/presence';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { records } from '../../db/repositories/records';
import { readDay } from './read-day';

export interface PersonPresence {
	id: string;
	/** First and last name: the organiser's own list. */
	name: string;
	/** Letter of the team in the plan in force; empty for somebody who is in none. */
	team: string;
	cells: { half: HalfDay; said: PresenceSaid | null }[];
	/** Companies promised by the plan, and really visited; see domain/day/visits-made.ts. */
	planned: number;
	done: number;
	unmarked: number;
	unsaid: number;
}

export interface Presences {
	published: boolean;
	halves: HalfDay[];
	people: PersonPresence[];
	/** What the charter asks of each, and how many have had it so far. */
	charter: { asked: Range; reached: number };
}

/** Who was there, half-day by half-day, and how many companies each one visited. */
export async function readPresences(db: Db, rally: Rally, now: Date): Promise<Presences> {
	const day = await readDay(db, rally, now);
	const halves = expectedHalfDays(rally.programme).map(({ key }) => key);
	const made = new Map(day.visits.map((one) => [one.person, one]));
	const all = [
		...(await records(db, 'participant').list(rally.id)),
		...(await records(db, 'participant').list(rally.id, { archived: true }))
	];
	const spoken = new Set([...day.presence.values()].map(({ person }) => person));
	const people = all
		// Whoever is in the plan, is enrolled, or was said to be there.
		.filter(
			({ id, state, archivedAt }) => made.has(id) || spoken.has(id) || (state === 'confirmed' && !archivedAt)
		)
		.map(({ id, firstName, lastName }): PersonPresence => {
			const visits = made.get(id);
			return {
				id,
				name: `${firstName} ${lastName}`.trim(),
				team: visits?.team ?? '',
				cells: halves.map((half) => ({ half, said: presenceOf(day.presence, id, half) })),
				planned: visits?.planned ?? 0,
				done: visits?.done ?? 0,
				unmarked: visits?.unmarked ?? 0,
				unsaid: visits?.unsaid ?? 0
			};
		})
		.sort((a, b) => a.team.localeCompare(b.team) || french.compare(a.name, b.name));
	const asked = charterNumbers(rally).visitsPerParticipant;
	return {
		published: day.plan !== null,
		halves,
		people,
		charter: { asked, reached: people.filter(({ done }) => within(done, asked)).length }
	};
}
