import type { Tally } from '../tally';
import type { Rule } from './rule';

/** Teams make about as many visits as each other. */
export const spread: Rule = {
	name: 'spread',
	level: 'promises',
	cost: (tally) => {
		const { fewest, most, allowed } = range(tally);
		return Math.max(0, most - fewest - allowed);
	},
	findings: (tally) => {
		const { fewest, most, allowed } = range(tally);
		return most - fewest > allowed ? [{ kind: 'spread', fewest, most, allowed }] : [];
	}
};

function range({ model, solution }: Tally) {
	const counts = solution.map((stops) => stops.length);
	const allowed = model.problem.rules.spread;
	return counts.length === 0
		? { fewest: 0, most: 0, allowed }
		: { fewest: Math.min(...counts), most: Math.max(...counts), allowed };
}
