import type { Criterion } from './criterion';
import { gravity } from './gravity';

/** Those who wish to be together are, those who wish to be apart are. Each side of a broken wish counts. */
export const wishes: Criterion = {
	level: 'rules',
	people: ({ apart, together }, members) => {
		let broken = 0;
		for (const person of members) {
			for (const other of apart[person]!) if (members.includes(other)) broken++;
			for (const other of together[person]!) if (!members.includes(other)) broken++;
		}
		return gravity.wishSide * broken;
	},
	looksAt: ({ apart, together }, person) =>
		apart[person]!.length + together[person]!.length > 0 ? String(person) : ''
};
