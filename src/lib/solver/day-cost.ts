import type { Model, Stop } from './model';
import { freeSince, freeUntil, noRests, restedIn, type Rests } from './rests';

/** What one day of a team costs and takes: minutes on the road, waiting, from departure to return. */
export interface DayCost {
	travel: number;
	wait: number;
	span: number;
	/** Minutes that gaps between visits lack of what they should have to spare. */
	tight: number;
}

/**
 * Measures one team's day. `stops` are in order. The wait between two visits is what is left of the gap once the
 * road, a lunch taken there and the rests are out (the welcome margin is waiting); one lunch a day, in the first gap
 * where it fits.
 */
export function dayCost(model: Model, team: number, day: number, stops: readonly Stop[]): DayCost {
	const { days, companies, travel, buffer, problem } = model;
	const { from, to, lunch } = days[day]!;
	if (stops.length === 0) return { travel: 0, wait: 0, span: 0, tight: 0 };
	const place = (stop: Stop) => companies[stop.company]!.place;
	const end = (stop: Stop) => stop.start + companies[stop.company]!.minutes;

	const first = stops[0]!;
	const last = stops.at(-1)!;
	const out = travel[from]![place(first)]!;
	const home = travel[place(last)]![to]!;
	const rests = model.rests[team]![day]!;
	const departure = freeUntil(rests, first.start - buffer, out);
	const back = freeSince(rests, end(last), home) + home;
	let road = out + home;
	let wait = 0;
	let tight = 0;
	let eaten = !lunch || back <= lunch.to - lunch.minutes || departure >= lunch.from + lunch.minutes;
	for (let i = 1; i < stops.length; i++) {
		const drive = travel[place(stops[i - 1]!)]![place(stops[i]!)]!;
		const left = end(stops[i - 1]!);
		road += drive;
		let rest = stops[i]!.start - left - drive;
		tight += lacking(problem, rest - buffer);
		rest -= restedIn(rests, left, stops[i]!.start);
		if (!eaten && lunch && lunchFits(lunch, left, drive, stops[i]!.start - buffer, rests)) {
			rest -= lunch.minutes;
			eaten = true;
		}
		wait += rest;
	}
	return { travel: road, wait, span: back - departure, tight };
}

/** Minutes that a gap lacks; a meal or a rest taken there is time to spare too. */
export const lacking = ({ comfort }: Model['problem'], spare: number): number =>
	Math.max(0, comfort.tightUnder - spare);

/** Whether a meal fits in a gap, before the drive or after it. `ready` is when the team must be at the door. */
export function lunchFits(
	lunch: { from: number; to: number; minutes: number },
	left: number,
	drive: number,
	ready: number,
	rests: Rests = noRests
): boolean {
	const before = freeSince(rests, Math.max(left, lunch.from), lunch.minutes) + lunch.minutes;
	if (before <= lunch.to && freeSince(rests, before, drive) + drive <= ready) return true;
	const there = Math.max(freeSince(rests, left, drive) + drive, lunch.from);
	return freeSince(rests, there, lunch.minutes) + lunch.minutes <= Math.min(lunch.to, ready);
}
