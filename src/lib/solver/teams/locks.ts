import type { Lock } from './problem';

/** A lock whose people, car and crew are all known, by index; -1 for what it leaves open. */
export interface SettledLock {
	/** Position among the locks asked for. */
	at: number;
	/** Index of the team in the answer. */
	team: number;
	people: number[];
	vehicle: number;
	accompanist: number;
	driver: number;
	/** Nobody else joins these people. */
	closed: boolean;
}

type Listed = readonly { id: string }[];

/**
 * Reads the locks in their order. One that names somebody who is not there any more, or that takes what an earlier
 * one holds, is left out and told.
 */
export function settle(
	asked: readonly Lock[],
	{ people, vehicles, accompanists }: { people: Listed; vehicles: Listed; accompanists: Listed }
): { locks: SettledLock[]; lockOf: Int16Array; lostLocks: number[] } {
	const lockOf = new Int16Array(people.length).fill(-1);
	const locks: SettledLock[] = [];
	const lostLocks: number[] = [];
	const held = new Set<string>();
	asked.forEach((lock, at) => {
		const riders = [...new Set(lock.people)];
		const named: [string, Listed, string | null][] = [
			['vehicle', vehicles, lock.vehicle],
			['crew', accompanists, lock.accompanist],
			['crew', accompanists, lock.driver],
			...riders.map((id): [string, Listed, string] => ['person', people, id])
		];
		const given = named.filter(([, , id]) => id !== null);
		const keys = [`team ${lock.team}`, ...given.map(([kind, , id]) => `${kind} ${id}`)];
		const known = given.every(([, list, id]) => list.some((one) => one.id === id));
		if (
			!known ||
			given.length === 0 ||
			new Set(keys).size < keys.length ||
			keys.some((key) => held.has(key))
		) {
			lostLocks.push(at);
			return;
		}
		for (const key of keys) held.add(key);
		const find = (list: Listed, id: string | null) => list.findIndex((one) => one.id === id);
		const members = riders.map((id) => find(people, id)).sort((a, b) => a - b);
		for (const person of members) lockOf[person] = locks.length;
		locks.push({
			at,
			team: lock.team,
			people: members,
			vehicle: find(vehicles, lock.vehicle),
			accompanist: find(accompanists, lock.accompanist),
			driver: find(accompanists, lock.driver),
			closed: lock.closed && members.length > 0
		});
	});
	// A lock on a car alone waits for somebody to ride in it.
	while (
		locks.filter(({ people }) => people.length === 0).length > lockOf.filter((lock) => lock < 0).length
	) {
		const last = locks.findLastIndex(({ people }) => people.length === 0);
		lostLocks.push(...locks.splice(last, 1).map(({ at }) => at));
		lockOf.forEach((lock, person) => lock > last && (lockOf[person] = lock - 1));
	}
	return { locks, lockOf, lostLocks: lostLocks.sort((a, b) => a - b) };
}
