import { payCut } from './cuts';
import { costAt, teamCost, rideCost, type Objective } from './objective';
import type { Pool } from './pool';
import type { Ride } from './rides';
import type { View } from './view';
import type { Weights } from './weights';

/**
 * What a bound found on the way still says. A solution costs its bound plus what each of its teams and rides is
 * charged: those of a solution that costs at most a value are charged, in all, at most what lies between the two.
 */
export interface Certificate {
	/** Views from this one on can read it. */
	sight: number;
	objective: Objective;
	/** Weight of each person, thousandths; that of a unit is carried by its first. */
	person: Float64Array;
	cuts: { share: Uint8Array; step: number; shift: number; sign: number; weight: number }[];
	weights: Weights;
}

export function certify(sight: number, { units }: View, people: number, weights: Weights): Certificate {
	const byPerson = <T extends Uint8Array | Float64Array>(to: T, from: ArrayLike<number>): T => {
		units.forEach(({ copies }, unit) => {
			for (const [first] of copies) to[first!] = from[unit]!;
		});
		return to;
	};
	return {
		sight,
		objective: weights.objective,
		person: byPerson(new Float64Array(people), weights.units),
		cuts: weights.cuts.map(({ cut, weight }) => ({
			...cut,
			share: byPerson(new Uint8Array(people), cut.share),
			weight
		})),
		weights
	};
}

/** Most that the teams and rides of a solution at these values are charged, thousandths. */
export const gapAt = ({ objective, weights }: Certificate, values: readonly number[]): number =>
	1000 * costAt(objective, values) - weights.bound;

/** Charge of each team of a pool, its ride left out. */
export function teamCharges(
	{ objective, person, cuts, weights }: Certificate,
	view: View,
	pool: Pool
): Float64Array {
	const charges = new Float64Array(pool.size);
	const ofUnit = (of: ArrayLike<number>) =>
		view.units.map(({ copies }) => copies[0]!.reduce((sum, one) => sum + of[one]!, 0));
	const unit = ofUnit(person);
	for (let at = 0; at < pool.size; at++) {
		const [from, to] = [pool.starts[at]!, pool.starts[at + 1]!];
		let charge = 1000 * teamCost(objective, pool, at) - weights.count;
		for (let i = from; i < to; i++) charge -= unit[pool.units[i]!]!;
		for (const { level, weight } of weights.settled) charge -= pool.cost[level]![at]! * weight;
		charges[at] = charge;
	}
	for (const { share, weight, ...cut } of cuts)
		payCut({ ...cut, share: ofUnit(share) }, weight, pool, charges);
	return charges;
}

export function rideCharge({ objective, weights }: Certificate, ride: Ride): number {
	let charge = 1000 * rideCost(objective, ride) - weights.crews[ride.crew]!;
	for (const { level, weight } of weights.settled) charge -= ride.values[level]! * weight;
	return charge;
}
