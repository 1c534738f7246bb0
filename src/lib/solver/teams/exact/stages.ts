import type { Costs } from '../costs';
import { gravity } from '../criteria/gravity';
import type { Formed } from '../search/exchange';
import { gapAt, rideCharge, teamCharges, type Certificate } from './certificate';
import type { Charge } from './cover';
import { enumerate } from './enumerate';
import { expand } from './expand';
import { rideCost, teamCost, type Objective } from './objective';
import type { Pool } from './pool';
import { RideClasses } from './rides';
import { sights, viewOf, type View } from './view';

/** Teams more than this are too many to be enumerated. */
const CAP = 500_000;
/** Branches tried in one enumeration before it gives up: a few seconds. */
const BRANCHES = 10_000_000;

/** The teams that a solution at least as good as the best known can be made of, as one view sees them. */
export interface Stage {
	sight: number;
	view: View;
	pool: Pool;
	rides: RideClasses;
	/** Ride class of each team of the pool. */
	classOf: Int32Array;
	/** Teams of the best solution known, in the pool whatever its limits. */
	mine: number[];
}

/** Enumerates teams from the coarsest view to the finest, and keeps what more and more is known of leaves. */
export class Stages {
	readonly certificates: Certificate[] = [];
	/** Levels settled at the best solution's value. */
	readonly settled: number[] = [];
	/** By view: the teams kept, before those of the best solution known were added. */
	private readonly kept: ({ view: View; pool: Pool; size: number; limits: number[] } | undefined)[] = [];
	private wishesHold = false;

	constructor(
		readonly costs: Costs,
		public formed: Formed,
		readonly remaining: () => number
	) {}

	settle(level: number): void {
		this.settled.push(level);
		if (this.costs.order[level] !== 'rules' || this.formed.values[level] !== 0) return;
		this.wishesHold = true;
		this.kept.length = 0;
	}

	/** The stage for a level, where each team costs at most `most`, and for levels that go with it; null when too large. */
	stage(sight: number, [level, ...others]: readonly [number, ...number[]], most: number): Stage | null {
		const limits = this.costs.order.map((_, at) =>
			at === level ? most : this.settled.includes(at) ? this.formed.values[at]! : Infinity
		);
		const rides = new RideClasses(this.costs, limits, [...this.settled, level, ...others]);
		const found = this.pool(sight, limits, rides);
		if (!found) return null;
		const { view } = found;
		const { pool } = found;
		const mine = this.addMine(view, pool);
		const classOf = Int32Array.from({ length: pool.size }, (_, at) => rides.of(pool.company[at]!));
		return { sight, view, pool, rides, classOf, mine };
	}

	private pool(sight: number, all: number[], rides: RideClasses): { view: View; pool: Pool } | null {
		const limits = all.map((limit, at) => (sights[sight]!.has(this.costs.order[at]!) ? limit : Infinity));
		const known = this.kept[sight];
		if (known && limits.every((limit, at) => limit <= known.limits[at]!)) {
			known.pool.size = known.size;
			const pool = this.sift(sight, known.view, known.pool, limits, rides);
			this.kept[sight] = { view: known.view, pool, size: pool.size, limits };
			return { view: known.view, pool };
		}
		const view = viewOf(this.costs.cast, sight, this.wishesHold);
		let branches = 0;
		const kept = {
			most: limits,
			rideable: (company: number) => rides.of(company) >= 0,
			cap: CAP,
			stop: () => ++branches > BRANCHES || (branches % 4096 === 0 && this.remaining() <= 0)
		};
		let pool: Pool | null;
		if (sight === 0) pool = enumerate(this.costs, view, this.sizes(limits), kept);
		else {
			const coarse = this.pool(sight - 1, all, rides);
			pool = coarse && expand(this.costs, coarse, view, kept);
		}
		if (!pool) return null;
		pool = this.sift(sight, view, pool, limits, rides);
		this.kept[sight] = { view, pool, size: pool.size, limits };
		return { view, pool };
	}

	/** The teams within the limits, and that no certificate excludes. */
	private sift(sight: number, view: View, pool: Pool, limits: number[], rides: RideClasses): Pool {
		const levels = [...limits.keys()].filter((level) => limits[level]! < Infinity);
		const checks = this.certificates
			.filter((one) => one.sight <= sight)
			.map((one) => ({
				charges: teamCharges(one, view, pool),
				least: [] as number[],
				certificate: one,
				gap: this.gap(one)
			}));
		return pool.filtered((at) => {
			for (const level of levels) if (pool.cost[level]![at]! > limits[level]!) return false;
			const of = rides.of(pool.company[at]!);
			if (of < 0) return false;
			return checks.every(({ charges, least, certificate, gap }) => {
				least[of] ??= Math.min(...rides.classes[of]!.map((ride) => rideCharge(certificate, ride)));
				return charges[at]! + least[of] <= gap;
			});
		});
	}

	private gap = (certificate: Certificate): number => gapAt(certificate, this.formed.values);

	/** Sizes of team that no rule broken more than allowed keeps out. */
	private sizes(limits: number[]): number[] {
		const { cast, crews, order } = this.costs;
		const { min, max } = cast.problem.size;
		const places = Math.max(0, ...crews.crews.map(({ places }) => places));
		const broken = (size: number) => Math.max(0, min - size, size - max) + Math.max(0, size - places);
		const rules = limits[order.indexOf('rules')]!;
		return cast.people.map((_, i) => i + 1).filter((size) => gravity.person * broken(size) <= rules);
	}

	private addMine(view: View, pool: Pool): number[] {
		const unitOf = new Int16Array(this.costs.cast.people.length).fill(-1);
		view.units.forEach(({ copies }, unit) => copies.forEach((people) => (unitOf[people[0]!] = unit)));
		return this.formed.teams.map(({ members }) => {
			const units = members.map((person) => unitOf[person]!).filter((unit) => unit >= 0);
			units.sort((a, b) => a - b);
			const known = pool.find(units);
			if (known >= 0) return known;
			const at = pool.add(units, units.length, this.costs.company(members));
			this.costs.people(members).forEach((value, level) => (pool.cost[level]![at] = value));
			return at;
		});
	}

	/** Numbers of teams above and below the one wanted that are still open. */
	away(): { above: number; below: number } {
		const { wanted, from, to } = this.costs.cast.count;
		const level = this.costs.order.indexOf('teams');
		const most = this.settled.includes(level) ? this.formed.values[level]! : Infinity;
		return { above: Math.min(most, to - wanted), below: Math.min(most, wanted - from) };
	}

	/** The settled levels that are sums over teams and rides, as a view sees them. */
	sums(view: View): number[] {
		const { order, worst } = this.costs;
		return this.settled.filter(
			(level) => order[level] !== 'teams' && !worst[level] && view.levels.has(order[level]!)
		);
	}

	/** What no solution as good as the best known goes over. */
	charges(stage: Stage): Charge[] {
		return [
			...this.certificates
				.filter((one) => one.sight <= stage.sight)
				.map((one) => this.charge(one, stage, this.gap(one))),
			...this.sums(stage.view).map((level) => objectiveCharge({ level }, stage, this.formed.values[level]!))
		];
	}

	charge(certificate: Certificate, { view, pool, rides }: Stage, most: number): Charge {
		return {
			teams: teamCharges(certificate, view, pool),
			rides: rides.classes.map((list) => list.map((ride) => rideCharge(certificate, ride))),
			most
		};
	}
}

/** What the teams and rides of a stage cost, not to go over `most`. */
export const objectiveCharge = (objective: Objective, { pool, rides }: Stage, most: number): Charge => ({
	teams: Float64Array.from({ length: pool.size }, (_, at) => teamCost(objective, pool, at)),
	rides: rides.classes.map((list) => list.map((ride) => rideCost(objective, ride))),
	most
});
