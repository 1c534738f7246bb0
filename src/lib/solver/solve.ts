import type { Highs } from 'highs';
import { countedBounds } from './counted-bounds';
import { groundOf, type Ground } from './itineraries/ground';
import { proveLevel, type ProveOptions } from './itineraries/prove-level';
import type { Choice } from './itineraries/settle';
import { columnsOf, solutionOf } from './itineraries/whole-plan';
import { walkBound } from './itineraries/walk-bound';
import { modelOf, type Model } from './model';
import type { Level, LevelName, Plan } from './plan';
import type { Problem } from './problem';
import { Random } from './random';
import { compare, findingsOf, scoreOf, type Score } from './score';
import { firstPlan, improve, type Found } from './search/large-neighbourhood';

export interface Progress {
	seconds: number;
	/** A plan is looked for, its distance from the best is measured, then closed. */
	phase: 'search' | 'bound' | 'proof';
	plan: Plan;
}

export interface SolveOptions {
	/** The linear and whole-number solver, loaded by whoever calls. */
	highs: Highs;
	seed?: number;
	/** Longest time to look for better, seconds. */
	seconds?: number;
	/** The last level to bring down and prove; by default all of them. */
	through?: LevelName;
	/** Proves nothing, and looks for better plans to the end of the time: what a second core can do meanwhile. */
	searchOnly?: boolean;
	/** Milliseconds, from any origin. Given, so that the solver itself reads no clock. */
	now?: () => number;
	onProgress?: (progress: Progress) => void;
	/** Answers true to stop: the best plan found is given back. */
	cancelled?: () => boolean;
}

const names: LevelName[] = ['charter', 'promises', 'comfort'];

/** Rebuildings of a team before anything is proven, and after, for each team. */
const WARM_UP = 12;
const LONG_SEARCH = 400;
/** Routes of a day looked at for a first plan. */
const QUICK_ROUTES = 40_000;
/** And by a search that proves nothing, as many times as there is time for. */
const SEARCH_ROUTES = 400_000;
const MOST_PASSES = 100;
/** Announced visits that a team may lose, besides those it must, while few routes are looked at. */
const MOST_LOST = 1;
/** And for a proof: 2 million of them take about 100 MB. */
const MOST_ROUTES = 3_000_000;

/**
 * The only door of the planner. Always gives a plan that can be driven, even when the charter cannot hold, and says of
 * each level how far from the best it can be. The same seed gives the same plan as long as time does not run out.
 */
export function solve(problem: Problem, options: SolveOptions): Plan {
	const { highs, seed = 1, seconds = 20, through = 'comfort', searchOnly = false, now = () => 0 } = options;
	const { onProgress, cancelled = () => false } = options;
	const began = now();
	const elapsed = () => (now() - began) / 1000;
	const limits = { stop: () => cancelled() || elapsed() >= seconds, left: () => seconds - elapsed() };
	const model = modelOf(problem);
	const solution = model.teams.map(() => []);
	let best: Found = { solution, score: scoreOf(model, solution) };
	const bounds: [number, number, number] = [...countedBounds(model)];
	let first: number | null = null;

	const plan = () => planOf(model, best, bounds, elapsed(), first);
	const tell = (phase: Progress['phase']) => onProgress?.({ seconds: elapsed(), phase, plan: plan() });
	const onBest = (found: Found, phase: Progress['phase'] = 'search') => {
		if (first !== null && compare(found.score, best.score) >= 0) return;
		best = found;
		if (best.score[0] === 0) first ??= elapsed();
		tell(phase);
	};

	// With wide windows, a few starts of each company are enough for a first plan at once.
	const quick = groundOf(model, QUICK_ROUTES);
	const random = new Random(seed);
	onBest(firstPlan(quick, random));
	const rounds = WARM_UP * model.teams.length;
	const last = names.indexOf(through);
	/** Nothing asked for can still be won, and comfort is not asked for. */
	const enough = () =>
		last < 2 && best.score.every((value, level) => level > last || value === bounds[level]);
	onBest(improve(quick, best, { random, rounds, stop: () => limits.stop() || enough(), onBest }));
	first ??= elapsed();
	if (enough()) return plan();
	if (searchOnly) {
		const wide = quick.complete ? quick : groundOf(model, SEARCH_ROUTES, limits.stop);
		const more = { random, rounds: LONG_SEARCH * model.teams.length, stop: limits.stop, onBest };
		for (let pass = 0; pass < MOST_PASSES && !limits.stop(); pass++) onBest(improve(wide, best, more));
		return plan();
	}
	const announced = (problem.published ?? []).length > 0;
	if (announced && best.score[0] > bounds[0]) leastShort();
	if (announced && best.score[0] === bounds[0]) fewestChanges();
	if (enough()) return plan();
	// Half of the time at the most goes into enumerating more.
	const half = elapsed() + (seconds - elapsed()) / 2;
	const ground =
		quick.complete || limits.stop()
			? quick
			: groundOf(model, MOST_ROUTES, () => cancelled() || elapsed() > half);

	// Routes too many to prove anything with: something is known of the distance all the same.
	if (!ground.complete && best.score[0] === bounds[0])
		bounds[2] = Math.max(bounds[2], walkBound(model, best.score[0] === 0));

	// Over many days proofs are long: half of the time is kept to look for better plans.
	const proving = elapsed() + (seconds - elapsed()) * (model.days.length > 3 ? 0.5 : 1);
	const proofLimits = {
		stop: () => limits.stop() || elapsed() >= proving,
		left: () => proving - elapsed()
	};
	const prove = (level: 0 | 1 | 2, charter: number, promises: number, upper: number) => {
		const onBound = (value: number) => {
			if (upper === Infinity || !ground.complete) return;
			bounds[level] = Math.max(bounds[level], value);
			tell('bound');
		};
		const aim = { level: names[level]!, charter, promises };
		const bound = boundOf(ground, aim, { ...proofLimits, upper, onBound });
		// With routes left out, what was found counts; what was proven does not.
		return ground.complete ? bound : 0;
	};
	// Short of the charter so far: a plan that keeps everything may exist all the same, and is then proven at once.
	const impossible = bounds[0] > 0 || bounds[1] > 0;
	if (best.score[0] > 0 && bounds[0] === 0 && announced && !limits.stop()) {
		// Once something has happened, some visits change whatever is done: the fewest under the charter are sought.
		const bound = prove(1, 0, 0, Infinity);
		if (best.score[0] === 0) bounds[1] = Math.max(bounds[1], bound);
	} else if ((best.score[0] > 0 || best.score[1] > 0) && !impossible && !limits.stop()) {
		const bound = prove(2, 0, 0, Infinity);
		if (best.score[0] === 0 && best.score[1] === 0) bounds[2] = bound;
	}
	for (const level of [0, 1, 2] as const) {
		// Nothing is under zero: a level met in full needs no proof.
		if (limits.stop() || (level < 2 && best.score[level] === 0)) continue;
		if (level > last) return plan();
		if (best.score[level] > bounds[level])
			bounds[level] = Math.max(bounds[level], prove(level, best.score[0], best.score[1], best.score[level]));
		if (best.score[level] > bounds[level]) break;
	}

	if (!atBounds(best.score, bounds) && !limits.stop()) {
		const more = { random, rounds: LONG_SEARCH * model.teams.length, stop: limits.stop, onBest };
		onBest(improve(ground, best, more));
	}
	return plan();

	/** Proves a level on the routes of a ground, and takes the better plans met. */
	function boundOf(
		on: Ground,
		aim: { level: LevelName; charter: number; promises: number },
		options: Pick<ProveOptions, 'stop' | 'left' | 'upper' | 'enough' | 'onBound'>
	): number {
		const onBetter = ({ chosen }: Choice) => {
			const found = solutionOf(on, chosen, problem.published ?? []);
			onBest({ solution: found, score: scoreOf(model, found) }, 'proof');
		};
		return proveLevel(highs, on, aim, { ...options, columns: columnsOf(on, best.solution), onBetter }).bound;
	}

	/** The charter knows nothing of what was announced or pinned: without it teams are alike, and classes far fewer. */
	function leastShort(): void {
		const alike = groundOf(
			{ ...model, problem: { ...problem, published: null, pins: [] } },
			QUICK_ROUTES,
			limits.stop
		);
		if (!alike.complete) return;
		const aim = { level: 'charter', charter: 0, promises: 0 } as const;
		// When nothing says that it must be short, a plan that keeps it all is looked for with its fewest changes.
		const options = { ...limits, upper: best.score[0], enough: (bound: number) => bound === 0 };
		bounds[0] = Math.max(bounds[0], boundOf(alike, aim, options));
		tell('bound');
	}

	/**
	 * After an event, few routes are enough: a plan that breaks `lose` promises more than counting shows keeps, for each
	 * team, all but `lose` of the announced visits still offered. The charter is kept as far as it is proven that it can be.
	 */
	function fewestChanges(): void {
		const [charter, counted] = bounds;
		for (let lose = 0; lose <= MOST_LOST && !limits.stop(); lose++) {
			const near = groundOf(model, QUICK_ROUTES, limits.stop, { lose });
			if (!near.complete) return;
			const within = counted + lose;
			const upper = Math.min(best.score[1], within + 1);
			const possible = near.classes.every(({ pools }) => pools.every(({ size }) => size > 0));
			const aim = { level: 'promises', charter, promises: 0 } as const;
			const bound = possible && upper > counted ? boundOf(near, aim, { ...limits, upper }) : upper;
			// Whatever is not near breaks more.
			bounds[1] = Math.max(bounds[1], Math.min(bound, within + 1));
			tell('bound');
			if (best.score[1] <= bounds[1]) return;
		}
	}
}

const atBounds = (score: Score, bounds: Score): boolean => score.every((value, i) => value === bounds[i]);

function planOf(
	model: Model,
	{ solution, score }: Found,
	bounds: Score,
	seconds: number,
	first: number | null
): Plan {
	// A level's bound speaks of the plans that are at their best on the levels before it.
	const levels: Level[] = names.map((name, i) => ({
		name,
		value: score[i]!,
		bound: score.slice(0, i).every((value, j) => value === bounds[j]) ? bounds[i]! : 0
	}));
	return {
		format: 'equipage-plan/1',
		status: statusOf(model.problem, score, bounds),
		levels,
		visits: solution.flatMap((stops, team) =>
			stops.map(({ company, day, start }) => ({
				team: model.teams[team]!.id,
				company: model.companies[company]!.id,
				day,
				start,
				end: start + model.companies[company]!.minutes
			}))
		),
		findings: findingsOf(model, solution),
		conflict: null,
		seconds,
		firstPlanSeconds: first
	};
}

/**
 * `infeasible`: it is proven that charter and promises cannot all hold, changes to what was announced apart; the plan is
 * the least bad found. `unknown`: they do not hold in the plan found, and nothing proves that they cannot.
 */
export function statusOf({ published }: Problem, score: Score, bounds: Score): Plan['status'] {
	const promised = (published ?? []).length > 0;
	if (bounds[0] > 0 || (score[0] === 0 && bounds[1] > 0 && !promised)) return 'infeasible';
	if (atBounds(score, bounds)) return 'optimal';
	return score[0] > 0 || (score[1] > 0 && !promised) ? 'unknown' : 'feasible';
}
