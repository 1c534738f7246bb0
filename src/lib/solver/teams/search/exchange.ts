import { Random } from '../../random';
import { compare, type Costs, type Team, type Values } from '../costs';
import type { Level } from '../problem';
import { Garage, unitsOf } from './start';

export interface Formed {
	teams: Team[];
	values: Values;
}

/** What one unit of a level is worth to the search, before the level's rank: their usual steps, about equal. */
const step: Partial<Record<Level, number>> = { hours: 1 / 15, weakest: 1 / 2, mix: 1 / 2, ways: 1 / 15 };

interface ExchangeOptions {
	random: Random;
	/** Moves tried. */
	tries: number;
	/** At the start, in units of the search's own energy; 0 takes only what is better. */
	warmth: number;
	weights?: number[];
	stop?: () => boolean;
	/** Charged on top of the levels, and more than any of them: what a further proposal must keep to. */
	extra?: (teams: readonly Team[]) => number;
}

/**
 * Simulated annealing: moves people, swaps them, swaps and changes crews. The levels are blended for the way, each
 * worth twice the next; what is kept as best is compared from left to right.
 */
export function exchange(costs: Costs, start: readonly Team[], options: ExchangeOptions): Formed {
	const { random, tries, warmth, stop, extra } = options;
	const weights =
		options.weights ??
		costs.order.map((level, at) => (step[level] ?? 1) * 2 ** (costs.order.length - 1 - at));
	const teams = start.map(({ members, crew }) => ({ members: [...members], crew }));
	const costOf = teams.map((team) => costs.team(team));
	const garage = new Garage(costs);
	for (const { crew } of teams) garage.take(crew, 1);
	const unit = unitByPerson(costs);
	let beyond = extra?.(teams) ?? 0;
	let values = costs.total(costOf);
	let energy = blend(weights, values) + beyond;
	let best: Formed = { teams: copy(teams), values };
	let bestBeyond = beyond;

	for (let done = 0; done < tries && teams.length > 0; done++) {
		if (done % 256 === 0 && stop?.()) break;
		const changed = move(costs, teams, garage, unit, random);
		if (!changed) continue;
		const before = changed.map(({ at }) => costOf[at]!);
		for (const { at } of changed) costOf[at] = costs.team(teams[at]!);
		const reached = costs.total(costOf);
		const further = extra?.(teams) ?? 0;
		const next = blend(weights, reached) + further;
		const heat = warmth * (1 - done / tries) ** 2;
		if (next <= energy || (heat > 0 && random.next() < Math.exp((energy - next) / heat))) {
			[values, energy, beyond] = [reached, next, further];
			if (beyond < bestBeyond || (beyond === bestBeyond && compare(values, best.values) < 0)) {
				best = { teams: copy(teams), values };
				bestBeyond = beyond;
			}
		} else {
			changed.forEach(({ at, team }, i) => {
				costOf[at] = before[i]!;
				garage.take(teams[at]!.crew, -1);
				teams[at] = team;
			});
			for (const { at } of changed) garage.take(teams[at]!.crew, 1);
		}
	}
	return best;
}

const copy = (teams: readonly Team[]): Team[] =>
	teams.map(({ members, crew }) => ({ members: [...members], crew }));

function blend(weights: readonly number[], values: Values): number {
	let energy = 0;
	for (let at = 0; at < values.length; at++) energy += weights[at]! * values[at]!;
	return energy;
}

const unitByPerson = (costs: Costs): number[][] => {
	const unit: number[][] = [];
	for (const people of unitsOf(costs)) for (const person of people) unit[person] = people;
	return unit;
};

type Changed = { at: number; team: Team }[];

/** Changes the teams in place; the answer tells the teams touched as they were, null when nothing was done. */
function move(costs: Costs, teams: Team[], garage: Garage, unit: number[][], random: Random): Changed | null {
	const a = random.below(teams.length);
	const b = random.below(teams.length);
	const choice = random.next();
	if (choice > 0.9) return changeCrew(costs, teams, garage, a, random);
	if (a === b) return null;
	if (choice > 0.84) return swapCrews(costs, teams, a, b);
	const { cast } = costs;
	const takes = ({ members }: Team) => !members.some((person) => cast.locks[cast.lockOf[person]!]?.closed);
	if (!takes(teams[a]!) || !takes(teams[b]!)) return null;
	const leaving = pick(costs, teams[a]!, unit, random);
	const back = choice > 0.7 ? [] : pick(costs, teams[b]!, unit, random);
	if (!leaving || !back) return null;
	const swapped = (team: Team, out: number[], into: number[]): Team => ({
		members: [...team.members.filter((person) => !out.includes(person)), ...into],
		crew: team.crew
	});
	const before = [teams[a]!, teams[b]!];
	const after = [swapped(before[0]!, leaving, back), swapped(before[1]!, back, leaving)];
	if (after.some(({ members }) => members.length === 0)) return null;
	[teams[a], teams[b]] = after as [Team, Team];
	return [
		{ at: a, team: before[0]! },
		{ at: b, team: before[1]! }
	];
}

/** Somebody free to leave, with those who wish to come along; now and then without them. */
function pick({ cast }: Costs, { members }: Team, unit: number[][], random: Random): number[] | null {
	const person = members[random.below(members.length)]!;
	if (cast.lockOf[person]! >= 0) return null;
	const along = unit[person]!;
	if (along.length === 1 || random.next() < 0.2) return [person];
	return along.every((one) => members.includes(one) && cast.lockOf[one]! < 0) ? along : [person];
}

function swapCrews(costs: Costs, teams: Team[], a: number, b: number): Changed | null {
	const before = [teams[a]!, teams[b]!] as const;
	if (before[0].crew === before[1].crew) return null;
	if (!costs.matches(costs.company(before[0].members), before[1].crew)) return null;
	if (!costs.matches(costs.company(before[1].members), before[0].crew)) return null;
	teams[a] = { members: before[0].members, crew: before[1].crew };
	teams[b] = { members: before[1].members, crew: before[0].crew };
	return [
		{ at: a, team: before[0] },
		{ at: b, team: before[1] }
	];
}

function changeCrew(costs: Costs, teams: Team[], garage: Garage, at: number, random: Random): Changed | null {
	const before = teams[at]!;
	const crew = random.below(costs.crews.crews.length);
	const held = costs.crews.crews[before.crew]!.lock;
	// A lock on a car alone keeps it on the road.
	if (crew === before.crew || (held >= 0 && costs.crews.crews[crew]!.lock !== held)) return null;
	if (!costs.matches(costs.company(before.members), crew)) return null;
	garage.take(before.crew, -1);
	if (!garage.has(crew)) {
		garage.take(before.crew, 1);
		return null;
	}
	garage.take(crew, 1);
	teams[at] = { members: before.members, crew };
	return [{ at, team: before }];
}
