import type { HalfDay, Minutes } from '../calendar';
import type { DayEvent, PresenceState } from './event';
import { standing, timeOf } from './log';

/** What holds of one person on one half-day: what was said last. */
export interface PresenceSaid {
	person: string;
	half: HalfDay;
	state: PresenceState;
	/** For somebody who left: since when. */
	from: Minutes | null;
	/** The team that said so; null when the organiser did. */
	team: string | null;
	/** The organiser who corrected; empty for a team's phone. */
	by: string;
	reason: string;
	at: number;
	event: string;
	/** How many times it was said differently before. */
	before: number;
}

export type PresenceTable = ReadonlyMap<string, PresenceSaid>;

export const presenceKey = (person: string, half: HalfDay): string => `${person}|${half}`;

export function presenceTable(events: readonly DayEvent[]): PresenceTable {
	const table = new Map<string, PresenceSaid>();
	for (const event of standing(events)) {
		const { said } = event;
		if (said.kind !== 'presence') continue;
		const key = presenceKey(said.person, said.half);
		const former = table.get(key);
		table.set(key, {
			person: said.person,
			half: said.half,
			state: said.state,
			from: said.state === 'left' ? said.from : null,
			// A correction does not change the car somebody was in.
			team: event.team ?? former?.team ?? null,
			by: event.by,
			reason: said.reason,
			at: timeOf(event),
			event: event.id,
			before: former ? former.before + (former.state === said.state ? 0 : 1) : 0
		});
	}
	return table;
}

export const presenceOf = (table: PresenceTable, person: string, half: HalfDay): PresenceSaid | null =>
	table.get(presenceKey(person, half)) ?? null;
