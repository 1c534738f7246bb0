import type { Host, Rider } from './problem';

/**
 * Sets of hosts that somebody is kept from, each known by a number, 0 being the empty set. A team is kept from
 * every host that one of its people is kept from: joining two sets is looked up once and remembered.
 */
export class HostSets {
	/** Hosts of each set, ascending. */
	readonly sets: number[][] = [[]];
	private readonly numbers = new Map<string, number>([['', 0]]);
	private readonly joined: number[][] = [];

	of(hosts: readonly number[]): number {
		const sorted = [...new Set(hosts)].sort((a, b) => a - b);
		const key = sorted.join();
		const known = this.numbers.get(key);
		if (known !== undefined) return known;
		this.sets.push(sorted);
		this.numbers.set(key, this.sets.length - 1);
		return this.sets.length - 1;
	}

	join(a: number, b: number): number {
		if (a === b || b === 0) return a;
		if (a === 0) return b;
		const row = (this.joined[a] ??= []);
		return (row[b] ??= this.of([...this.sets[a]!, ...this.sets[b]!]));
	}
}

/** The set of hosts that refuse each person. */
export function refusedPeople(sets: HostSets, people: readonly Rider[], hosts: readonly Host[]): Int32Array {
	const refused = hosts.map(({ refuses }) => new Set(refuses));
	return Int32Array.from(people, ({ id }) =>
		sets.of(refused.flatMap((ids, host) => (ids.has(id) ? [host] : [])))
	);
}

/** The set of hosts where each accompanist does not go. */
export const refusedCrew = (
	sets: HostSets,
	accompanists: readonly { id: string }[],
	hosts: readonly Host[]
): Int32Array =>
	Int32Array.from(accompanists, ({ id }) =>
		sets.of(
			hosts.flatMap(({ refusesAccompanists }, host) => (refusesAccompanists.includes(id) ? [host] : []))
		)
	);

/** The set of hosts too small for each size of team, from 0 to `most` people. */
export const tooSmall = (sets: HostSets, hosts: readonly Host[], most: number): Int32Array =>
	Int32Array.from({ length: most + 1 }, (_, size) =>
		sets.of(hosts.flatMap(({ people }, host) => (people < size ? [host] : [])))
	);
