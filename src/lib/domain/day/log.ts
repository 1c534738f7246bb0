import type { DayEvent } from './event';

/** When it happened, milliseconds since 1970: the phone's clock put right, and never later than it was received. */
export const timeOf = ({ clock, offset, arrived }: DayEvent): number =>
	Math.min(clock + (offset ?? 0), arrived ?? Infinity);

/**
 * The log in its one order, each event once, whatever order they came in. Each phone's events stay in the sequence in
 * which they were said, even when its clock was set back meanwhile; phones are set among each other by the hour.
 */
export function ordered(events: readonly DayEvent[]): DayEvent[] {
	const once = new Map<string, DayEvent>();
	// The copy the server received knows more than the one still on the phone.
	for (const event of events)
		if (!once.has(event.id) || once.get(event.id)!.arrived === null) once.set(event.id, event);
	const said = [...once.values()].sort(
		(a, b) => compare(a.phone, b.phone) || a.sequence - b.sequence || compare(a.id, b.id)
	);
	const placed: { event: DayEvent; time: number }[] = [];
	for (const event of said) {
		const before = placed.at(-1);
		const least = before?.event.phone === event.phone ? before.time : -Infinity;
		placed.push({ event, time: Math.max(timeOf(event), least) });
	}
	// A stable sort: within a phone, equal times keep their sequence.
	return placed.sort((a, b) => a.time - b.time).map(({ event }) => event);
}

/** The events that hold, in order: those taken back are left out, and so are the undos themselves. */
export function standing(events: readonly DayEvent[]): DayEvent[] {
	const all = ordered(events);
	const gone = new Set<string>();
	// From the last to the first, an undo that is itself taken back takes nothing back.
	for (const { id, said } of [...all].reverse()) if (said.kind === 'undo' && !gone.has(id)) gone.add(said.of);
	return all.filter(({ id, said }) => said.kind !== 'undo' && !gone.has(id));
}

/** By code unit: the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
