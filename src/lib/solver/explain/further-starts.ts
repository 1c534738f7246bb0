import { relax, type Relaxation } from '../itineraries/column-generation';
import { gradedRoutes } from '../itineraries/graded-routes';
import { routesWith } from '../itineraries/routes-with';
import { groundOf, type Ground } from '../itineraries/ground';
import { DayJoin } from '../itineraries/join-days';
import { PricedDay } from '../itineraries/priced-day';
import { branchesOf } from '../itineraries/prove-level';
import type { RoutePool } from '../itineraries/route-pool';
import { SCALE, Stage } from '../itineraries/stage';
import type { TeamClass } from '../itineraries/team-classes';
import { columnsOf } from '../itineraries/whole-plan';
import { modelOf, type Solution } from '../model';
import type { LevelName, Plan } from '../plan';
import type { Problem } from '../problem';
import { scoreOf } from '../score';
import { solutionOf } from './breakdown';
import type { AskOptions } from './holds';
import { startsToAsk, withStarts, type Start } from './starts-to-ask';

/** Routes of a day looked at without further starts, or with one; and with them all. Wide windows have more. */
const ROUTES = 20_000;
const ROUTES_THERE = 50_000;
/** Share of the time kept for trying starts. */
const TRYING = 0.4;
/** Plans of a class with one further start looked at, and partial ones. */
const PLANS = 3000;
const EFFORT = 500_000;

/** The linear problem of one branch, without the further starts, and what its best duals price. */
interface Branch {
	stage: Stage;
	relaxation: Relaxation;
	/** What this branch pays by itself, in the unit of the level. */
	broken: number;
	/** By class and day, the routes at those duals. */
	priced: PricedDay[][];
}

/** A further start that may bring something. */
export interface Promising {
	at: Start;
	slot: number;
	/** No plan costs less with this start, in the unit of the level. */
	bound: number;
}

/**
 * The problem with all its further starts, where routes only take those offered: the duals of its branches price what
 * any other start would bring. A start asked for meets nothing already offered, so that its own rows are free.
 */
export class FurtherStarts {
	readonly level: LevelName;
	/** What the plan costs at that level: the first where there is something to gain. */
	readonly upper: number;
	/** Where no route takes a further start. */
	readonly ground: Ground;
	/** The plan, as the search reads it. */
	readonly solution: Solution;
	/** Whether every route was looked at, in every branch: what promises nothing then brings nothing. */
	complete: boolean;
	readonly asked: readonly { at: Start; slot: number }[];
	private readonly without: Set<number>;
	/** Those of the plan. */
	private readonly hold: Set<number>;
	private readonly branches: Branch[] = [];
	private readonly there = new Map<RoutePool, RoutePool>();
	/** Seconds kept for trying what promises most. */
	private readonly kept: number;

	constructor(
		problem: Problem,
		plan: Plan,
		private readonly options: AskOptions
	) {
		const { highs, stop } = options;
		this.kept = options.left() * TRYING;
		const starts = problem.companies.flatMap((company) => startsToAsk(problem, company));
		const model = modelOf(withStarts(problem, starts));
		const bare = groundOf(model, 0);
		this.asked = starts.map((at) => {
			const own = bare.slots.of[model.companies.findIndex(({ id }) => id === at.company)]![at.day]!;
			return { at, slot: own.find((slot) => bare.slots.start[slot] === at.start)! };
		});
		this.without = new Set(this.asked.map(({ slot }) => slot));
		this.solution = solutionOf(model, plan.visits);
		this.hold = new Set(
			this.solution.flat().flatMap(({ company, day, start }) => {
				const own = bare.slots.of[company]![day]!;
				return own.filter((slot) => bare.slots.start[slot] === start);
			})
		);
		this.ground = groundOf(model, ROUTES, stop, { without: this.without, hold: this.hold });
		const [charter, promises, comfort] = scoreOf(model, this.solution);
		this.level = charter > 0 ? 'charter' : promises > 0 ? 'promises' : 'comfort';
		this.upper = { charter, promises, comfort }[this.level];

		// A visit put by hand when nobody receives is in no column.
		const offered = this.solution.flat().every(({ company, day, start }) => model.starts[company]![day]!.includes(start)); // prettier-ignore
		let columns = offered ? columnsOf(this.ground, this.solution) : [];
		const branches = branchesOf(this.ground, { level: this.level, charter, promises }, this.upper);
		for (const { aim, broken } of branches) {
			const stage = new Stage(this.ground, aim);
			const relaxation = relax(highs, stage, { upper: this.upper - broken + 1, columns, stop });
			columns = [...columns, ...relaxation.columns];
			if (relaxation.least.length === 0) continue;
			const priced = this.ground.classes.map((of, i) => {
				const prices = stage.prices(i, relaxation.duals);
				return of.pools.map((_, day) => new PricedDay(this.ground.slots, of, prices, day));
			});
			this.branches.push({ stage, relaxation, broken, priced });
		}
		this.complete = this.branches.length === branches.length && this.ground.classes.every(({ pools }) => pools.every(({ complete }) => complete)); // prettier-ignore
	}

	/** Starts that may bring something, those that promise most first; when `complete`, no other does. */
	promising(): Promising[] {
		const { classes, model } = this.ground;
		const bounds = new Map<number, number>();
		for (const branch of this.branches) {
			const { relaxation, broken } = branch;
			const reduced = classes.map((_, of) => this.reducedIn(branch, of));
			for (const { at, slot } of this.asked) {
				const { teamsAtOnce } = model.companies.find(({ id }) => id === at.company)!;
				const [first = Infinity, ...more] = classes
					.flatMap(({ teams }, of) => teams.map(() => reduced[of]!.get(slot) ?? Infinity))
					.sort((a, b) => a - b);
				// One team goes there at least, and others as long as they win by it.
				const won = more.slice(0, teamsAtOnce - 1).reduce((sum, one) => sum + Math.min(0, one), 0);
				const bound = broken + Math.ceil((relaxation.bound + first + won) / SCALE - 1e-9);
				bounds.set(slot, Math.min(bound, bounds.get(slot) ?? Infinity));
			}
		}
		return this.asked
			.map(({ at, slot }) => ({ at, slot, bound: Math.max(0, bounds.get(slot) ?? Infinity) }))
			.filter(({ bound }) => bound < this.upper)
			.sort((a, b) => a.bound - b.bound);
	}

	/** By further start, what the cheapest plan of the class that uses it alone costs above the cheapest without. */
	private reducedIn({ stage, relaxation, broken, priced }: Branch, of: number): Map<number, number> {
		const own = this.ground.classes[of]!;
		const prices = stage.prices(of, relaxation.duals);
		const least = relaxation.least[of]!;
		const limit = least + (this.upper - broken - 1) * SCALE - relaxation.bound;
		const reduced = new Map<number, number>();
		own.pools.forEach((_, day) => {
			if (this.options.stop() || this.options.left() < this.kept) {
				this.complete = false;
				return;
			}
			const pool = this.poolThere(own, day);
			if (pool.size === 0) {
				this.complete &&= pool.complete;
				return;
			}
			const pools = own.pools.map((one, on) => (on === day ? pool : one));
			const known = priced[of]!.map((one, on) => (on === day ? undefined : one));
			const join = new DayJoin(this.ground, { ...own, pools }, prices, known);
			const found = join.plans({ limit, keep: PLANS, everyRoute: true, effort: EFFORT });
			this.complete &&= pool.complete && found.exact && found.plans.length < PLANS;
			for (const { routes, cost } of found.plans) {
				const route = routes[day]!;
				const slot = pool.stops.subarray(pool.first[route], pool.first[route + 1]).find((one) => this.without.has(one))!; // prettier-ignore
				reduced.set(slot, Math.min(cost - least, reduced.get(slot) ?? Infinity));
			}
		});
		return reduced;
	}

	/** Routes of a day that use one further start, shared by the classes that share the others. */
	private poolThere(own: TeamClass, day: number): RoutePool {
		const of = own.pools[day]!;
		const known = this.there.get(of);
		if (known) return known;
		const all = this.poolWith(own, day, new Set(), ROUTES_THERE);
		const pool = routesWith(all, (stops) => stops.filter((slot) => this.without.has(slot)).length === 1);
		this.there.set(of, pool);
		return pool;
	}

	/** The ground on which that start is offered too. */
	groundWith({ slot }: Promising): Ground {
		const day = this.ground.slots.day[slot]!;
		const wider = new Map<RoutePool, RoutePool>();
		const classes = this.ground.classes.map((own) => {
			const of = own.pools[day]!;
			const others = new Set([...this.without].filter((other) => other !== slot));
			if (!wider.has(of)) wider.set(of, this.poolWith(own, day, others, ROUTES));
			return { ...own, pools: own.pools.map((one, on) => (on === day ? wider.get(of)! : one)) };
		});
		return { ...this.ground, classes };
	}

	/** Routes of a day with further starts too, but for some. */
	private poolWith(own: TeamClass, day: number, without: ReadonlySet<number>, most: number): RoutePool {
		const { model, slots, classes } = this.ground;
		const team = own.teams[0]!;
		const alike = classes.filter(({ pools }) => pools[day] === own.pools[day]);
		const further = [...this.without].filter((slot) => !without.has(slot));
		return gradedRoutes(model, slots, day, model.hours[team]![day]!, {
			leaveOut: (company) => !alike.some(({ admits }) => admits[company]),
			without,
			hold: new Set([...this.hold, ...further]),
			begun: own.begun.filter((done) => slots.day[done] === day),
			freeFrom: model.freeFrom[team]![day]!,
			rests: model.rests[team]![day]!,
			most,
			stop: this.options.stop
		});
	}
}
