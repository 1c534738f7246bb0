import type { Costs } from '../costs';
import { likeness, mostAlike } from '../criteria/mix';
import type { Limits } from './enumerate';
import { innerPairs, NEVER, pairTable } from './pairs';
import { Pool } from './pool';
import type { View } from './view';

/**
 * The teams of a finer view that the teams of a coarser one stand for, within the limits; null when they are too
 * many. What the coarser view sees is the same for all: only what the finer one sees besides is computed. Shared
 * traits only add up, and whoever is alone of a kind with nobody of that kind left to come stays alone: both cut
 * branches.
 */
export function expand(
	costs: Costs,
	coarse: { view: View; pool: Pool },
	view: View,
	limits: Limits
): Pool | null {
	const { cast, order } = costs;
	const { units } = view;
	const count = units.length;
	const pool = new Pool(order.length);
	const at = (level: (typeof order)[number]) => order.indexOf(level);
	const [alone, weakest, mix, ways] = [at('alone'), at('weakest'), at('mix'), at('ways')];
	const newToView = (level: number) =>
		view.levels.has(order[level]!) && !coarse.view.levels.has(order[level]!);
	const kept = [...order.keys()].filter((level) => coarse.view.levels.has(order[level]!));
	const seesAlone = newToView(alone);
	const seesAll = newToView(ways);
	const pairs = pairTable(costs, view, seesAll ? 'rest' : 'kinds');
	const inside = units.map(({ copies }) => innerPairs(costs, copies[0]!, seesAll ? 'rest' : 'kinds'));
	const kinds = seesAlone ? [cast.kinds.gender, cast.kinds.ageBand] : [];
	const kindCount = kinds.map((kind) => Math.max(0, ...kind) + 1);
	const counts = kindCount.map((n) => new Int16Array(n));
	const last = kindCount.map((n) => new Int16Array(n));
	const largest = cast.people.length;
	const gain = Array.from({ length: largest + 1 }, () => new Int32Array(count));
	const finer = finerUnits(coarse.view, view, cast.kinds.ageBand);

	const chosen = new Int16Array(largest);
	const people: number[] = [];
	/** Units to choose from, one stretch for each coarse unit of the team at hand, and how many copies to take of each. */
	let slots: number[] = [];
	let ends: number[] = [];
	let wanted: number[] = [];
	let [source, size, limit, aloneLimit] = [0, 0, 0, 0];
	let abandoned = false;

	const grow = (
		stretch: number,
		from: number,
		copies: number,
		left: number,
		depth: number,
		alike: number
	): void => {
		if (left === 0) {
			if (stretch + 1 === wanted.length) return leaf(depth, alike);
			return grow(stretch + 1, ends[stretch]!, 0, wanted[stretch + 1]!, depth, alike);
		}
		abandoned ||= limits.stop();
		const gains = gain[depth]!;
		for (let slot = from; slot < ends[stretch]!; slot++) {
			const unit = slots[slot]!;
			const { copies: all } = units[unit]!;
			const taken = slot === from ? copies : 0;
			if (taken === all.length) continue;
			const reached = alike + inside[unit]! + gains[unit]!;
			if (reached > limit) continue;
			const joining = all[taken]!;
			count_(joining, 1);
			if (!seesAlone || aloneForGood(taken + 1 < all.length ? slot : slot + 1) <= aloneLimit) {
				chosen[depth] = unit;
				const after = gain[depth + 1]!;
				const row = unit * count;
				for (let next = slot; next < slots.length; next++) {
					const other = slots[next]!;
					after[other] = gains[other]! + pairs[row + other]!;
				}
				grow(stretch, slot, taken + 1, left - 1, depth + 1, reached);
			}
			count_(joining, -1);
			if (abandoned) return;
		}
	};

	const count_ = (joining: readonly number[], by: 1 | -1): void => {
		for (const person of joining) {
			if (by > 0) people.push(person);
			else people.pop();
			for (let k = 0; k < kinds.length; k++) {
				const kind = kinds[k]![person]!;
				if (kind >= 0) counts[k]![kind]! += by;
			}
		}
	};

	/** People alone of a kind whom nobody from slot `next` on, or among those still to come, can join. */
	const aloneForGood = (next: number): number => {
		if (size < 2) return 0;
		let sum = 0;
		for (let k = 0; k < kinds.length; k++) {
			let waiting = 0;
			for (const person of people) {
				const kind = kinds[k]![person]!;
				if (kind < 0 || counts[k]![kind]! > 1) continue;
				if (last[k]![kind]! < next) sum++;
				else waiting++;
			}
			sum += Math.max(0, waiting - (size - people.length));
		}
		return sum;
	};

	const leaf = (depth: number, alike: number): void => {
		const way = seesAll ? waysOf(people) : 0;
		if (way > limits.most[ways]!) return;
		const team = pool.add(chosen.subarray(0, depth).slice().sort(), depth, coarse.pool.company[source]!);
		for (const level of kept) pool.cost[level]![team] = coarse.pool.cost[level]![source]!;
		if (seesAlone) pool.cost[alone]![team] = aloneForGood(slots.length);
		pool.cost[weakest]![team] = likeness(alike, size);
		pool.cost[mix]![team] = alike;
		if (seesAll) pool.cost[ways]![team] = way;
		abandoned ||= pool.size > limits.cap;
	};

	const waysOf = (members: readonly number[]): number => {
		const { home, way } = cast;
		let minutes = 0;
		for (let i = 0; i < members.length; i++) {
			let shared = false;
			for (let j = 0; j < i && !shared; j++) shared = home[members[j]!] === home[members[i]!];
			if (!shared) minutes += way[members[i]!]!;
		}
		return minutes;
	};

	for (source = 0; source < coarse.pool.size && !abandoned; source++) {
		const { starts, units: of, company, cost } = coarse.pool;
		const taken = new Map<number, number>();
		for (let i = starts[source]!; i < starts[source + 1]!; i++)
			taken.set(of[i]!, (taken.get(of[i]!) ?? 0) + 1);
		// Those among whom there is least choice come first.
		const stretches = [...taken].sort(([a], [b]) => finer[a]!.length - finer[b]!.length || a - b);
		slots = stretches.flatMap(([unit]) => finer[unit]!);
		wanted = stretches.map(([, copies]) => copies);
		let end = 0;
		ends = stretches.map(([unit]) => (end += finer[unit]!.length));
		size = costs.companies[company[source]!]!.size;
		limit = Math.min(mostAlike(limits.most[weakest]!, size), limits.most[mix]!, NEVER - 1);
		aloneLimit = limits.most[alone]!;
		for (let k = 0; k < kinds.length; k++) {
			last[k]!.fill(-1);
			slots.forEach((unit, slot) => {
				for (const person of units[unit]!.copies[0]!)
					if (kinds[k]![person]! >= 0) last[k]![kinds[k]![person]!] = slot;
			});
		}
		gain[0]!.fill(0);
		grow(0, 0, 0, wanted[0]!, 0, seesAll ? cost[mix]![source]! : 0);
	}
	return abandoned ? null : pool;
}

/** Units of the finer view that each unit of the coarser one gathers. */
function finerUnits(coarse: View, view: View, ages: Int16Array): number[][] {
	const of = new Int16Array(ages.length);
	coarse.units.forEach(({ copies }, unit) => copies.flat().forEach((person) => (of[person] = unit)));
	const finer: number[][] = coarse.units.map(() => []);
	view.units.forEach(({ copies }, unit) => finer[of[copies[0]![0]!]!]!.push(unit));
	// Whoever is of the same age stands together: that nobody is left to join somebody alone is seen sooner.
	const age = (unit: number) => ages[view.units[unit]!.copies[0]![0]!]!;
	return finer.map((units) => units.sort((a, b) => age(a) - age(b) || a - b));
}
