import { newVisit, type Model } from '../model';
import type { TeamClass } from './team-classes';

/**
 * What the plan of one team costs at given prices, as numbers to be added. With the prices of the master problem it is
 * a reduced cost; with plain weights it is a cost.
 */
export interface TeamPrices {
	/** What a minute-equivalent of comfort weighs. */
	comfort: number;
	/** What a missing sector costs, Infinity when none may miss. */
	missingSector: number;
	/** By slot, what one visit there is worth, taken off the cost; -Infinity where it may not be. */
	worth: Float64Array;
	/** By day and route, what the order of its visits is worth besides. */
	routeWorth?: (Float64Array | undefined)[];
	/** By number of visits over the rally; Infinity for numbers not allowed. */
	countCost: Float64Array;
	/** By day, then by number of visits on it; Infinity for numbers not allowed. */
	dayCost: Float64Array[];
}

/** What the charter level weighs in a price: Infinity asks that it be met. */
export function charterPrices(
	model: Model,
	{ present }: TeamClass,
	weights: { charter: number; comfort: number },
	allowed: (visits: number) => boolean = () => true
): Pick<TeamPrices, 'comfort' | 'missingSector' | 'countCost' | 'dayCost'> {
	const { days, problem } = model;
	const { rules, comfort } = problem;
	const [least, most] = rules.visits;
	// Those announced get theirs back in what they are worth.
	const added = newVisit(model);
	// An infinite weight times nothing missing is nothing.
	const missing = (count: number) => (count > 0 ? weights.charter * count : 0);
	return {
		comfort: weights.comfort,
		missingSector: weights.charter,
		countCost: Float64Array.from({ length: most + 1 }, (_, visits) =>
			allowed(visits)
				? missing(least - visits) +
					weights.comfort * (comfort.visitShortOfMax * (most - visits) + added * visits)
				: Infinity
		),
		dayCost: days.map(({ maxVisits }, day) =>
			Float64Array.from({ length: Math.min(maxVisits, most) + 1 }, (_, visits) =>
				present[day] ? missing(rules.visitsPerDay - visits) : 0
			)
		)
	};
}
