import type { Cast } from '../cast';
import type { Criterion } from './criterion';

/**
 * Room to absorb an absence or a lost car: seats missing among those that would let the other teams take in the
 * people of any one car, plus one for a team that cannot lose anybody.
 */
export const spare: Criterion = {
	level: 'spare',
	ride: (cast, { size }, { places }) => {
		const { min, max } = cast.problem.size;
		const free = Math.max(0, Math.min(places, max) - size);
		return Math.max(0, spareWanted(cast) - free) + (size <= min ? 1 : 0);
	}
};

/** Free seats that each team needs for the others to take in one whole team. */
export function spareWanted({ people, count }: Cast): number {
	if (count.aim === 0) return 0;
	const team = Math.ceil(people.length / count.aim);
	return Math.ceil(team / Math.max(1, count.aim - 1));
}
