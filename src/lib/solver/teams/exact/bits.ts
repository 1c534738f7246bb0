import type { Pool } from './pool';
import type { View } from './view';

/** Teams and what is left to cover as bits: a field for each unit, with a guard bit that a shortage clears. */
export function packed({ units }: View, pool: Pool, candidates: ArrayLike<number>) {
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
