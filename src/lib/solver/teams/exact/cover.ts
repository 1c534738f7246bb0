import type { Costs } from '../costs';
import { packed } from './bits';
import { Complements } from './complements';
import { CrewChoice } from './crew-choice';
import type { Pool } from './pool';
import type { Ride } from './rides';
import type { View } from './view';

/** A sum that a choice of teams and rides must not go over. */
export interface Charge {
	/** By team of the pool. */
	teams: ArrayLike<number>;
	/** By ride class, then by ride of it. */
	rides: readonly (readonly number[])[];
	most: number;
}

export interface Choice {
	/** Teams of the pool, by index, and the crew each rides with. */
	teams: number[];
	crews: number[];
}

export interface CoverOptions {
	costs: Costs;
	view: View;
	pool: Pool;
	/** Teams that may be chosen, cheapest first on the first charge. */
	candidates: ArrayLike<number>;
	/** Ride class of each team of the pool. */
	classOf: ArrayLike<number>;
	classes: readonly (readonly Ride[])[];
	/** One at least: the first guides the search. */
	charges: readonly [Charge, ...Charge[]];
	/** Numbers of teams allowed. */
	from: number;
	to: number;
	/** Asked at each branch: true gives up. */
	stop: () => boolean;
}

/** What sums of shares may be off by. */
const TINY = 1e-4;

/**
 * Looks for teams and rides within every charge, everybody in exactly one team: depth first, always on whoever has
 * fewest teams left. Null when there is none, which proves it; undefined when it gave up.
 */
export function cover(options: CoverOptions): Choice | null | undefined {
	const { costs, view, pool, candidates, classOf, classes, charges, from, to, stop } = options;
	const total = candidates.length;
	const units = view.units.length;
	const { words, guard, left, team, field } = packed(view, pool, candidates);
	// What each team costs at least on each charge, its cheapest ride included.
	const all = charges.map(({ teams, rides, most }) => {
		const least = classes.map((_, at) => Math.min(...rides[at]!));
		return { most, prices: Float64Array.from(candidates, (at) => teams[at]! + least[classOf[at]!]!) };
	});
	// What the dearest teams together stay within need not be looked at on the way.
	const binding = all.filter(
		({ prices, most }, j) => j === 0 || prices.reduce((a, b) => Math.max(a, b), 0) * to > most
	);
	const price = binding.map(({ prices }) => prices);
	const budget = Float64Array.from(binding, ({ most }) => most);
	const sizes = Int32Array.from(candidates, (at) => costs.companies[pool.company[at]!]!.size);
	const smallest = sizes.reduce((a, b) => Math.min(a, b), Infinity);
	const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
	const lists = Array.from({ length: to + 1 }, () => new Int32Array(total));
	const counts = new Int32Array(units);
	const share = new Float64Array(units);
	const chosen: number[] = [];
	const complements = new Complements(team, words);
	const crews = new CrewChoice(options);
	let remaining = costs.cast.people.length;
	let gaveUp = false;

	const waits = (unit: number): number =>
		(left[field.word[unit]!]! >> field.shift[unit]!) & field.mask[unit]!;

	const take = (at: number, by: 1 | -1): void => {
		remaining -= by * sizes[at]!;
		for (let w = 0; w < words; w++) left[w]! -= by * team[at * words + w]!;
		for (let j = 0; j < price.length; j++) budget[j]! -= by * price[j]![at]!;
	};

	/** The teams of a list that still fit; those that have the pivot, only from position `since` on. */
	const sift = (list: Int32Array, length: number, next: Int32Array, pivot: number, since: number): number => {
		let kept = 0;
		const [word, bits] = pivot < 0 ? [0, 0] : [field.word[pivot]!, field.mask[pivot]! << field.shift[pivot]!];
		for (let k = 0; k < length; k++) {
			const at = list[k]!;
			// Cheapest first.
			if (price[0]![at]! > budget[0]!) break;
			const row = at * words;
			if (k < since && (team[row + word]! & bits) !== 0) continue;
			let w = 0;
			while (w < words && (((left[w]! | guard[w]!) - team[row + w]!) & guard[w]!) === guard[w]!) w++;
			if (w < words) continue;
			let j = 1;
			while (j < price.length && price[j]![at]! <= budget[j]!) j++;
			if (j === price.length) next[kept++] = at;
		}
		return kept;
	};

	/**
	 * Leaves out the teams that cost too much on the first charge once whoever else waits is counted, each for the least
	 * share of a team that can be theirs. Answers how many teams are left; none when somebody waits in vain.
	 */
	const prune = (list: Int32Array, length: number): number => {
		const prices = price[0]!;
		share.fill(Infinity);
		for (let k = 0; k < length; k++) {
			const at = candidates[list[k]!]!;
			const [start, end] = [pool.starts[at]!, pool.starts[at + 1]!];
			const each = prices[list[k]!]! / (end - start);
			for (let i = start; i < end; i++) if (each < share[pool.units[i]!]!) share[pool.units[i]!] = each;
		}
		let room = budget[0]! + TINY;
		for (let unit = 0; unit < units; unit++) {
			const copies = waits(unit);
			if (copies > 0) room -= copies * share[unit]!;
		}
		if (room < 0) return 0;
		counts.fill(0);
		let kept = 0;
		for (let k = 0; k < length; k++) {
			const at = candidates[list[k]!]!;
			const [start, end] = [pool.starts[at]!, pool.starts[at + 1]!];
			let above = prices[list[k]!]!;
			for (let i = start; i < end; i++) above -= share[pool.units[i]!]!;
			if (above > room) continue;
			list[kept++] = list[k]!;
			for (let i = start; i < end; i++) counts[pool.units[i]!]!++;
		}
		return kept;
	};

	/** The unit that fewest teams have, as last counted; -1 when one that waits has none. */
	const rarest = (): number => {
		let best = -1;
		for (let unit = 0; unit < units; unit++) {
			if (waits(unit) === 0) continue;
			if (counts[unit] === 0) return -1;
			if (best < 0 || counts[unit]! < counts[best]!) best = unit;
		}
		return best;
	};

	/** Whether a team, or two, are all who are left and within every charge. */
	const complete = (at: number, rest: number): boolean => {
		for (let w = 0; w < words; w++)
			if (team[at * words + w]! + (rest < 0 ? 0 : team[rest * words + w]!) !== left[w]!) return false;
		for (let j = 0; j < price.length; j++)
			if (price[j]![at]! + (rest < 0 ? 0 : price[j]![rest]!) > budget[j]!) return false;
		return true;
	};

	/** These teams with crews within every charge. */
	const crewed = (...more: number[]): Choice | null => {
		const teams = [...chosen, ...more].map((i) => candidates[i]!);
		const found = teams.length < from ? null : crews.assign(teams);
		return found && { teams, crews: found };
	};
	const hopeless = (depth: number): boolean =>
		gaveUp || remaining > (to - depth) * largest || remaining < Math.max(1, from - depth) * smallest;

	/** The last teams allowed, one or two: one of whoever has fewest, and all who are then left. */
	const finish = (list: Int32Array, length: number, depth: number): Choice | null => {
		if (remaining === 0) return crewed();
		gaveUp ||= stop();
		const pivot = hopeless(depth) ? -1 : rarest();
		if (pivot < 0) return null;
		const [word, bits] = [field.word[pivot]!, field.mask[pivot]! << field.shift[pivot]!];
		const waiting = complements.sum(left);
		for (let k = 0; k < length; k++) {
			const at = list[k]!;
			if (price[0]![at]! > budget[0]!) break;
			if ((team[at * words + word]! & bits) === 0) continue;
			const found = sizes[at] === remaining && complete(at, -1) ? crewed(at) : null;
			if (found) return found;
			if (depth + 2 > to) continue;
			for (let rest = complements.first(waiting, at); rest >= 0; rest = complements.next(rest)) {
				const both = complete(at, rest) ? crewed(at, rest) : null;
				if (both) return both;
			}
		}
		return null;
	};

	const search = (depth: number, fitting: number): Choice | null => {
		if (remaining === 0) return crewed();
		gaveUp ||= stop();
		if (hopeless(depth)) return null;
		const list = lists[depth]!;
		const length = prune(list, fitting);
		if (depth >= to - 2) return finish(list, length, depth);
		const pivot = length === 0 ? -1 : rarest();
		if (pivot < 0) return null;
		const [word, bits] = [field.word[pivot]!, field.mask[pivot]! << field.shift[pivot]!];
		for (let k = 0; k < length; k++) {
			const at = list[k]!;
			if ((team[at * words + word]! & bits) === 0) continue;
			chosen.push(at);
			take(at, 1);
			if (crews.possible(chosen)) {
				// Copies of one unit are served in the order of the list, so that no choice is met twice.
				const since = waits(pivot) > 0 ? k : 0;
				const found =
					depth + 1 >= to - 2
						? finish(list, length, depth + 1)
						: search(depth + 1, sift(list, length, lists[depth + 1]!, pivot, since));
				if (found) return found;
			}
			take(at, -1);
			chosen.pop();
		}
		return null;
	};

	const every = Int32Array.from({ length: total }, (_, at) => at);
	const found = search(0, sift(every, total, lists[0]!, -1, 0));
	return gaveUp ? undefined : found;
}
