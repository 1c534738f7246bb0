import type { Ground } from './ground';
import { PricedDay } from './priced-day';
import { bits } from './route-sets';
import { groupsOf, SectorRest } from './sector-rest';
import type { TeamClass } from './team-classes';
import type { TeamPrices } from './team-prices';
import { convolve, lowest, restCosts } from './visit-counts';

/** Times it is looked farther without meeting a plan, before it is looked as far as can be: there may be none. */
const FARTHER = 8;
/** Times that all the effort may go into it without meeting one, before it is left at what is known. */
const FRUITLESS = 3;

/** The plan of one team for the whole rally: a route a day, by number in the day's pool. */
export interface JoinedPlan {
	routes: number[];
	/** At the prices asked. */
	cost: number;
}

export interface JoinRequest {
	/** Nothing dearer is wanted. */
	limit: number;
	/** The cheapest so many; all of them when Infinity. */
	keep: number;
	/** Whether every route counts, or only the cheapest of each set of companies. */
	everyRoute: boolean;
	/** The cheapest are looked for so far above what cannot be avoided, then four times as far until some are met. */
	step?: number;
	/** Partial plans looked at, at the most. */
	effort?: number;
}

export interface JoinAnswer {
	plans: JoinedPlan[];
	/** No plan costs less: the cheapest one's cost when it was found, otherwise a bound. */
	least: number;
	/** Whether all that was wanted was found. */
	exact: boolean;
}

interface CheapestOptions {
	limit?: number;
	/** How far above the floor to look at first. */
	step: number;
	effort?: number;
}

/**
 * Joins a route a day into plans that visit no company twice, cheapest first: depth first over the days, each list
 * cut where even the cheapest rest, sectors counted and companies seen twice or not, would cost more than `limit`.
 */
export class DayJoin {
	/** No plan costs less: the days each at its cheapest, companies visited twice or not. */
	readonly floor: number;
	private readonly priced: PricedDay[];
	private readonly suffix: Float64Array[];
	private readonly others: Float64Array[];

	constructor(
		private readonly ground: Ground,
		private readonly of: TeamClass,
		private readonly prices: TeamPrices,
		/** Days already priced at these prices. */
		known: readonly (PricedDay | undefined)[] = []
	) {
		const most = prices.countCost.length - 1;
		this.priced = of.pools.map((_, day) => known[day] ?? new PricedDay(ground.slots, of, prices, day));
		const cheapest = this.priced.map(({ byCount }) => byCount);
		this.suffix = restCosts(cheapest, most);
		this.floor = lowest(this.suffix[0]!, prices.countCost, 0);
		this.others = cheapest.map((_, day) =>
			convolve(
				cheapest.filter((_, other) => other !== day),
				most
			)
		);
	}

	/**
	 * The cheapest plans, looked for a little above the floor first. Plans over `limit` are not looked for: `least` is
	 * then a bound above it. With little `effort`, those met first: cheap ones, not surely the cheapest.
	 */
	cheapest(keep: number, { limit = Infinity, step, effort }: CheapestOptions): JoinAnswer {
		// Over few days what cannot be avoided is no nearer than the limit.
		const inner = this.ground.sectorBits.some((bit) => bit !== 0) ? step : Infinity;
		let fruitless = 0;
		for (let tries = 0; ; tries++) {
			const upTo = Math.min(limit, tries < FARTHER ? this.floor + step * 4 ** tries : Infinity);
			const answer = this.plans({
				limit: upTo,
				keep,
				everyRoute: false,
				step: inner,
				...(effort && { effort })
			});
			if (answer.plans.length > 0 || upTo >= limit || this.floor === Infinity) return answer;
			// Too many partial plans, and not one whole: as many sectors asked as visits, say. Farther is no shorter.
			if (!answer.exact && ++fruitless === FRUITLESS) return answer;
		}
	}

	plans({ limit, keep, everyRoute, step = Infinity, effort = 5_000_000 }: JoinRequest): JoinAnswer {
		const { of, prices, suffix, floor, ground } = this;
		if (!(floor <= limit)) return { plans: [], least: floor, exact: true };
		const { pools } = of;
		const days = pools.length;
		const { rules, comfort } = ground.model.problem;
		const freeTravel = comfort.unfairTravelFrom * days;
		const mostTravel = pools.reduce((sum, { longest }) => sum + longest, 0);
		const unfair = mostTravel > freeTravel ? prices.comfort * comfort.unfairTravel : 0;
		const sameSector = prices.comfort * comfort.sameSector;
		const { words, sectorWords } = pools[0]!.sets;
		const lists = this.priced.map((priced, day) =>
			groupsOf(
				pools[day]!,
				priced.candidates(
					everyRoute,
					unfair,
					prices.dayCost[day]!.map((_, visits) => limit - lowest(this.others[day]!, prices.countCost, visits))
				),
				ground.sectorBits
			)
		);
		const rest = new SectorRest(ground.model, lists, suffix, prices.countCost, {
			again: sameSector,
			missing: prices.missingSector,
			wanted: rules.sectors
		});
		// Nothing under the limit costs less, companies visited twice or not.
		const root = rest.rest(0, 0, 0);
		if (!(root <= limit)) return { plans: [], least: Math.max(floor, limit), exact: true };

		const plans: JoinedPlan[] = [];
		let bar = limit;
		let steps = 0;
		const used = new Int32Array((days + 1) * words);
		const chosen = new Int32Array(days);

		const finish = (cost: number) => {
			let distinct = 0;
			for (let w = 0; w < sectorWords; w++) {
				let union = 0;
				for (let day = 0; day < days; day++) {
					const { sets, set } = pools[day]!;
					union |= sets.sectors[set[chosen[day]!]! * sectorWords + w]!;
				}
				distinct += bits(union);
			}
			let travel = 0;
			let seenByDay = 0;
			for (let day = 0; day < days; day++) {
				const { sets, set, travel: road } = pools[day]!;
				seenByDay += sets.distinct[set[chosen[day]!]!]!;
				travel += road[chosen[day]!]!;
			}
			const missing = rules.sectors - distinct;
			const total =
				cost +
				sameSector * (seenByDay - distinct) +
				(missing > 0 ? prices.missingSector * missing : 0) +
				unfair * Math.max(0, travel - freeTravel);
			if (!(total <= bar) || total === Infinity) return;
			plans.push({ routes: Array.from(chosen), cost: total });
			if (plans.length >= 2 * keep) {
				// Enough are as cheap: only what is cheaper still counts.
				keepCheapest(plans, keep);
				bar = Math.min(bar, below(plans.at(-1)!.cost));
			}
		};

		/** `cost` leaves out what sectors seen on several days cost, which `again` holds. */
		const join = (day: number, visits: number, seen: number, cost: number, again: number) => {
			if (day === days) {
				finish(cost + prices.countCost[visits]!);
				return;
			}
			const { sets } = pools[day]!;
			const at = day * words;
			for (const group of lists[day]!) {
				const made = visits + group.visits;
				const twice = again + sameSector * bits(group.sectors & seen);
				const before = cost + twice;
				if (before + group.least + rest.least(day + 1, made) > bar) continue;
				const wider = seen | group.sectors;
				const room = rest.rest(day + 1, wider, made) + before;
				for (let i = 0; i < group.cost.length; i++) {
					if (group.cost[i]! + room > bar || steps > effort) break;
					steps++;
					const set = group.set[i]! * words;
					let shared = 0;
					for (let w = 0; w < words; w++) shared |= used[at + w]! & sets.companies[set + w]!;
					if (shared !== 0) continue;
					for (let w = 0; w < words; w++) used[at + words + w] = used[at + w]! | sets.companies[set + w]!;
					chosen[day] = group.route[i]!;
					join(day + 1, made, wider, cost + group.cost[i]!, twice);
				}
			}
		};
		let least = root;
		for (let width = step; ; width *= 4) {
			const upTo = Math.min(limit, root + width);
			bar = upTo;
			steps = 0;
			join(0, 0, 0, 0, 0);
			if (steps <= effort) least = upTo;
			if (plans.length > 0 || upTo >= limit) break;
		}
		keepCheapest(plans, keep);
		const exact = steps <= effort;
		return { plans, exact, least: Math.max(floor, exact ? (plans[0]?.cost ?? limit) : least) };
	}
}

function keepCheapest(plans: JoinedPlan[], keep: number): void {
	plans.sort((a, b) => a.cost - b.cost);
	if (plans.length > keep) plans.length = keep;
}

/** A little less, whatever the size. */
const below = (cost: number): number => cost - 1e-9 * Math.max(1, Math.abs(cost));
