import { lowerBound } from './bound';
import { modelOf, type Solution } from './model';
import type { Level, LevelName, Plan } from './plan';
import type { Problem } from './problem';
import { findingsOf, scoreOf, type Score } from './score';
import { search } from './search/large-neighbourhood';

export interface Progress {
	seconds: number;
	phase: 'search' | 'bound';
	plan: Plan;
}

export interface SolveOptions {
	seed?: number;
	/** Longest time to look for better, seconds. */
	seconds?: number;
	/** Work to do at the most; with a time that is not reached, the same seed gives the same plan. */
	iterations?: number;
	/** Milliseconds, from any origin. Given, so that the solver itself reads no clock. */
	now?: () => number;
	onProgress?: (progress: Progress) => void;
	/** Answers true to stop: the best plan found is given back. */
	cancelled?: () => boolean;
}

const names: LevelName[] = ['charter', 'promises', 'comfort'];

/** The only door of the planner. Always gives a plan that can be driven, even when the charter cannot hold. */
export function solve(problem: Problem, options: SolveOptions = {}): Plan {
	const { seed = 1, seconds = 20, now = () => 0, onProgress, cancelled = () => false } = options;
	const model = modelOf(problem);
	const began = now();
	const elapsed = () => (now() - began) / 1000;
	let first: number | null = null;
	let bound: Score = [0, 0, 0];

	const toPlan = (solution: Solution, score: Score): Plan => {
		// A level's bound speaks of the plans that are at their best on the levels before it.
		const levels: Level[] = names.map((name, i) => ({
			name,
			value: score[i]!,
			bound: score.slice(0, i).every((value, j) => value === bound[j]) ? bound[i]! : 0
		}));
		return {
			format: 'equipage-plan/1',
			status: levels.every(({ value, bound: least }) => value === least) ? 'optimal' : 'feasible',
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
			seconds: elapsed(),
			firstPlanSeconds: first
		};
	};

	let best: Solution = model.teams.map(() => []);
	let score = scoreOf(model, best);
	const tell = (phase: Progress['phase']) =>
		onProgress?.({ seconds: elapsed(), phase, plan: toPlan(best, score) });
	const onBest = (solution: Solution, reached: Score) => {
		best = solution;
		score = reached;
		first ??= elapsed();
		tell('search');
	};
	const atBound = () => score.every((value, i) => value === bound[i]);

	const rounds = options.iterations ?? 500 * Math.max(1, model.teams.length);
	// A first plan at once, then the bound, then the rest: stopping early still says how far from the best it is.
	search(model, { seed, iterations: 0, stop: () => true, onBest });
	bound = lowerBound(model);
	tell('bound');
	if (!cancelled() && !atBound()) {
		search(model, {
			seed,
			iterations: rounds,
			stop: () => cancelled() || elapsed() >= seconds || atBound(),
			onBest: (solution, reached) => {
				if (first === null || better(reached, score)) onBest(solution, reached);
			}
		});
	}
	return toPlan(best, score);
}

const better = (a: Score, b: Score): boolean =>
	a[0] !== b[0] ? a[0] < b[0] : a[1] !== b[1] ? a[1] < b[1] : a[2] < b[2];
