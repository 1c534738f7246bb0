import type { Criterion } from './criterion';
import { gravity } from './gravity';

/** Visits made in half a day, about: a team without its car or its crew misses so many of those it owes. */
const VISITS = 2;

/** On each half-day on which somebody of the team comes, its car and its crew are there. */
export const carThere: Criterion = {
	level: 'visits',
	ride: (_, { rides }, { there }) => VISITS * bitCount(rides & ~there)
};

/** Absences leave a team large enough on each half-day on which it rides. */
export const enoughPresent: Criterion = {
	level: 'rules',
	people: ({ problem, there }, members) => {
		let missing = 0;
		let always = -1;
		for (const person of members) always &= there.people[person]!;
		if (always === (1 << problem.halfDays.length) - 1) return 0;
		for (let half = 0; half < problem.halfDays.length; half++) {
			let present = 0;
			for (const person of members) present += (there.people[person]! >> half) & 1;
			if (present > 0) missing += Math.max(0, Math.min(problem.size.min, members.length) - present);
		}
		return gravity.thin * missing;
	},
	looksAt: ({ there }, person) => String(there.people[person])
};

export function bitCount(bits: number): number {
	let count = 0;
	for (let left = bits; left !== 0; left &= left - 1) count++;
	return count;
}
