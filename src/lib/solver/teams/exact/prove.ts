import type { Highs } from 'highs';
import type { Costs } from '../costs';
import type { Formed } from '../search/exchange';
import { Hunt } from './hunt';
import { lowestSum } from './lowest-sum';
import { lowestWorst } from './lowest-worst';
import { Stages } from './stages';
import { sights } from './view';

export interface Proof {
	formed: Formed;
	/** No solution as good on the levels before does better than this. */
	bounds: number[];
}

/**
 * Level by level: looks for the least value that solutions as good as the best known on the levels before can have,
 * improving that best on the way. Coarse views come first, since their bounds are cheap and often enough.
 */
export function prove(
	costs: Costs,
	first: Formed,
	{ highs, remaining }: { highs: Highs; remaining: () => number }
): Proof {
	const stages = new Stages(costs, first, remaining);
	const hunt = new Hunt(costs, highs, stages);
	const bounds = costs.order.map((_, level) => {
		const bound = boundOf(hunt, level);
		stages.settle(level);
		return bound;
	});
	return { formed: stages.formed, bounds };
}

function boundOf(hunt: Hunt, level: number): number {
	const { stages, costs } = hunt;
	const value = () => stages.formed.values[level]!;
	if (value() === 0 || hunt.proven.has(level)) return value();
	const { order, worst } = costs;
	const exact = hunt.exactSight(level);
	let bound = 0;
	for (let sight = 0; sight <= exact && bound < value() && stages.remaining() > 0; sight++) {
		// How alike people are is partly seen by the view that sees gender and age.
		if (worst[level] ? sight === 0 : !sights[sight]!.has(order[level]!)) continue;
		const lowest = worst[level] ? lowestWorst : lowestSum;
		bound = Math.max(bound, lowest(hunt, level, sight, bound));
	}
	return Math.min(bound, value());
}
