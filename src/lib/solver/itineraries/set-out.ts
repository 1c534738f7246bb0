import { lacking, lunchFits } from '../day-cost';
import type { Model, Stop } from '../model';
import { freeUntil, restedIn, type Rests } from '../rests';

/** A day as far as it has gone: what the visits begun have cost. */
export function setOut(
	{ companies, travel, buffer, problem, days }: Model,
	day: number,
	done: readonly Stop[],
	rests: Rests
) {
	const { from, lunch } = days[day]!;
	const { comfort } = problem;
	const place = (stop: Stop) => companies[stop.company]!.place;
	const [first] = done as [Stop, ...Stop[]];
	let road = travel[from]![place(first)]!;
	let cost = comfort.travel * road;
	const departure = freeUntil(rests, first.start - buffer, road);
	let eaten = !lunch || departure >= lunch.from + lunch.minutes;
	let ateOnTheWay = false;
	for (let i = 1; i < done.length; i++) {
		const [before, stop] = [done[i - 1]!, done[i]!];
		const left = before.start + companies[before.company]!.minutes;
		const drive = travel[place(before)]![place(stop)]!;
		const eats = !eaten && lunch !== null && lunchFits(lunch, left, drive, stop.start - buffer, rests);
		const away = drive + restedIn(rests, left, stop.start) + (eats ? lunch!.minutes : 0);
		cost += comfort.travel * drive + comfort.wait * (stop.start - left - away);
		cost += comfort.tight * lacking(problem, stop.start - left - drive - buffer);
		road += drive;
		eaten ||= eats;
		ateOnTheWay ||= eats;
	}
	return { departure, eaten, ateOnTheWay, cost, road };
}
