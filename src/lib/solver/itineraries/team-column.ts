import { dayCost } from '../day-cost';
import { newVisit, type Model, type Stop } from '../model';
import type { Ground } from './ground';
import type { Slots } from './slots';
import type { TeamClass } from './team-classes';

/** A column of the master problem: a plan of the whole rally for one team of a class. */
export interface TeamColumn {
	/** Index of the class. */
	of: number;
	/** In the order of days and hours. */
	slots: Int32Array;
	/** Points of charter, announced visits changed, minute-equivalents: what this plan alone costs at each level. */
	charter: number;
	changed: number;
	comfort: number;
	visits: number;
}

/** The column of a route a day. */
export function columnOf(
	model: Model,
	classes: readonly TeamClass[],
	of: number,
	routes: readonly number[]
): TeamColumn {
	const { pools, present, announced, promised } = classes[of]!;
	const { rules, comfort } = model.problem;
	const slots: number[] = [];
	const sectors = new Set<number>();
	let cost = 0;
	let travel = 0;
	let seenByDay = 0;
	let charter = 0;
	routes.forEach((route, day) => {
		const { first, stops, set, sets, cost: price, travel: road } = pools[day]!;
		const visits = first[route + 1]! - first[route]!;
		for (let i = first[route]!; i < first[route + 1]!; i++) slots.push(stops[i]!);
		cost += price[route]!;
		travel += road[route]!;
		seenByDay += sets.distinct[set[route]!]!;
		for (let w = 0; w < sets.sectorWords; w++) {
			const word = sets.sectors[set[route]! * sets.sectorWords + w]!;
			for (let bit = 0; bit < 32; bit++) if (word & (1 << bit)) sectors.add(w * 32 + bit);
		}
		if (present[day]) charter += Math.max(0, rules.visitsPerDay - visits);
	});
	charter += Math.max(0, rules.visits[0] - slots.length) + Math.max(0, rules.sectors - sectors.size);
	const kept = announced.filter((slot) => slots.includes(slot)).length;
	return {
		of,
		slots: Int32Array.from(slots),
		charter,
		changed: promised - kept,
		comfort:
			cost +
			comfort.sameSector * (seenByDay - sectors.size) +
			comfort.visitShortOfMax * (rules.visits[1] - slots.length) +
			newVisit(model) * (slots.length - kept) +
			comfort.unfairTravel * Math.max(0, travel - comfort.unfairTravelFrom * model.days.length),
		visits: slots.length
	};
}

/** The column of a plan made elsewhere. */
export function columnOfStops(
	{ model, slots, classes, classOf }: Ground,
	team: number,
	stops: readonly Stop[]
): TeamColumn {
	const of = classOf[team]!;
	const { present, announced, promised } = classes[of]!;
	const { rules, comfort } = model.problem;
	const numbers = stops.map(({ company, day, start }) => {
		const at = model.starts[company]![day]!.indexOf(start);
		return slots.of[company]![day]![at]!;
	});
	const sectors = new Set(stops.map(({ company }) => model.sectorOf[company])).size;
	const days = model.days.map((_, day) => stops.filter((stop) => stop.day === day));
	const costs = days.map((own, day) => dayCost(model, team, day, own));
	const travel = costs.reduce((sum, cost) => sum + cost.travel, 0);
	const missing = days.map((own, day) => (present[day] ? Math.max(0, rules.visitsPerDay - own.length) : 0));
	const onRoad = costs.map(
		(cost) =>
			comfort.travel * cost.travel +
			comfort.wait * cost.wait +
			comfort.longDay * Math.max(0, cost.span - comfort.longDayFrom) +
			comfort.tight * cost.tight
	);
	const kept = announced.filter((slot) => numbers.includes(slot)).length;
	const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
	return {
		of,
		slots: Int32Array.from(numbers),
		charter:
			Math.max(0, rules.visits[0] - stops.length) + Math.max(0, rules.sectors - sectors) + sum(missing),
		changed: promised - kept,
		comfort:
			sum(onRoad) +
			comfort.sameSector * (stops.length - sectors) +
			comfort.visitShortOfMax * (rules.visits[1] - stops.length) +
			newVisit(model) * (stops.length - kept) +
			comfort.unfairTravel * Math.max(0, travel - comfort.unfairTravelFrom * model.days.length),
		visits: stops.length
	};
}

export const stopsOf = (slots: Slots, column: TeamColumn): Stop[] =>
	Array.from(column.slots, (slot) => ({
		company: slots.company[slot]!,
		day: slots.day[slot]!,
		start: slots.start[slot]!
	}));

/** Two columns of the same visits for the same class are one. */
export const keyOf = ({ of, slots }: TeamColumn): string => `${of}:${slots.join()}`;
