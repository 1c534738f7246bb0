import type { Criterion } from './criterion';

/**
 * Minutes by car from home to the meeting point when each team shares one ride from each place: neighbours who ride
 * together all day can also come together.
 */
export const ways: Criterion = {
	level: 'ways',
	people: ({ home, way }, members) => {
		let minutes = 0;
		for (let i = 0; i < members.length; i++) {
			let shared = false;
			for (let j = 0; j < i && !shared; j++) shared = home[members[j]!] === home[members[i]!];
			if (!shared) minutes += way[members[i]!]!;
		}
		return minutes;
	},
	looksAt: ({ home }, person) => String(home[person])
};
