import { lunchFits } from './day-cost';
import type { Model, Stop } from './model';
import { freeSince, freeUntil, overRest } from './rests';

/** Whether a team can do these stops, in this order, on that day: hours, road, welcome margin, lunch and rests. */
export function feasibleDay(model: Model, team: number, day: number, stops: readonly Stop[]): boolean {
	if (stops.length === 0) return true;
	const { from, to, lunch, maxVisits } = model.days[day]!;
	const hours = model.hours[team]![day];
	if (!hours || stops.length > maxVisits) return false;
	const place = (stop: Stop) => model.companies[stop.company]!.place;
	const end = (stop: Stop) => stop.start + model.companies[stop.company]!.minutes;

	const rests = model.rests[team]![day]!;
	const out = model.travel[from]![place(stops[0]!)]!;
	const home = model.travel[place(stops.at(-1)!)]![to]!;
	const departure = freeUntil(rests, stops[0]!.start - model.buffer, out);
	const back = freeSince(rests, end(stops.at(-1)!), home) + home;
	const free = model.freeFrom[team]![day]!;
	const begun = model.begun[team]!.filter((stop) => stop.day === day).length;
	if ((begun === 0 && departure < Math.max(hours[0], free)) || back > hours[1]) return false;
	if (stops.slice(begun).some((stop) => overRest(rests, stop.start, end(stop)))) return false;
	let eaten = !lunch || back <= lunch.to - lunch.minutes || departure >= lunch.from + lunch.minutes;
	for (let i = 1; i < stops.length; i++) {
		const drive = model.travel[place(stops[i - 1]!)]![place(stops[i]!)]!;
		const left = end(stops[i - 1]!);
		const ready = stops[i]!.start - model.buffer;
		if (i >= begun && freeSince(rests, Math.max(left, free), drive) + drive > ready) return false;
		if (!eaten && lunch && lunchFits(lunch, left, drive, ready, rests)) eaten = true;
	}
	return eaten;
}
