import type { Criterion } from './criterion';

/** Minutes by which a team goes home early for whoever must be back first: those who must ride best together. */
export const hours: Criterion = {
	level: 'hours',
	people: ({ early }, members) => {
		let most = 0;
		for (const person of members) if (early[person]! > most) most = early[person]!;
		return most;
	},
	looksAt: ({ early }, person) => String(early[person])
};
