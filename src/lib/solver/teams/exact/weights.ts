import { payCut, type Cut } from './cuts';
import { awayCost, rideCost, teamCost, type Objective } from './objective';
import type { Rows, Scene } from './rows';

/**
 * Weights of the rows in whole thousandths. Any of them give a bound; those of the relaxation's optimum, rounded,
 * give about the best, and what is computed from them is exact.
 */
export interface Weights {
	objective: Objective;
	units: Float64Array;
	/** Weight of what each crew takes. */
	crews: Float64Array;
	count: number;
	settled: { level: number; weight: number }[];
	cuts: { cut: Cut; weight: number }[];
	/** No solution costs less, thousandths. */
	bound: number;
}

/** What each team of the pool costs above what the rows' weights pay for it. */
export function reducedCosts(
	{ pool, settled, classOf }: Scene,
	rows: Rows,
	cuts: readonly Cut[],
	weights: ArrayLike<number>,
	objective: Objective,
	scale: number
): Float64Array {
	const reduced = new Float64Array(pool.size);
	const sums = settled.flatMap(({ level }, i) => {
		const weight = weights[rows.settled + i]!;
		return weight === 0 ? [] : [{ weight, cost: pool.cost[level]! }];
	});
	const tight = cuts.flatMap((cut, i) => {
		const weight = weights[rows.cuts + i]!;
		return weight === 0 ? [] : [{ cut, weight }];
	});
	for (let at = 0; at < pool.size; at++) {
		let sum = scale * teamCost(objective, pool, at);
		sum -= weights[rows.rides + classOf[at]!]! + weights[rows.count]!;
		for (let i = pool.starts[at]!; i < pool.starts[at + 1]!; i++) sum -= weights[pool.units[i]!]!;
		for (let i = 0; i < sums.length; i++) sum -= sums[i]!.cost[at]! * sums[i]!.weight;
		reduced[at] = sum;
	}
	for (const { cut, weight } of tight) payCut(cut, weight, pool, reduced);
	return reduced;
}

/**
 * Rounds the relaxation's weights and recomputes their bound in whole numbers: the rows at their worse side, less
 * what columns could still gain, as many teams and rides as there can be teams.
 */
export function roundedWeights(
	scene: Scene,
	rows: Rows,
	cuts: readonly Cut[],
	dual: Float64Array,
	objective: Objective
): Weights {
	const { costs, settled, rides, away } = scene;
	const { lower, upper } = rows;
	const scaled = Float64Array.from(dual, (value) => Math.round(1000 * value));
	let bound = 0;
	for (let row = 0; row < lower.length; row++) {
		if (lower[row] === -Infinity) scaled[row] = Math.min(0, scaled[row]!);
		bound += scaled[row]! * (scaled[row]! > 0 ? lower[row]! : upper[row]!);
	}
	const worstTeam = reducedCosts(scene, rows, cuts, scaled, objective, 1000).reduce(
		(a, b) => Math.min(a, b),
		0
	);
	const weigh = (column: readonly [row: number, value: number][]) =>
		column.reduce((sum, [row, value]) => sum + scaled[row]! * value, 0);
	let worstRide = 0;
	rides.classes.forEach((list, of) => {
		for (const ride of list)
			worstRide = Math.min(worstRide, 1000 * rideCost(objective, ride) - weigh(rows.ride(of, ride)));
	});
	bound += (costs.cast.count.wanted + away.above) * (worstTeam + worstRide);
	const [above, below] = rows.away().map((column) => 1000 * awayCost(objective, costs) - weigh(column));
	bound += away.above * Math.min(0, above!) + away.below * Math.min(0, below!);
	return {
		objective,
		units: scaled.slice(0, rows.rides),
		crews: Float64Array.from(costs.crews.crews, (_, crew) => weigh(rows.crew(crew))),
		count: scaled[rows.count]!,
		settled: settled.map(({ level }, i) => ({ level, weight: scaled[rows.settled + i]! })),
		cuts: cuts.flatMap((cut, i) => (scaled[rows.cuts + i] ? [{ cut, weight: scaled[rows.cuts + i]! }] : [])),
		bound
	};
}
