import { traits, type Cast } from '../cast';
import type { Criterion } from './criterion';

/** The least mixed team: its likeness, in hundredths. */
export const weakest: Criterion = {
	level: 'weakest',
	worst: true,
	people: (cast, members) => likeness(pairsAlike(cast, members), members.length),
	looksAt
};

/** Traits shared by two people of a team, over all pairs and all teams. */
export const mix: Criterion = {
	level: 'mix',
	people: (cast, members) => pairsAlike(cast, members),
	looksAt
};

/** Pairs of people who share a trait, each trait counted. */
export function pairsAlike({ alike, people }: Cast, members: readonly number[]): number {
	let pairs = 0;
	for (let i = 1; i < members.length; i++) {
		const row = members[i]! * people.length;
		for (let j = 0; j < i; j++) pairs += alike[row + members[j]!]!;
	}
	return pairs;
}

/** Hundredths, rounded up: 0 when all differ in everything, 100 when all are alike in everything. */
export const likeness = (alike: number, size: number): number =>
	size < 2 ? 0 : Math.ceil((200 * alike) / (traits.length * size * (size - 1)));

/** The most shared traits that keep a team within a likeness. */
export const mostAlike = (hundredths: number, size: number): number =>
	Math.floor((hundredths * traits.length * size * (size - 1)) / 200);

function looksAt({ people }: Cast, person: number): string {
	return traits.map((trait) => people[person]![trait] ?? '\0').join('\n');
}
