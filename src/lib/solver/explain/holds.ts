import type { Highs } from 'highs';
import { relax } from '../itineraries/column-generation';
import { groundOf, type Ground } from '../itineraries/ground';
import { branchesOf, proveLevel } from '../itineraries/prove-level';
import { GapOpening, type Limits } from '../itineraries/settle';
import { Stage } from '../itineraries/stage';
import { modelOf } from '../model';
import type { Problem } from '../problem';
import { Random } from '../random';
import { firstPlan, improve } from '../search/large-neighbourhood';
import { foresee } from './shortages';

/** Whether some plan keeps the whole charter and every promise: `no` is proven, `unknown` is not. */
export type Holds = 'yes' | 'no' | 'unknown';

export interface AskOptions extends Limits {
	highs: Highs;
}

/** Routes of a day looked at while a plan may be found at once. */
const QUICK_ROUTES = 20_000;
const ROUNDS = 6;

/** Counts first, then looks for a plan, then asks the linear problem whether one can be. */
export function holds(problem: Problem, { highs, ...limits }: AskOptions): Holds {
	if (foresee(problem).length > 0) return 'no';
	// Out of time, nothing more is looked at: one question comes after another.
	if (limits.stop()) return 'unknown';
	const model = modelOf(problem);
	const quick = groundOf(model, QUICK_ROUTES);
	const random = new Random(1);
	let found = firstPlan(quick, random);
	const kept = () => found.score[0] === 0 && found.score[1] === 0;
	const rounds = ROUNDS * model.teams.length;
	const stop = () => kept() || limits.stop();
	found = improve(quick, found, { random, rounds, stop, onBest: (better) => (found = better) });
	if (kept()) return 'yes';
	const ground = quick.complete ? quick : groundOf(model);
	return ground.complete && !limits.stop() ? provable(highs, ground, limits) : 'unknown';
}

function provable(highs: Highs, ground: Ground, limits: Limits): Holds {
	let answer: Holds = 'no';
	for (const { aim } of branchesOf(ground, { level: 'any', charter: 0, promises: 0 }, 1)) {
		const stage = new Stage(ground, aim);
		const relaxation = relax(highs, stage, { upper: 1, columns: [], stop: limits.stop });
		// Costs are nothing: a bound over nothing says that there is no plan, even in shares of plans.
		if (relaxation.bound > 0) continue;
		if (relaxation.feasible && new GapOpening(highs, stage, relaxation).roughly(Infinity, limits))
			return 'yes';
		answer = 'unknown';
	}
	if (answer === 'no') return 'no';
	// Shares of plans exist: the comfort level, which tells plans apart, finds whole ones if there are any at hand.
	let found = false;
	proveLevel(
		highs,
		ground,
		{ level: 'comfort', charter: 0, promises: 0 },
		{
			upper: Infinity,
			columns: [],
			stop: () => found || limits.stop(),
			left: limits.left,
			onBetter: () => (found = true)
		}
	);
	return found ? 'yes' : 'unknown';
}
