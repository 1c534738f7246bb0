import { Random } from '../random';
import { castTeams } from './cast-teams';
import { compare, type Costs, type Team } from './costs';
import { costsOf, formingOf } from './form-teams';
import type { TeamForming, TeamFormingProblem } from './problem';
import { exchange, type Formed } from './search/exchange';
import { firstTeams } from './search/start';
import type { Shift } from './why-here';

/** Another way to form the teams, far from those before it. */
export interface Proposal {
	forming: TeamForming;
	/** Pairs of people who ride together in the best teams and no longer do, of how many. */
	parted: number;
	pairs: number;
	/** What it costs with regard to the best, by level: the first decides. Empty when it is as good. */
	shifts: Shift[];
}

export interface ProposalOptions {
	seed: number;
	/** How many besides the best. */
	others?: number;
	/** Of the pairs riding together in one of two proposals, the share that must not be in the other. */
	share?: number;
	/** Told before each search: how many proposals are found. */
	onProgress?: (found: number) => void;
	/** Asked now and then: true gives up what is not found yet. */
	stop?: () => boolean;
}

/** A third of the pairs: below it, the teams are those of before with a swap or two. */
export const SHARE = 1 / 3;
/** Searches from as many different beginnings, and exchanges tried in each for each person. */
const STARTS = 3;
const TRIES = 1_000;
const WARMTH = 60;

/**
 * Other teams than the best, each at least a share of pairs away from the best and from one another, the best of what
 * was found that far. None breaks a rule, misses a visit or a team more than the best does. What is known of the best
 * bounds them too: one as good as a proven best is proven as well.
 */
export function proposals(
	problem: TeamFormingProblem,
	best: TeamForming,
	{ seed, others = 2, share = SHARE, onProgress, stop }: ProposalOptions
): Proposal[] {
	const costs = costsOf(problem, best.wanted);
	const teams = castTeams(costs, best.teams);
	if (!teams) return [];
	const first: Formed = { teams, values: costs.all(teams) };
	const random = new Random(seed);
	const before = [new Mates(costs, teams)];
	const found: Proposal[] = [];
	while (found.length < others && !stop?.()) {
		onProgress?.(found.length);
		const next = bestFarFrom(before, costs, first, { random, share, stop });
		if (!next) break;
		const { pairs } = before[0]!;
		found.push({
			forming: formingOf(costs, next, boundsOf(costs, best, first.values, next.values)),
			parted: pairs - before[0]!.still(next.teams),
			pairs,
			shifts: costs.order
				.map((level, at) => ({ level, by: next.values[at]! - first.values[at]! }))
				.filter(({ by }) => by !== 0)
		});
		before.push(new Mates(costs, next.teams));
	}
	return found;
}

/** The best of a few searches that is far enough from all of these and breaks no more rules; null when none is. */
function bestFarFrom(
	before: readonly Mates[],
	costs: Costs,
	first: Formed,
	{ random, share, stop }: { random: Random; share: number; stop?: () => boolean }
): Formed | null {
	const near = (teams: readonly Team[]) =>
		before.reduce((sum, mates) => sum + mates.tooMany(teams, share), 0);
	const firm = (['rules', 'teams', 'visits'] as const).map((level) => costs.order.indexOf(level));
	let best: Formed | null = null;
	for (let start = 0; start < STARTS && !stop?.(); start++) {
		const formed = exchange(costs, firstTeams(costs, first.teams.length, random), {
			random,
			tries: TRIES * costs.cast.people.length,
			warmth: WARMTH,
			stop,
			// A pair too many outweighs what an exchange gains on the levels that may give way.
			extra: (teams) => 20 * 2 ** costs.order.length * near(teams)
		});
		if (near(formed.teams) > 0 || firm.some((at) => formed.values[at]! > first.values[at]!)) continue;
		if (!best || compare(formed.values, best.values) < 0) best = formed;
	}
	return best;
}

/** Who rides with whom. */
class Mates {
	readonly pairs: number;
	private readonly together: Uint8Array;
	private readonly people: number;

	constructor({ cast }: Costs, teams: readonly Team[]) {
		this.people = cast.people.length;
		this.together = new Uint8Array(this.people ** 2);
		this.pairs = pairsIn(teams);
		for (const { members } of teams)
			for (const one of members) for (const other of members) this.together[one * this.people + other] = 1;
	}

	/** Pairs that ride together in these teams too. */
	still(teams: readonly Team[]): number {
		let still = 0;
		for (const { members } of teams)
			for (let i = 1; i < members.length; i++)
				for (let j = 0; j < i; j++) still += this.together[members[i]! * this.people + members[j]!]!;
		return still;
	}

	/** Pairs that still ride together beyond what leaves a share of all pairs in only one of the two. */
	tooMany(teams: readonly Team[], share: number): number {
		const most = Math.floor(((1 - share) * (this.pairs + pairsIn(teams))) / 2);
		return Math.max(0, this.still(teams) - most);
	}
}

const pairsIn = (teams: readonly Team[]): number =>
	teams.reduce((sum, { members: { length } }) => sum + (length * (length - 1)) / 2, 0);

/** What is proven of the best holds for teams as good up to a level; past it, nothing is known. */
function boundsOf(
	{ order }: Costs,
	best: TeamForming,
	firstValues: readonly number[],
	values: readonly number[]
): number[] {
	return order.map((_, at) => {
		const alike = values.slice(0, at).every((value, before) => value === firstValues[before]);
		const { value, bound } = best.levels[at]!;
		return alike ? bound - (value - firstValues[at]!) : 0;
	});
}
