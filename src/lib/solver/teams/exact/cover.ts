import type { Costs } from '../costs';
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
	/** Teams that may be chosen, best first. */
	candidates: ArrayLike<number>;
	/** One of them that must be. */
	forced?: number;
	/** Ride class of each team of the pool. */
	classOf: ArrayLike<number>;
	classes: readonly (readonly Ride[])[];
	charges: readonly Charge[];
	/** Numbers of teams allowed. */
	from: number;
	to: number;
	/** Asked at each branch: true gives up. */
	stop: () => boolean;
}

/**
 * Looks for teams and rides within every charge, everybody in exactly one team: depth first, always on whoever has
 * fewest teams left. Null when there is none, which proves it; undefined when it gave up.
 */
export function cover(options: CoverOptions): Choice | null | undefined {
	const { costs, view, pool, candidates, classOf, classes, charges, from, to, stop } = options;
	const total = candidates.length;
	const units = view.units.length;
	const { words, guard, left, team, field } = pack(view, pool, candidates);
	// What each team costs at least on each charge, its cheapest ride included.
	const price = charges.map(({ teams, rides }) => {
		const least = classes.map((_, at) => Math.min(...rides[at]!));
		return Float64Array.from(candidates, (at) => teams[at]! + least[classOf[at]!]!);
	});
	const budget = Float64Array.from(charges, ({ most }) => most);
	const sizes = Int32Array.from(candidates, (at) => costs.companies[pool.company[at]!]!.size);
	const smallest = sizes.reduce((a, b) => Math.min(a, b), Infinity);
	const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
	const lists = Array.from({ length: to + 1 }, () => new Int32Array(total));
	const counts = new Int32Array(units);
	const chosen: number[] = [];
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
			const row = at * words;
			if (k < since && (team[row + word]! & bits) !== 0) continue;
			let w = 0;
			while (w < words && (((left[w]! | guard[w]!) - team[row + w]!) & guard[w]!) === guard[w]!) w++;
			if (w < words) continue;
			let j = 0;
			while (j < price.length && price[j]![at]! <= budget[j]!) j++;
			if (j === price.length) next[kept++] = at;
		}
		return kept;
	};

	/**
	 * The unit that fewest teams of the list have; -1 when one has none left, or when whoever costs most already
	 * costs too much on the first charge, by which the list is sorted.
	 */
	const rarest = (list: Int32Array, length: number): number => {
		counts.fill(0);
		const first = price[0];
		let dearest = 0;
		for (let k = 0; k < length; k++) {
			const at = candidates[list[k]!]!;
			for (let i = pool.starts[at]!; i < pool.starts[at + 1]!; i++) {
				const unit = pool.units[i]!;
				if (counts[unit]!++ === 0 && first && waits(unit) > 0) dearest = Math.max(dearest, first[list[k]!]!);
			}
		}
		if (first && dearest > budget[0]!) return -1;
		let best = -1;
		for (let unit = 0; unit < units; unit++) {
			if (waits(unit) === 0) continue;
			if (counts[unit] === 0) return -1;
			if (best < 0 || counts[unit]! < counts[best]!) best = unit;
		}
		return best;
	};

	const search = (depth: number, length: number): Choice | null => {
		if (remaining === 0) {
			const teams = chosen.map((i) => candidates[i]!);
			const found = depth < from ? null : crews.assign(teams);
			return found && { teams, crews: found };
		}
		if (gaveUp || stop()) {
			gaveUp = true;
			return null;
		}
		if (remaining > (to - depth) * largest || remaining < Math.max(1, from - depth) * smallest) return null;
		const list = lists[depth]!;
		const pivot = rarest(list, length);
		if (pivot < 0) return null;
		const [word, bits] = [field.word[pivot]!, field.mask[pivot]! << field.shift[pivot]!];
		for (let k = 0; k < length; k++) {
			const at = list[k]!;
			if ((team[at * words + word]! & bits) === 0) continue;
			chosen.push(at);
			take(at, 1);
			// Copies of one unit are served in the order of the list, so that no choice is met twice.
			if (crews.possible(chosen)) {
				const kept = sift(list, length, lists[depth + 1]!, pivot, waits(pivot) > 0 ? k : 0);
				const found = search(depth + 1, kept);
				if (found) return found;
			}
			take(at, -1);
			chosen.pop();
		}
		return null;
	};

	let start = 0;
	if (options.forced !== undefined) {
		for (let j = 0; j < price.length; j++) if (price[j]![options.forced]! > budget[j]!) return null;
		chosen.push(options.forced);
		take(options.forced, 1);
		start = 1;
	}
	const every = Int32Array.from({ length: total }, (_, at) => at);
	const found = search(start, sift(every, total, lists[start]!, -1, 0));
	return gaveUp ? undefined : found;
}

/** Teams and what is left to cover as bits: a field for each unit, with a guard bit that a shortage clears. */
function pack({ units }: View, pool: Pool, candidates: ArrayLike<number>) {
	const word = new Int32Array(units.length);
	const shift = new Int32Array(units.length);
	const mask = new Int32Array(units.length);
	let words = 0;
	let used = Infinity;
	units.forEach(({ copies }, unit) => {
		const bits = 32 - Math.clz32(copies.length);
		if (used + bits + 1 > 30) [words, used] = [words + 1, 0];
		[word[unit], shift[unit], mask[unit]] = [words - 1, used, (1 << bits) - 1];
		used += bits + 1;
	});
	const guard = new Int32Array(words);
	const left = new Int32Array(words);
	units.forEach(({ copies }, unit) => {
		guard[word[unit]!]! |= (mask[unit]! + 1) << shift[unit]!;
		left[word[unit]!]! += copies.length << shift[unit]!;
	});
	const team = new Int32Array(candidates.length * words);
	for (let i = 0; i < candidates.length; i++) {
		const at = candidates[i]!;
		for (let k = pool.starts[at]!; k < pool.starts[at + 1]!; k++) {
			const unit = pool.units[k]!;
			team[i * words + word[unit]!]! += 1 << shift[unit]!;
		}
	}
	return { words, guard, left, team, field: { word, shift, mask } };
}
