import type { IsoDate, Minutes } from '../calendar';
import { wallClock } from '../clock';
import { isReturn, readStopKey, type DayEvent, type MissReason, type StopKey } from './event';
import { standing, timeOf } from './log';
import type { PlannedStop } from './stops';

export type StopPhase = 'ahead' | 'departed' | 'arrived' | 'started' | 'finished' | 'missed';

/** What was said of one stop of a team. Instants in milliseconds since 1970; null when not said. */
export interface StopState {
	key: StopKey;
	phase: StopPhase;
	departed: number | null;
	arrived: number | null;
	started: number | null;
	finished: number | null;
	missed: { at: number; why: MissReason } | null;
	/** How many were aboard when the car left for it. */
	aboard: number | null;
	/** The plan in force does not know it (any more). */
	unplanned: boolean;
}

export interface ExpectedStop {
	key: StopKey;
	/** When the visit should begin, or the car be back. */
	start: Minutes;
	/** Behind the plan; 0 when on time. */
	late: Minutes;
}

export type Where =
	/** Nothing said yet. */
	| { kind: 'unsaid' }
	| { kind: 'on-road' | 'at-door' | 'visiting'; stop: StopKey }
	/** The visit is over or was missed; the next departure is not said yet. */
	| { kind: 'left'; stop: StopKey }
	| { kind: 'back' };

/** Where a team is on one day, by what its phones said. */
export interface TeamState {
	team: string;
	date: IsoDate;
	stops: StopState[];
	where: Where;
	/** Minutes behind at the next stop, carried forward from what was said last; 0 once back. */
	late: Minutes;
	/** The stops to come, with what the delay makes of them: a wait takes it up, a meal does not. */
	expected: ExpectedStop[];
	/** The last head-count, driver and accompanist included. */
	headCount: { aboard: number; at: number; to: StopKey } | null;
	lastSaid: number | null;
}

/** Folds the log of a rally into a team's day. `planned`: its stops in the plan in force. */
export function teamState(
	team: string,
	date: IsoDate,
	planned: readonly PlannedStop[],
	events: readonly DayEvent[]
): TeamState {
	const mine = standing(events).filter(
		(event) => event.team === team && stopOf(event)?.startsWith(`${date}/`)
	);
	const stops = stopStates(planned, mine);
	const counted = mine.findLast(({ said }) => said.kind === 'departed' && said.aboard !== null);
	const expected = expectedStops(planned, stops);
	return {
		team,
		date,
		stops,
		where: whereOf(mine),
		late: expected[0]?.late ?? 0,
		expected,
		headCount:
			counted?.said.kind === 'departed'
				? { aboard: counted.said.aboard!, at: timeOf(counted), to: counted.said.stop }
				: null,
		lastSaid: mine.length > 0 ? Math.max(...mine.map(timeOf)) : null
	};
}

const stopOf = ({ said }: DayEvent): StopKey | null => ('stop' in said ? said.stop : null);

/** What was said of each stop, those of the plan first. `events` hold, in order, and are of one team and day. */
function stopStates(planned: readonly PlannedStop[], events: readonly DayEvent[]): StopState[] {
	const states = new Map(planned.map(({ key }) => [key, ahead(key, false)]));
	for (const event of events) {
		const { said } = event;
		if (!('stop' in said) || said.stop === null) continue;
		if (said.kind === 'points' || said.kind === 'feedback' || said.kind === 'incident') continue;
		const state = states.get(said.stop) ?? ahead(said.stop, true);
		states.set(said.stop, state);
		const at = timeOf(event);
		if (said.kind === 'missed') state.missed = { at, why: said.why };
		else {
			// Two phones of one team say the same: the first one counts.
			state[said.kind] = Math.min(state[said.kind] ?? Infinity, at);
			if (said.kind === 'departed') state.aboard = said.aboard ?? state.aboard;
			// « Manquée », then they are there after all.
			else state.missed = null;
		}
		state.phase = phaseOf(state);
	}
	return [...states.values()];
}

const ahead = (key: StopKey, unplanned: boolean): StopState => ({
	key,
	phase: 'ahead',
	departed: null,
	arrived: null,
	started: null,
	finished: null,
	missed: null,
	aboard: null,
	unplanned
});

const phaseOf = (state: StopState): StopPhase =>
	state.missed !== null
		? 'missed'
		: ((['finished', 'started', 'arrived', 'departed'] as const).find((mark) => state[mark] !== null) ??
			'ahead');

function whereOf(events: readonly DayEvent[]): Where {
	const last = events.findLast(({ said }) => said.kind in places);
	if (!last || !('stop' in last.said) || last.said.stop === null) return { kind: 'unsaid' };
	const { kind, stop } = last.said;
	if (isReturn(stop) && kind !== 'departed') return { kind: 'back' };
	return { kind: places[kind as keyof typeof places], stop };
}

const places = {
	departed: 'on-road',
	arrived: 'at-door',
	started: 'visiting',
	finished: 'left',
	missed: 'left'
} as const;

const over = ({ phase, key, arrived }: StopState): boolean =>
	phase === 'finished' || phase === 'missed' || (isReturn(key) && arrived !== null);

/**
 * When each stop to come should begin, by what was said so far. `now` (minutes) also counts time that passes without
 * anything said; leave it out for what was said alone.
 */
export function expectedStops(
	planned: readonly PlannedStop[],
	states: readonly StopState[],
	now: Minutes | null = null
): ExpectedStop[] {
	const stateOf = new Map(states.map((state) => [state.key, state]));
	// Later stops may have been said while an earlier one was forgotten: the day goes on from the last one said.
	const last = planned.findLastIndex(({ key }) => (stateOf.get(key)?.phase ?? 'ahead') !== 'ahead');
	const expected: ExpectedStop[] = [];
	let free: Minutes = -Infinity;
	for (const [i, stop] of planned.entries()) {
		if (i < last) continue;
		const state = stateOf.get(stop.key) ?? ahead(stop.key, false);
		if (over(state)) {
			free = minuteOf(stop.key, state.finished ?? state.missed?.at ?? state.arrived!);
			continue;
		}
		const said = i === last;
		const soonest = now === null || last < 0 ? -Infinity : now;
		const arrival = () =>
			said && state.arrived !== null
				? minuteOf(stop.key, state.arrived)
				: Math.max(
						(said && state.departed !== null
							? minuteOf(stop.key, state.departed)
							: Math.max(free, soonest) + stop.rest) + stop.road,
						soonest
					);
		const start =
			said && state.started !== null
				? minuteOf(stop.key, state.started)
				: Math.max(stop.from, arrival(), said ? soonest : -Infinity);
		expected.push({ key: stop.key, start, late: Math.max(0, start - stop.from) });
		free = start + (stop.to - stop.from);
		if (said && state.started !== null) free = Math.max(free, soonest);
	}
	return expected;
}

/** Minutes since the midnight that began the stop's day; beyond 1440 for the day after. */
function minuteOf(key: StopKey, at: number): Minutes {
	const { date, minutes } = wallClock(new Date(at));
	const day = readStopKey(key)!.date;
	return minutes + Math.round((Date.parse(date) - Date.parse(day)) / 60_000);
}
