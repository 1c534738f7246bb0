import type { TeamClass } from './team-classes';
import type { TeamPrices } from './team-prices';

/** The routes of one day worth joining, by number of visits, cheapest first. */
export interface Candidates {
	cost: Float64Array;
	route: Int32Array;
	set: Int32Array;
}

/** The routes of a day at given prices. */
export interface PricedDay {
	/** Of each route. */
	cost: Float64Array;
	/** Cheapest route of each set. */
	best: Int32Array;
	/** Least cost of the day for each number of visits. */
	byCount: Float64Array;
}

export function priceRoutes(
	{ pools }: TeamClass,
	{ comfort, worth, routeWorth, dayCost }: TeamPrices,
	day: number
): PricedDay {
	const { size, first, stops, cost, set, sets } = pools[day]!;
	const price = new Float64Array(size);
	const best = new Int32Array(sets.count).fill(-1);
	const byCount = new Float64Array(dayCost[day]!.length).fill(Infinity);
	for (let route = 0; route < size; route++) {
		let sum = comfort * cost[route]! - (routeWorth?.[day]?.[route] ?? 0);
		for (let i = first[route]!; i < first[route + 1]!; i++) sum -= worth[stops[i]!]!;
		const of = set[route]!;
		sum += dayCost[day]![sets.visits[of]!]!;
		price[route] = sum;
		if (sum === Infinity) continue;
		const known = best[of]!;
		if (known < 0 || sum < price[known]!) {
			best[of] = route;
			if (sum < byCount[sets.visits[of]!]!) byCount[sets.visits[of]!] = sum;
		}
	}
	return { cost: price, best, byCount };
}

/** `upTo`: by number of visits on the day, what a route may cost. */
export function candidates(
	{ pools }: TeamClass,
	{ dayCost }: TeamPrices,
	day: number,
	{ cost, best }: PricedDay,
	everyRoute: boolean,
	unfair: number,
	upTo: Float64Array
): Candidates[] {
	const { size, set, sets, travel } = pools[day]!;
	const chosen: number[][] = Array.from({ length: dayCost[day]!.length }, () => []);
	if (everyRoute || unfair > 0) {
		for (let route = 0; route < size; route++) {
			const of = set[route]!;
			const price = cost[route]!;
			if (!(price <= upTo[sets.visits[of]!]!) || price === Infinity) continue;
			const cheapest = best[of]!;
			// A dearer way with less road may win once the whole rally's road is counted.
			if (
				everyRoute ||
				route === cheapest ||
				price < cost[cheapest]! + unfair * (travel[cheapest]! - travel[route]!)
			)
				chosen[sets.visits[of]!]!.push(route);
		}
	} else {
		for (let of = 0; of < sets.count; of++) {
			const route = best[of]!;
			if (route >= 0 && cost[route]! <= upTo[sets.visits[of]!]!) chosen[sets.visits[of]!]!.push(route);
		}
	}
	return chosen.map((routes) => {
		routes.sort((a, b) => cost[a]! - cost[b]!);
		return {
			cost: Float64Array.from(routes, (route) => cost[route]!),
			route: Int32Array.from(routes),
			set: Int32Array.from(routes, (route) => set[route]!)
		};
	});
}
