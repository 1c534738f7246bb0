import { lunchFits } from '../day-cost';
import type { Model, Stop } from '../model';

/** The best way found to visit one set of companies on one day. `set` is a bit mask over the candidates. */
export interface DayRoute {
	set: number;
	count: number;
	/** Bit mask of the sectors seen, over the candidates' sectors. */
	sectors: number;
	distinct: number;
	/** Comfort of the day, less what visiting these companies is worth. */
	cost: number;
	travel: number;
	stops: Stop[];
}

export interface DayTask {
	model: Model;
	team: number;
	day: number;
	/** Companies considered, 30 at most: the bits of `set`. */
	candidates: readonly number[];
	/** Bit of each candidate's sector. */
	sectorBit: readonly number[];
	/** Starts at which each candidate can receive the team, ascending. */
	free: readonly (readonly number[])[];
	/** What visiting a candidate is worth, to be taken off the cost. */
	worth: readonly number[];
	/** What one visit at that very hour is worth besides: pins and visits already announced. */
	worthAt: (candidate: number, start: number, order: number) => number;
	/** Starts of a candidate that are worth something by themselves. */
	wanted: readonly (readonly number[])[];
	mostVisits: number;
	/** Labels kept for one set and last company: all of them for an exact answer. */
	mostLabels?: number;
}

/** A partial day: ends at `end` after visiting `set`, the last being `last`. */
interface Label {
	set: number;
	last: number;
	start: number;
	end: number;
	departure: number;
	/** The departure as far as it can make the day too long. */
	matters: number;
	eaten: boolean;
	/** Ate in a gap, and so waited less. */
	ateOnTheWay: boolean;
	cost: number;
	travel: number;
	from: Label | null;
}

/**
 * Every set of companies that the team can visit on that day, each with its cheapest route: dynamic programming
 * over (set, last company), keeping the labels that no other one dominates. Later starts than the earliest one
 * only add waiting, except the one that lets lunch fit and those that are worth something by themselves.
 */
export function dayRoutes(task: DayTask): DayRoute[] {
	const { model, team, day } = task;
	const hours = model.hours[team]![day];
	const best = new Map<number, { label: Label; cost: number; travel: number }>();
	if (hours) {
		let layer = firstVisits(task, hours);
		const most = Math.min(task.mostVisits, model.days[day]!.maxVisits);
		for (let count = 1; count <= most && layer.size > 0; count++) {
			for (const labels of layer.values()) for (const label of labels) close(task, hours, label, best);
			layer = count < most ? nextVisits(task, hours, layer, count) : new Map();
		}
	}
	return [...best].map(([set, { label, cost, travel }]) => toRoute(task, set, label, cost, travel));
}

type Layer = Map<number, Label[]>;
const keyOf = (set: number, last: number) => set * 32 + last;

function firstVisits(
	{ model, day, candidates, free, worth, worthAt, mostLabels }: DayTask,
	hours: [number, number]
): Layer {
	const layer: Layer = new Map();
	const { from, lunch } = model.days[day]!;
	candidates.forEach((company, at) => {
		const { place, minutes } = model.companies[company]!;
		const road = model.travel[from]![place]!;
		for (const start of free[at]!) {
			const departure = start - model.buffer - road;
			if (departure < hours[0]) continue;
			const label: Label = {
				set: 1 << at,
				last: at,
				start,
				end: start + minutes,
				departure,
				matters: Math.min(departure, hours[1] - model.problem.comfort.longDayFrom),
				eaten: !lunch || departure >= lunch.from + lunch.minutes,
				ateOnTheWay: false,
				cost: model.problem.comfort.travel * road - worth[at]! - worthAt(at, start, 0),
				travel: road,
				from: null
			};
			if (label.end <= hours[1]) keep(layer, label, model.problem.comfort.wait, mostLabels);
		}
	});
	return layer;
}

function nextVisits(task: DayTask, hours: [number, number], layer: Layer, order: number): Layer {
	const { model, day, candidates, free, worth, worthAt, wanted, mostLabels } = task;
	const { travel: travelWeight, wait: waitWeight } = model.problem.comfort;
	const { lunch } = model.days[day]!;
	const next: Layer = new Map();
	for (const labels of layer.values()) {
		for (const label of labels) {
			const here = model.companies[candidates[label.last]!]!.place;
			for (let at = 0; at < candidates.length; at++) {
				if (label.set & (1 << at)) continue;
				const { place, minutes } = model.companies[candidates[at]!]!;
				const road = model.travel[here]![place]!;
				const earliest = label.end + road + model.buffer;
				const add = (start: number) => {
					if (start + minutes > hours[1]) return;
					const eats =
						!label.eaten && lunch !== null && lunchFits(lunch, label.end, road, start - model.buffer);
					const wait = start - label.end - road - (eats ? lunch!.minutes : 0);
					const added: Label = {
						set: label.set | (1 << at),
						last: at,
						start,
						end: start + minutes,
						departure: label.departure,
						matters: label.matters,
						eaten: label.eaten || eats,
						ateOnTheWay: label.ateOnTheWay || eats,
						cost:
							label.cost + travelWeight * road + waitWeight * wait - worth[at]! - worthAt(at, start, order),
						travel: label.travel + road,
						from: label
					};
					keep(next, added, waitWeight, mostLabels);
				};
				const soonest = firstFrom(free[at]!, earliest);
				if (soonest === undefined) continue;
				add(soonest);
				if (!label.eaten && lunch) {
					const afterMeal = firstFrom(free[at]!, mealDone(lunch, label.end, road) + model.buffer);
					if (afterMeal !== undefined && afterMeal !== soonest) add(afterMeal);
				}
				for (const start of wanted[at]!) if (start > soonest) add(start);
			}
		}
	}
	return next;
}

/** Earliest moment at which the team can be at the next door having eaten in the gap; infinite when it cannot. */
function mealDone(lunch: { from: number; to: number; minutes: number }, left: number, road: number): number {
	const before = Math.max(left, lunch.from) + lunch.minutes;
	const after = Math.max(left + road, lunch.from) + lunch.minutes;
	return Math.min(before <= lunch.to ? before + road : Infinity, after <= lunch.to ? after : Infinity);
}

function firstFrom(starts: readonly number[], from: number): number | undefined {
	for (const start of starts) if (start >= from) return start;
	return undefined;
}

/** Adds a label unless one already there is at least as good whatever follows. */
function keep(layer: Layer, label: Label, waitWeight: number, most = Infinity): void {
	const key = keyOf(label.set, label.last);
	const others = layer.get(key);
	if (!others) {
		layer.set(key, [label]);
		return;
	}
	// Being early is no gain by itself: the same next visit is then waited for.
	const beats = (a: Label, b: Label) =>
		a.end <= b.end &&
		a.cost + waitWeight * (b.end - a.end) <= b.cost &&
		a.matters >= b.matters &&
		(a.eaten || !b.eaten);
	if (others.some((other) => beats(other, label))) return;
	const kept = [...others.filter((other) => !beats(label, other)), label];
	if (kept.length > most) {
		// The earliest leaves most room; of the others, the one that costs most once waiting is counted goes.
		const soonest = kept.reduce((a, b) => (b.end < a.end ? b : a));
		const dear = (one: Label) => (one === soonest ? -Infinity : one.cost - waitWeight * one.end);
		const worst = kept.reduce((a, b) => (dear(b) > dear(a) ? b : a));
		kept.splice(kept.indexOf(worst), 1);
	}
	layer.set(key, kept);
}

function close(
	task: DayTask,
	hours: [number, number],
	label: Label,
	best: Map<number, { label: Label; cost: number; travel: number }>
): void {
	const { model, day, candidates } = task;
	const { to, lunch } = model.days[day]!;
	const { travel, wait, longDay, longDayFrom } = model.problem.comfort;
	const home = model.travel[model.companies[candidates[label.last]!]!.place]![to]!;
	const back = label.end + home;
	if (back > hours[1]) return;
	const homeForLunch = lunch !== null && back <= lunch.to - lunch.minutes;
	if (!label.eaten && !homeForLunch) return;
	const long = longDay * Math.max(0, back - label.departure - longDayFrom);
	// Home in time to eat there: what was taken for a meal on the way was waiting.
	const waited = homeForLunch && label.ateOnTheWay ? wait * lunch.minutes : 0;
	const cost = label.cost + travel * home + long + waited;
	const known = best.get(label.set);
	if (!known || cost < known.cost) best.set(label.set, { label, cost, travel: label.travel + home });
}

function toRoute(
	{ day, candidates, sectorBit }: DayTask,
	set: number,
	label: Label,
	cost: number,
	travel: number
): DayRoute {
	const stops: Stop[] = [];
	let sectors = 0;
	for (let at: Label | null = label; at; at = at.from) {
		stops.unshift({ company: candidates[at.last]!, day, start: at.start });
		sectors |= 1 << sectorBit[at.last]!;
	}
	return { set, count: stops.length, sectors, distinct: bits(sectors), cost, travel, stops };
}

export function bits(mask: number): number {
	let count = 0;
	for (let rest = mask; rest; rest &= rest - 1) count++;
	return count;
}
