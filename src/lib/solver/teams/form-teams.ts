import type { Highs } from 'highs';
import { Random } from '../random';
import { castOf, type Cast } from './cast';
import { compare, Costs } from './costs';
import { crewsOf } from './crews';
import { prove } from './exact/prove';
import { findingsOf, remarksOf } from './findings';
import { named } from './named';
import type { TeamForming, TeamFormingProblem } from './problem';
import { exchange, type Formed } from './search/exchange';
import { firstTeams } from './search/start';

export type {
	FormedTeam,
	Host,
	Level,
	LevelValue,
	Lock,
	Priority,
	Rider,
	TeamFinding,
	TeamForming,
	TeamFormingProblem,
	TeamRemark
} from './problem';

export interface FormingOptions {
	seed: number;
	/** The linear solver, loaded by whoever calls; without it the search alone forms the teams, and proves nothing. */
	highs?: Highs | null;
	/** Milliseconds on any clock; without it time is not looked at. */
	now?: () => number;
	/** Longest time to prove, seconds; what is found by then is given, with what is known of it. */
	seconds?: number;
	/** How many teams; by default what cars, accompanists, hosts and the charter allow. */
	teams?: number;
}

/** Exchanges tried for the first plan, for each person: a tenth of a second for thirty people. */
const TRIES = 400;
/** Warmth of the search at the start, in its own energy. */
const WARMTH = 60;

/**
 * Forms teams with their car, accompanist and driver, all chosen together. Everybody rides: when cars or accompanists
 * are short, or a wish cannot hold, the least bad is given with its findings. The same founding documents and seed
 * give the same teams, in whatever order people are listed.
 */
export function formTeams(
	problem: TeamFormingProblem,
	{ seed, highs = null, now, seconds = 10, teams }: FormingOptions
): TeamForming {
	const started = now?.() ?? 0;
	const remaining = () => (now ? seconds - (now() - started) / 1000 : seconds);
	const costs = costsOf(problem, teams);
	const first = firstPlan(costs, new Random(seed), () => remaining() <= 0);
	const { formed, bounds } = highs
		? prove(costs, first, { highs, remaining })
		: { formed: first, bounds: costs.order.map(() => 0) };
	return formingOf(costs, formed, bounds);
}

export function costsOf(problem: TeamFormingProblem, teams?: number): Costs {
	const cast = castOf(problem, teams);
	return new Costs(cast, crewsOf(cast));
}

/** Teams in the number wanted; when they break rules, the other numbers are tried too. */
export function firstPlan(costs: Costs, random: Random, stop: () => boolean): Formed {
	const plan = (count: number, tries: number) =>
		exchange(costs, firstTeams(costs, count, random), { random, tries, warmth: WARMTH, stop });
	const tries = TRIES * costs.cast.people.length;
	const { wanted, from, to } = costs.cast.count;
	let best = plan(wanted, tries);
	if (best.values[costs.order.indexOf('rules')] === 0) return best;
	for (let count = from; count <= to && !stop(); count++) {
		const other = count === wanted ? best : plan(count, tries / 4);
		if (compare(other.values, best.values) < 0) best = other;
	}
	return best;
}

/** What is answered: ids for indices, the facts, the levels with their bounds. */
export function formingOf(costs: Costs, { teams, values }: Formed, bounds: readonly number[]): TeamForming {
	const { cast } = costs;
	const formed = named(costs, teams);
	return {
		teams: formed,
		findings: findingsOf(cast.problem, formed),
		remarks: [...remarksOf(cast.problem, formed), ...lostLocks(cast)],
		status: values.every((value, level) => value === bounds[level]) ? 'optimal' : 'feasible',
		levels: costs.order.map((name, level) => {
			// Locks may keep the number of teams away from the aim, whatever is done.
			const aside = name === 'teams' ? Math.abs(cast.count.aim - cast.count.wanted) : 0;
			return { name, value: values[level]! + aside, bound: bounds[level]! + aside };
		}),
		wanted: cast.count.aim
	};
}

const lostLocks = ({ lostLocks }: Cast): TeamForming['remarks'] =>
	lostLocks.map((lock) => ({ kind: 'lock-lost', lock }));
