import type { DayEvent, Face, StopKey } from './event';
import { standing, timeOf } from './log';

/** Points of a team for one challenge, at one stop or over the rally. */
export interface Points {
	team: string;
	challenge: string;
	stop: StopKey | null;
	points: number;
}

/** What was given last for each challenge of each team: two phones that give the same points give them once. */
export function pointsOf(events: readonly DayEvent[]): Points[] {
	const given = new Map<string, Points>();
	for (const { team, said } of standing(events)) {
		if (said.kind !== 'points' || team === null) continue;
		const { challenge, stop, points } = said;
		given.set(`${team}|${challenge}|${stop ?? ''}`, { team, challenge, stop, points });
	}
	return [...given.values()];
}

/** Faces touched after each visit, by team; nobody's name. */
export function feedbackOf(
	events: readonly DayEvent[]
): { team: string; stop: StopKey; faces: Record<Face, number> }[] {
	const counted = new Map<string, { team: string; stop: StopKey; faces: Record<Face, number> }>();
	for (const { team, said } of standing(events)) {
		if (said.kind !== 'feedback' || team === null) continue;
		const key = `${team}|${said.stop}`;
		const one = counted.get(key) ?? { team, stop: said.stop, faces: { great: 0, good: 0, fair: 0, poor: 0 } };
		one.faces[said.face]++;
		counted.set(key, one);
	}
	return [...counted.values()];
}

/** Incidents in the order they happened, with the instant (milliseconds since 1970). */
export const incidentsOf = (events: readonly DayEvent[]) =>
	standing(events).flatMap((event) =>
		event.said.kind === 'incident'
			? [{ ...event.said, team: event.team, at: timeOf(event), event: event.id }]
			: []
	);
