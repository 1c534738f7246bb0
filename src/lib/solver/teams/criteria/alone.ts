import type { Cast } from '../cast';
import type { Criterion } from './criterion';

/** Nobody is the only one of a gender in a team. */
export const aloneOfGender: Criterion = aloneOf('gender');
/** Nobody is the only one of an age band in a team. */
export const aloneOfAge: Criterion = aloneOf('ageBand');

function aloneOf(trait: 'gender' | 'ageBand'): Criterion {
	return {
		level: 'alone',
		people: ({ kinds }, members) => {
			let alone = 0;
			for (const person of members) if (isAlone(kinds[trait], members, person)) alone++;
			return alone;
		},
		looksAt: ({ kinds }, person) => String(kinds[trait][person])
	};
}

/** What nobody told is no kind; whoever is the only one of a kind in the whole rally cannot help being alone. */
export function isAlone(kinds: Cast['kinds']['gender'], members: readonly number[], person: number): boolean {
	const kind = kinds[person]!;
	if (kind < 0 || members.length < 2) return false;
	for (const other of members) if (other !== person && kinds[other] === kind) return false;
	return true;
}
