import type { Model } from '../model';
import type { Candidates } from './priced-day';
import { bits } from './route-sets';
import type { RoutePool } from './route-pool';
import { lowest } from './visit-counts';

/** Routes of a day that make as many visits in the same sectors, the cheapest first. */
export interface Group extends Candidates {
	visits: number;
	/** Sectors told apart, as bits. */
	sectors: number;
	least: number;
}

/** What sectors cost beyond each day by itself. */
export interface SectorPrices {
	/** One seen again on another day. */
	again: number;
	/** One missing. */
	missing: number;
	/** How many are asked for. */
	wanted: number;
}

/**
 * Sectors told apart; those with fewest companies beyond are taken for never seen twice, and never missing. Over few
 * days none is: joining them all costs less than telling what will be seen again.
 */
const toldApart = ({ days, sectors }: Model): number => (days.length > 3 ? Math.min(10, sectors) : 0);

/** By company, the bit of its sector; 0 for a sector that is not told apart. */
export function sectorBits(model: Model): Int32Array {
	const { sectorOf, sectors } = model;
	const companies = new Array<number>(sectors).fill(0);
	for (const sector of sectorOf) companies[sector]!++;
	const told = companies
		.map((_, sector) => sector)
		.sort((a, b) => companies[b]! - companies[a]!)
		.slice(0, toldApart(model));
	const bit = new Int32Array(sectors);
	told.forEach((sector, i) => (bit[sector] = 1 << i));
	return Int32Array.from(sectorOf, (sector) => bit[sector]!);
}

/** Candidates of a day, apart by number of visits and sectors; the cheapest group first. */
export function groupsOf({ sets }: RoutePool, candidates: readonly Candidates[], bit: Int32Array): Group[] {
	const told = bit.some((of) => of !== 0);
	return candidates
		.flatMap((all, visits) => {
			const { cost, route, set } = all;
			if (cost.length === 0) return [];
			if (!told) return [{ ...all, visits, sectors: 0, least: cost[0]! }];
			const own = new Map<number, number[]>();
			for (let i = 0; i < cost.length; i++) {
				let sectors = 0;
				for (let k = 0; k < visits; k++) sectors |= bit[sets.members[set[i]! * sets.mostVisits + k]!]!;
				const known = own.get(sectors);
				if (known) known.push(i);
				else own.set(sectors, [i]);
			}
			return [...own].map(([sectors, at]): Group => ({
				visits,
				sectors,
				least: cost[at[0]!]!,
				cost: Float64Array.from(at, (i) => cost[i]!),
				route: Int32Array.from(at, (i) => route[i]!),
				set: Int32Array.from(at, (i) => set[i]!)
			}));
		})
		.sort((a, b) => a.least - b.least);
}

/**
 * Least cost of the days still to join once some sectors are seen and some visits made, companies seen twice or not:
 * dynamic programming over (day, sectors, visits), worked out where it is asked for.
 */
export class SectorRest {
	/** `free[day][visits]`: the same, whatever the sectors. */
	private readonly free: Float64Array[];
	private readonly known: Float64Array[];
	private readonly counts: number;
	/** Sectors that may be seen without being told apart. */
	private readonly untold: number;

	constructor(
		model: Model,
		private readonly days: readonly Group[][],
		suffix: readonly Float64Array[],
		private readonly countCost: Float64Array,
		private readonly prices: SectorPrices
	) {
		this.counts = countCost.length;
		const told = toldApart(model);
		this.untold = model.sectors - told;
		this.free = suffix.map((rest) => countCost.map((_, visits) => lowest(rest, countCost, visits)));
		this.known = days.map((_, day) =>
			new Float64Array(day === 0 ? this.counts : this.counts << told).fill(NaN)
		);
	}

	/** Whatever the sectors. */
	least(day: number, visits: number): number {
		return visits < this.counts ? this.free[day]![visits]! : Infinity;
	}

	rest(day: number, seen: number, visits: number): number {
		if (visits >= this.counts) return Infinity;
		const { again, missing, wanted } = this.prices;
		if (day === this.days.length) {
			const short = wanted - bits(seen) - this.untold;
			return this.countCost[visits]! + (short > 0 ? missing * short : 0);
		}
		const known = this.known[day]!;
		const at = seen * this.counts + visits;
		if (!Number.isNaN(known[at])) return known[at]!;
		let best = Infinity;
		for (const group of this.days[day]!) {
			const cost = group.least + again * bits(group.sectors & seen);
			if (cost + this.least(day + 1, visits + group.visits) >= best) continue;
			const total = cost + this.rest(day + 1, seen | group.sectors, visits + group.visits);
			if (total < best) best = total;
		}
		return (known[at] = best);
	}
}
