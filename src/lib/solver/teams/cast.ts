import { HostSets, refusedCrew, refusedPeople, tooSmall } from './host-sets';
import { settle, type SettledLock } from './locks';
import type { Host, Rider, TeamFormingProblem } from './problem';
import { teamCount, type TeamCount } from './team-count';

export type Vehicle = TeamFormingProblem['vehicles'][number];
export type Accompanist = TeamFormingProblem['accompanists'][number];

/**
 * The problem put in numbers: people, cars, accompanists and hosts are indices, in an order that depends on what
 * they are and not on how they were listed, so that the same founding documents give the same teams.
 */
export interface Cast {
	problem: TeamFormingProblem;
	people: Rider[];
	vehicles: Vehicle[];
	accompanists: Accompanist[];
	hosts: Host[];
	/** `alike[a · people + b]`: traits that two people share. */
	alike: Uint8Array;
	/** Those whom each person must not ride with, and must. */
	apart: number[][];
	together: number[][];
	/** Kind of each person, by number; -1 when nobody told, or when the rally has nobody else of that kind. */
	kinds: Record<'gender' | 'ageBand', Int16Array>;
	/** Bits: the half-days on which each is there. */
	there: { people: Int32Array; vehicles: Int32Array; accompanists: Int32Array };
	inChair: Uint8Array;
	/** Minutes by which each person must be back before the day ends. */
	early: Int32Array;
	/** Place where each person lives, by number, and minutes from there to the meeting point; 0 when not known. */
	home: Int32Array;
	way: Int32Array;
	/** Hosts that receive two teams at once but not two of this size, by size. */
	unshared: Int32Array;
	hostSets: HostSets;
	/** Set of the hosts that refuse each person, that each accompanist avoids, that are too small for each size. */
	refused: { people: Int32Array; accompanists: Int32Array; sizes: Int32Array };
	locks: SettledLock[];
	/** Lock of each person, or -1. */
	lockOf: Int16Array;
	/** Positions of the locks that cannot be honoured. */
	lostLocks: number[];
	count: TeamCount;
}

/** Traits in which a team should be mixed. */
export const traits = ['gender', 'ageBand', 'formerSector', 'prescriber'] as const;

/** `teams` asks for exactly so many; otherwise cars, accompanists, hosts and the charter tell. */
export function castOf(problem: TeamFormingProblem, teams?: number): Cast {
	const people = inOrder(problem.participants, ({ id: _, together: _t, apart: _a, ...rest }) => rest);
	const vehicles = inOrder(problem.vehicles, ({ id: _, ...rest }) => rest);
	const accompanists = inOrder(problem.accompanists, ({ id: _, ...rest }) => rest);
	const hosts = inOrder(problem.hosts, ({ people, teamsAtOnce, visitsMax }) => [
		people,
		teamsAtOnce,
		visitsMax
	]);
	const hostSets = new HostSets();
	const { locks, lockOf, lostLocks } = settle(problem.locks, { people, vehicles, accompanists });
	return {
		problem,
		people,
		vehicles,
		accompanists,
		hosts,
		alike: alikeMatrix(people),
		apart: wished(people, 'apart'),
		together: wished(people, 'together'),
		kinds: { gender: kindsOf(people, 'gender'), ageBand: kindsOf(people, 'ageBand') },
		there: {
			people: presence(problem, people),
			vehicles: presence(problem, vehicles),
			accompanists: presence(problem, accompanists)
		},
		inChair: Uint8Array.from(people, ({ needs }) => Number(needs.includes('wheelchair'))),
		early: Int32Array.from(people, ({ backBy }) => Math.max(0, problem.endsAt - (backBy ?? problem.endsAt))),
		...homes(people),
		unshared: Int32Array.from({ length: people.length + 1 }, (_, size) => unshared(hosts, size)),
		hostSets,
		refused: {
			people: refusedPeople(hostSets, people, hosts),
			accompanists: refusedCrew(hostSets, accompanists, hosts),
			sizes: tooSmall(hostSets, hosts, people.length)
		},
		locks,
		lockOf,
		lostLocks,
		count: teamCount(problem, locks, teams)
	};
}

/** Sorted by what they are, then by id: listed otherwise, or numbered otherwise, they come in the same order. */
function inOrder<T extends { id: string }>(list: readonly T[], what: (item: T) => object): T[] {
	const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
	return list
		.map((item) => ({ item, key: JSON.stringify(what(item)) }))
		.sort((a, b) => compare(a.key, b.key) || compare(a.item.id, b.item.id))
		.map(({ item }) => item);
}

const presence = (
	{ halfDays: all }: TeamFormingProblem,
	list: readonly { halfDays: string[] }[]
): Int32Array =>
	Int32Array.from(list, ({ halfDays }) =>
		all.reduce((bits, half, i) => (halfDays.includes(half) ? bits | (1 << i) : bits), 0)
	);

/** Two homes are one place when both its name and its distance are the same. */
function homes(people: readonly Rider[]): Pick<Cast, 'home' | 'way'> {
	const keys = people.map(({ home }) => home && JSON.stringify([home.place, home.minutes]));
	return {
		home: Int32Array.from(keys, (key) => (key === null ? -1 : keys.indexOf(key))),
		way: Int32Array.from(people, ({ home }) => home?.minutes ?? 0)
	};
}

/** Those too small for one team of this size are not among them. */
const unshared = (hosts: readonly Host[], size: number): number =>
	hosts.filter(({ teamsAtOnce, people }) => teamsAtOnce > 1 && size <= people && 2 * size > people).length;

/** Traits shared by each two people; what nobody told is shared with nobody. */
function alikeMatrix(people: readonly Rider[]): Uint8Array {
	const matrix = new Uint8Array(people.length ** 2);
	people.forEach((one, a) =>
		people.forEach((other, b) => {
			const shared = traits.filter((trait) => one[trait] !== null && one[trait] === other[trait]);
			if (a !== b) matrix[a * people.length + b] = shared.length;
		})
	);
	return matrix;
}

function wished(people: readonly Rider[], wish: 'apart' | 'together'): number[][] {
	const others = people.map(() => new Set<number>());
	const at = new Map(people.map(({ id }, i) => [id, i]));
	people.forEach((person, a) => {
		for (const id of person[wish]) {
			const b = at.get(id) ?? a;
			if (a === b) continue;
			others[a]!.add(b);
			others[b]!.add(a);
		}
	});
	return others.map((set) => [...set].sort((a, b) => a - b));
}

function kindsOf(people: readonly Rider[], trait: 'gender' | 'ageBand'): Int16Array {
	const shared = new Set(people.map((one) => one[trait]).filter((kind, i, all) => all.indexOf(kind) !== i));
	const numbers = [...shared].filter((kind) => kind !== null);
	return Int16Array.from(people, (one) => numbers.indexOf(one[trait]!));
}
