import type { Costs } from '../costs';
import type { Pool } from './pool';
import type { Ride } from './rides';

/** What is made as small as can be: one level, or two of which the first is worth any amount of the second. */
export interface Objective {
	level: number;
	/** The level compared before; one unit of it weighs more than all that `level` can cost. */
	before?: { level: number; weight: number };
	/** Charged for each team that costs more than so much on a level: what a limit is tried with. */
	fine?: { level: number; over: number };
}

/** More than any level costs in all. */
export const FINE = 20_000;

export function teamCost({ level, before, fine }: Objective, { cost }: Pool, at: number): number {
	let sum = cost[level]![at]!;
	if (before) sum += before.weight * cost[before.level]![at]!;
	if (fine && cost[fine.level]![at]! > fine.over) sum += FINE;
	return sum;
}

export const rideCost = ({ level, before }: Objective, { values }: Ride): number =>
	values[level]! + (before ? before.weight * values[before.level]! : 0);

/** Cost of a team more, or fewer, than wanted. */
export const awayCost = ({ level, before }: Objective, { order }: Costs): number =>
	Number(order[level] === 'teams') + (before && order[before.level] === 'teams' ? before.weight : 0);

/** What a solution at these values costs. */
export const costAt = ({ level, before }: Objective, values: readonly number[]): number =>
	values[level]! + (before ? before.weight * values[before.level]! : 0);
