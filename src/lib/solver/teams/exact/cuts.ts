import type { Cast } from '../cast';
import { traits } from '../cast';
import type { Pool } from './pool';
import type { View } from './view';

/**
 * An inequality that the relaxation lacks and every solution keeps (Chvátal 1973): with n people of a set in a team,
 * the sum over teams of ⌊(sign · n + shift) / step⌋ is at most ⌊(sign · people of the set + shift · teams) / step⌋.
 * Over the kinds of people it says that five men make no six pairs; over three people, that no two teams each have
 * two of them (subset-row inequalities: Jepsen et al. 2008).
 */
export interface Cut {
	/** People of the set in one copy of each unit. */
	share: Uint8Array;
	step: number;
	shift: number;
	sign: 1 | -1;
	most: number;
}

/** A team that the relaxation takes in part. */
interface Part {
	at: number;
	value: number;
}

const ENOUGH = 0.02;

/** A cut, and by how much the parts at hand break it. */
export interface Broken {
	cut: Cut;
	by: number;
}

export function depthOf(cut: Cut, pool: Pool, at: number): number {
	let n = 0;
	for (let i = pool.starts[at]!; i < pool.starts[at + 1]!; i++) n += cut.share[pool.units[i]!]!;
	return Math.floor((cut.sign * n + cut.shift) / cut.step);
}

/** Takes a cut's weight off the charge of each team, as many times as the cut counts it. */
export function payCut(
	{ share, step, shift, sign }: { share: ArrayLike<number>; step: number; shift: number; sign: number },
	weight: number,
	{ size, starts, units }: Pool,
	charges: Float64Array
): void {
	// By people of the set in the team: the division is the dear part.
	const paid: number[] = [];
	for (let at = 0; at < size; at++) {
		let n = 0;
		for (let i = starts[at]!; i < starts[at + 1]!; i++) n += share[units[i]!]!;
		charges[at]! -= paid[n] ??= weight * Math.floor((sign * n + shift) / step);
	}
}

/** Sets of people who share something: a kind of a trait, two kinds together. */
export function kindSets(cast: Cast, { units, levels }: View): Uint8Array[] {
	const seen = levels.has('mix') ? traits : (['gender', 'ageBand'] as const);
	const sets = new Map<string, Uint8Array>();
	const add = (is: (person: number) => boolean) => {
		const share = Uint8Array.from(units, ({ copies }) => copies[0]!.filter(is).length);
		const total = units.reduce((sum, { copies }, unit) => sum + share[unit]! * copies.length, 0);
		if (total > 1) sets.set(share.join(), share);
	};
	const kinds = seen.flatMap((trait) => [...new Set(cast.people.map((one) => one[trait]))].filter((kind) => kind !== null).map((kind) => (person: number) => cast.people[person]![trait] === kind)); // prettier-ignore
	if (levels.has('ways'))
		for (const place of new Set(cast.home))
			if (place >= 0) kinds.push((person) => cast.home[person] === place);
	kinds.forEach((is, i) => {
		add(is);
		add((person) => !is(person));
		kinds.slice(0, i).forEach((other) => {
			add((person) => is(person) && other(person));
			add((person) => is(person) || other(person));
		});
	});
	return [...sets.values()];
}

/** Cuts over sets of people that the parts break, worst first; `teams` is null when their number is open. */
export function brokenByKinds(
	sets: readonly Uint8Array[],
	{ units }: View,
	pool: Pool,
	parts: readonly Part[],
	teams: number | null
): Broken[] {
	const found: Broken[] = [];
	const n = new Int32Array(parts.length);
	for (const share of sets) {
		const people = units.reduce((sum, { copies }, unit) => sum + share[unit]! * copies.length, 0);
		let most = 0;
		parts.forEach(({ at }, i) => {
			n[i] = 0;
			for (let k = pool.starts[at]!; k < pool.starts[at + 1]!; k++) n[i]! += share[pool.units[k]!]!;
			most = Math.max(most, n[i]!);
		});
		for (let step = 2; step <= Math.max(2, most + 1); step++) {
			for (let shift = 0; shift < (teams === null ? 1 : step); shift++) {
				for (const sign of [1, -1] as const) {
					const limit = Math.floor((sign * people + shift * (teams ?? 0)) / step);
					let sum = -limit;
					for (let i = 0; i < parts.length; i++)
						sum += parts[i]!.value * Math.floor((sign * n[i]! + shift) / step);
					if (sum > ENOUGH) found.push({ cut: { share, step, shift, sign, most: limit }, by: sum });
				}
			}
		}
	}
	return found;
}

/** Cuts over three units: no two teams share two of them each. */
export function brokenByThrees({ units }: View, pool: Pool, parts: readonly Part[]): Broken[] {
	const count = units.length;
	const pair = new Float64Array(count ** 2);
	const has = parts.map(({ at }) => new Set(pool.units.subarray(pool.starts[at]!, pool.starts[at + 1]!)));
	parts.forEach(({ value }, i) => {
		for (const a of has[i]!) for (const b of has[i]!) if (a < b) pair[a * count + b]! += value;
	});
	const single = [...units.keys()].filter((unit) => units[unit]!.copies.length === 1);
	const found: Broken[] = [];
	for (const a of single) {
		for (const b of single) {
			if (b <= a) continue;
			for (const c of single) {
				if (c <= b) continue;
				let by = pair[a * count + b]! + pair[a * count + c]! + pair[b * count + c]! - 1;
				if (by <= ENOUGH) continue;
				// Teams that have all three were counted thrice.
				parts.forEach(({ value }, i) => {
					if (has[i]!.has(a) && has[i]!.has(b) && has[i]!.has(c)) by -= 2 * value;
				});
				if (by <= ENOUGH) continue;
				const share = new Uint8Array(count);
				share[a] = share[b] = share[c] = 1;
				found.push({ cut: { share, step: 2, shift: 0, sign: 1, most: 1 }, by });
			}
		}
	}
	return found;
}
