import type { Cast } from '../cast';
import { criteria } from '../criteria';
import type { Level } from '../problem';

/** People taken or left as one: a lock's, those who must ride together, or one alone. */
export interface Unit {
	/** The people of each copy; copies are the same to all that the view looks at. */
	copies: number[][];
	/** People in one copy. */
	size: number;
}

/** The people, those who are alike for some of the levels counted together. */
export interface View {
	levels: ReadonlySet<Level>;
	units: Unit[];
	/** Wishes are kept by construction: those to be together as one unit, those to be apart never in one team. */
	wishesHold: boolean;
}

const cars: Level[] = ['rules', 'teams', 'visits', 'hosts', 'hours', 'grouped', 'spare'];
/**
 * The views, each seeing more than the one before: what cars and hosts look at, then also what nobody should be alone
 * of, then everything. A view that leaves levels out is a relaxation: its bounds hold for the whole.
 */
export const sights: readonly ReadonlySet<Level>[] = [
	new Set(cars),
	new Set<Level>([...cars, 'alone']),
	new Set<Level>([...cars, 'alone', 'weakest', 'mix', 'ways'])
];

export function viewOf(cast: Cast, sight: number, wishesHold: boolean): View {
	const levels = sights[sight]!;
	const looks = criteria.filter(({ level, looksAt }) => looksAt && levels.has(level));
	const keyOf = (person: number) =>
		[
			cast.inChair[person],
			cast.there.people[person],
			cast.refused.people[person],
			...looks.map(({ looksAt }) => looksAt!(cast, person))
		].join('\t');
	const units = new Map<string, Unit>();
	for (const people of inseparable(cast, wishesHold)) {
		const single = people.length === 1 && cast.lockOf[people[0]!]! < 0;
		const tied = wishesHold && people.some((person) => cast.apart[person]!.length > 0);
		const key = single && !tied ? keyOf(people[0]!) : `as one ${people[0]}`;
		if (!units.has(key)) units.set(key, { copies: [], size: people.length });
		units.get(key)!.copies.push(people);
	}
	return { levels, units: [...units.values()], wishesHold };
}

/** People who cannot be separated: those of a lock and, when wishes hold, those who wish to be together. */
function inseparable(cast: Cast, wishesHold: boolean): number[][] {
	const leader = cast.people.map((_, person) => person);
	const find = (person: number): number => (leader[person] === person ? person : find(leader[person]!));
	const tie = (a: number, b: number) => (leader[Math.max(find(a), find(b))] = Math.min(find(a), find(b)));
	for (const { people } of cast.locks) for (const person of people) tie(people[0]!, person);
	if (wishesHold) cast.together.forEach((others, person) => others.forEach((other) => tie(person, other)));
	const groups = new Map<number, number[]>();
	cast.people.forEach((_, person) => {
		const first = find(person);
		if (!groups.has(first)) groups.set(first, []);
		groups.get(first)!.push(person);
	});
	return [...groups.values()];
}
