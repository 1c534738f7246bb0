import type { RoutePool } from './route-pool';
import type { Slots } from './slots';
import type { TeamClass } from './team-classes';
import type { TeamPrices } from './team-prices';

/** The routes of one day worth joining with a number of visits, cheapest first. */
export interface Candidates {
	cost: Float64Array;
	route: Int32Array;
	set: Int32Array;
}

/**
 * The routes of one day at given prices. Most are never looked at: a set costs at least its cheapest route less what
 * each of its companies is worth at its best hour, and within a set the routes come by rising cost.
 */
export class PricedDay {
	/** Least cost of the day for each number of visits. */
	readonly byCount: Float64Array;
	private readonly pool: RoutePool;
	/** What the visits of each set can be worth at the most. */
	private readonly mostWorth: Float64Array;
	/** By set, a cost under which none of its routes goes. */
	private readonly floor: Float64Array;
	/** By set, its cheapest route once it was looked for (-2 before, -1 when there is none), and its cost. */
	private readonly best: Int32Array;
	private readonly bestCost: Float64Array;

	constructor(
		private readonly slots: Slots,
		{ pools }: TeamClass,
		private readonly prices: TeamPrices,
		private readonly day: number
	) {
		const pool = pools[day]!;
		this.pool = pool;
		const { sets, cost, setFirst } = pool;
		const { comfort, dayCost, routeWorth } = prices;
		const companyWorth = this.companyWorth();
		const orderWorth = routeWorth?.[day]?.reduce((most, worth) => Math.max(most, worth), 0) ?? 0;
		this.mostWorth = new Float64Array(sets.count);
		this.floor = new Float64Array(sets.count);
		this.best = new Int32Array(sets.count).fill(-2);
		this.bestCost = new Float64Array(sets.count);
		const byCount: number[][] = Array.from({ length: dayCost[day]!.length }, () => []);
		for (let set = 0; set < sets.count; set++) {
			let worth = orderWorth;
			const visits = sets.visits[set]!;
			for (let i = 0; i < visits; i++) worth += companyWorth[sets.members[set * sets.mostVisits + i]!]!;
			this.mostWorth[set] = worth;
			this.floor[set] = comfort * cost[setFirst[set]!]! - worth + dayCost[day]![visits]!;
			if (this.floor[set]! < Infinity) byCount[visits]!.push(set);
		}
		// The exact least by number of visits: sets by rising floor, until the floor passes it.
		this.byCount = Float64Array.from(byCount, (own) => {
			own.sort((a, b) => this.floor[a]! - this.floor[b]!);
			let least = Infinity;
			for (const set of own) {
				if (this.floor[set]! >= least) break;
				least = Math.min(least, this.cheapest(set));
			}
			return least;
		});
	}

	/** By company, what a visit on this day is worth at its best hour. */
	private companyWorth(): Float64Array {
		const { worth } = this.prices;
		const { company, day } = this.slots;
		const most = new Float64Array(this.pool.sets.words * 32).fill(-Infinity);
		for (let slot = 0; slot < worth.length; slot++)
			if (day[slot] === this.day && worth[slot]! > most[company[slot]!]!) most[company[slot]!] = worth[slot]!;
		return most;
	}

	cost(route: number): number {
		const { first, stops, cost, set, sets } = this.pool;
		const { comfort, worth, dayCost, routeWorth } = this.prices;
		let sum = comfort * cost[route]! + dayCost[this.day]![sets.visits[set[route]!]!]!;
		for (let i = first[route]!; i < first[route + 1]!; i++) sum -= worth[stops[i]!]!;
		const ordered = routeWorth?.[this.day];
		return ordered ? sum - ordered[route]! : sum;
	}

	/** Cost of the cheapest route of a set; Infinity when it has none. */
	private cheapest(set: number): number {
		if (this.best[set] !== -2) return this.bestCost[set]!;
		const { setFirst } = this.pool;
		let best = -1;
		let least = Infinity;
		for (let route = setFirst[set]!; route < setFirst[set + 1]!; route++) {
			if (this.floorOf(set, route) >= least) break;
			const cost = this.cost(route);
			if (cost < least) {
				least = cost;
				best = route;
			}
		}
		this.best[set] = best;
		this.bestCost[set] = least;
		return least;
	}

	/** No route of the set from this one on costs less. */
	private floorOf(set: number, route: number): number {
		const { cost, sets } = this.pool;
		return (
			this.prices.comfort * cost[route]! -
			this.mostWorth[set]! +
			this.prices.dayCost[this.day]![sets.visits[set]!]!
		);
	}

	/**
	 * Routes that cost no more than `upTo` allows for their number of visits: all of them, or the cheapest of each set
	 * and those that spare so much road that they may win it back (`unfair` a minute) over the whole rally.
	 */
	candidates(everyRoute: boolean, unfair: number, upTo: Float64Array): Candidates[] {
		const { sets, setFirst, travel, shortest } = this.pool;
		const found: { route: number; cost: number }[][] = Array.from(upTo, () => []);
		for (let set = 0; set < sets.count; set++) {
			const bar = upTo[sets.visits[set]!]!;
			if (!(this.floor[set]! <= bar) || this.floor[set] === Infinity) continue;
			const list = found[sets.visits[set]!]!;
			if (!everyRoute) {
				const cost = this.cheapest(set);
				if (cost <= bar && cost < Infinity) list.push({ route: this.best[set]!, cost });
			}
			const cheapest = everyRoute ? -1 : this.best[set]!;
			const spared = everyRoute ? 0 : unfair * (travel[cheapest]! - shortest[set]!);
			if (!everyRoute && spared === 0) continue;
			const last = everyRoute ? bar : Math.min(bar, this.bestCost[set]! + spared);
			for (let route = setFirst[set]!; route < setFirst[set + 1]!; route++) {
				if (this.floorOf(set, route) > last) break;
				if (route === cheapest) continue;
				const cost = this.cost(route);
				if (!(cost <= bar) || cost === Infinity) continue;
				if (everyRoute || cost < this.bestCost[set]! + unfair * (travel[cheapest]! - travel[route]!))
					list.push({ route, cost });
			}
		}
		return found.map((list) => {
			list.sort((a, b) => a.cost - b.cost);
			return {
				cost: Float64Array.from(list, ({ cost }) => cost),
				route: Int32Array.from(list, ({ route }) => route),
				set: Int32Array.from(list, ({ route }) => this.pool.set[route]!)
			};
		});
	}
}
