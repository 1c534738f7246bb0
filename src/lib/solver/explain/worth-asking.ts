import { relax, type Relaxation } from '../itineraries/column-generation';
import { groundOf, type Ground } from '../itineraries/ground';
import { DayJoin } from '../itineraries/join-days';
import { branchesOf } from '../itineraries/prove-level';
import { SCALE, Stage } from '../itineraries/stage';
import type { TeamPrices } from '../itineraries/team-prices';
import { modelOf } from '../model';
import type { LevelName, Plan } from '../plan';
import type { Company, Problem } from '../problem';
import { solve } from '../solve';
import type { AskOptions } from './holds';

/** A start that a company does not offer. Minutes; the day by its index. */
export interface Start {
	company: string;
	day: number;
	start: number;
}

/** A start worth asking for: with it, a plan was found that is better by so much, at the first level that changes. */
export interface WorthAsking extends Start {
	level: LevelName;
	by: number;
}

/** Routes of a day looked at to price the starts not offered. */
const ROUTES = 400_000;
/** A plan that visits there whatever else it costs. */
const FORCED = 1e12;
/** Starts asked for are on the hour. */
const HOUR = 60;
/** Starts really solved for each one kept, and longest time for one, seconds. */
const TRIED = 2;
const SOLVE_SECONDS = 3;

/**
 * Further starts worth asking companies for, the best first. The duals of the master problem price every plan with one
 * more start: a reduced cost under nothing says what that start may bring. Those that promise most are then solved, and
 * only what a plan really gains is told.
 */
export function worthAsking(
	problem: Problem,
	plan: Plan,
	{ most = 5, ...options }: AskOptions & { most?: number }
): WorthAsking[] {
	const kept: WorthAsking[] = [];
	for (const { at } of promising(problem, plan, options).slice(0, most * TRIED)) {
		if (options.stop() || kept.length >= most) break;
		const gain = gainOf(problem, plan, at, options);
		if (gain) kept.push({ ...at, ...gain });
	}
	const rank = (level: LevelName) => plan.levels.findIndex(({ name }) => name === level);
	return kept.sort((a, b) => rank(a.level) - rank(b.level) || b.by - a.by);
}

/** Starts whose plans have a negative reduced cost, thousandths, the lowest first. */
export function promising(
	problem: Problem,
	plan: Plan,
	{ highs, stop }: AskOptions
): { at: Start; reduced: number }[] {
	const asked = problem.companies.flatMap((company) => startsToAsk(problem, company));
	const wider: Problem = {
		...problem,
		companies: problem.companies.map((company) => ({
			...company,
			starts: [
				...company.starts,
				...asked
					.filter((at) => at.company === company.id)
					.map(({ day, start }): [number, number] => [day, start])
			]
		}))
	};
	const [narrow, wide] = [groundOf(modelOf(problem), ROUTES, stop), groundOf(modelOf(wider), ROUTES, stop)];
	const relaxation = relaxed(narrow, plan, { highs, stop });
	if (!relaxation) return [];
	const { stage, duals, least } = relaxation;
	const extended = new Stage(wide, stage.aim);
	const carried = carriedOver(narrow, duals, wide, extended);
	const slots = asked.map((at) => slotOf(wide, at));
	const found = asked.flatMap((at, i) => {
		if (stop() || slots[i] === undefined) return [];
		const others = slots.filter((slot) => slot !== undefined && slot !== slots[i]) as number[];
		const reduced = Math.min(
			...wide.classes.map((_, of) => {
				const prices = extended.prices(of, carried);
				for (const other of others) prices.worth[other] = -Infinity;
				return cheapestWith(wide, of, prices, slots[i]!) - (least[of] ?? 0);
			})
		);
		return reduced < 0 ? [{ at, reduced }] : [];
	});
	return found.sort((a, b) => a.reduced - b.reduced);
}

/** On the hour, when nothing the company already offers goes on, and within the hours of the day. */
function startsToAsk({ days }: Problem, company: Company): Start[] {
	const { id, minutes, turnaround, starts } = company;
	const length = minutes + turnaround;
	return days.flatMap(({ start: opens, end: closes }, day) => {
		const taken = starts.filter(([on]) => on === day).map(([, start]) => start);
		const asked: Start[] = [];
		for (let start = Math.ceil(opens / HOUR) * HOUR; start + minutes <= closes; start += HOUR) {
			if (taken.some((other) => Math.abs(other - start) < length)) continue;
			asked.push({ company: id, day, start });
			taken.push(start);
		}
		return asked;
	});
}

/** The linear problem of the first level that the plan leaves something to gain on, in the branch of its own bound. */
function relaxed(
	ground: Ground,
	plan: Plan,
	{ highs, stop }: Pick<AskOptions, 'highs' | 'stop'>
): (Relaxation & { stage: Stage }) | null {
	const [charter, promises, comfort] = plan.levels.map(({ value }) => value) as [number, number, number];
	const level = charter > 0 ? 'charter' : promises > 0 ? 'promises' : 'comfort';
	const upper = { charter, promises, comfort }[level];
	let best: (Relaxation & { stage: Stage }) | null = null;
	for (const { aim } of branchesOf(ground, { level, charter, promises }, upper)) {
		if (stop()) break;
		const stage = new Stage(ground, aim);
		const relaxation = relax(highs, stage, { upper: Infinity, columns: [], stop });
		if (!relaxation.feasible || relaxation.least.length === 0) continue;
		if (!best || relaxation.bound < best.bound) best = { ...relaxation, stage };
	}
	return best;
}

/** The same prices on the wider problem: a start asked for meets nothing already offered, so its own rows are free. */
function carriedOver(narrow: Ground, duals: Float64Array, wide: Ground, stage: Stage): Float64Array {
	const known = new Map(
		narrow.coupling.rows.map(({ says }, row) => [JSON.stringify(says), duals[narrow.classes.length + row]!])
	);
	const carried = new Float64Array(stage.rows.length);
	wide.classes.forEach((_, of) => (carried[of] = duals[of] ?? 0));
	wide.coupling.rows.forEach(({ says }, row) => {
		carried[wide.classes.length + row] = known.get(JSON.stringify(says)) ?? 0;
	});
	// Points allowed at the levels before: the last rows, in the same order.
	const caps = stage.rows.length - wide.classes.length - wide.coupling.rows.length;
	for (let i = 1; i <= caps; i++) carried[carried.length - i] = duals[duals.length - i] ?? 0;
	return carried;
}

const slotOf = ({ model, slots }: Ground, { company, day, start }: Start): number | undefined =>
	slots.of[model.companies.findIndex(({ id }) => id === company)]![day]!.find(
		(slot) => slots.start[slot] === start
	);

/** The least price of a plan of the class that visits there; Infinity when none can. */
function cheapestWith(ground: Ground, of: number, prices: TeamPrices, slot: number): number {
	if (prices.worth[slot] === -Infinity) return Infinity;
	prices.worth[slot]! += FORCED;
	const join = new DayJoin(ground, ground.classes[of]!, prices);
	const { plans, least } = join.cheapest(1, { step: 12 * SCALE, effort: 100_000 });
	// Not going there is the other way to be cheapest.
	return plans.length > 0 && least < -FORCED / 2 ? least + FORCED : Infinity;
}

function gainOf(
	problem: Problem,
	plan: Plan,
	{ company, day, start }: Start,
	{ highs, left, stop }: AskOptions
): { level: LevelName; by: number } | null {
	const asked: Problem = {
		...problem,
		companies: problem.companies.map((one) =>
			one.id === company ? { ...one, starts: [...one.starts, [day, start]] } : one
		)
	};
	const until = left() - SOLVE_SECONDS;
	const then = solve(asked, { highs, cancelled: () => stop() || left() <= until });
	const at = then.levels.findIndex(({ value }, i) => value !== plan.levels[i]!.value);
	const by = at < 0 ? 0 : plan.levels[at]!.value - then.levels[at]!.value;
	return by > 0 ? { level: then.levels[at]!.name, by } : null;
}
