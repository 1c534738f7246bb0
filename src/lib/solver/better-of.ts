import type { Plan } from './plan';
import type { Problem } from './problem';
import { compare, type Score } from './score';
import { statusOf } from './solve';

/** Of two plans of one problem, the better one, with what is proven of the first. */
export function betterOf(problem: Problem, proven: Plan, other: Plan): Plan {
	const score = scoreIn(other);
	if (compare(score, scoreIn(proven)) >= 0) return proven;
	// At least as good on the levels before, so that each bound still speaks of it.
	const levels = proven.levels.map((level, i) => ({ ...level, value: score[i]! }));
	const bounds = levels.map(({ bound }) => bound) as unknown as Score;
	return {
		...proven,
		levels,
		status: statusOf(problem, score, bounds),
		visits: other.visits,
		findings: other.findings
	};
}

const scoreIn = ({ levels }: Plan): Score => levels.map(({ value }) => value) as unknown as Score;
