import type { Costs } from '../costs';
import { mostAlike } from '../criteria/mix';
import type { Pool } from './pool';

/** Most traits that teams of the pool's sizes can share in all when each is within a likeness, hundredths. */
export function mostAlikeInAll(
	{ cast, companies }: Costs,
	pool: Pool,
	away: { above: number; below: number },
	likeness: number
): number {
	const people = cast.people.length;
	const sizes = [
		...new Set([...pool.company.subarray(0, pool.size)].map((company) => companies[company]!.size))
	];
	// `most[n]`: with n people in the teams counted so far.
	let most: number[] = [0, ...cast.people.map(() => -Infinity)];
	let best = 0;
	for (let teams = 1; teams <= cast.count.wanted + away.above; teams++) {
		most = most.map((_, n) =>
			Math.max(-Infinity, ...sizes.map((size) => (most[n - size] ?? -Infinity) + mostAlike(likeness, size)))
		);
		if (teams >= cast.count.wanted - away.below) best = Math.max(best, most[people]!);
	}
	return best;
}
