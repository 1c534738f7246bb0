import type { Crew } from './crews';
import type { Rider, TeamFormingProblem } from './problem';

/** Lower is better, compared from left to right. */
export type MixScore = readonly [broken: number, alone: number, alike: number, tight: number];

/** `teams[i]` holds indices of participants riding with `crews[i]`. */
export type Assignment = number[][];

/** Traits in which a team should be mixed; the first two are those in which nobody should be alone. */
const traits = [
	'gender',
	'ageBand',
	'formerSector',
	'prescriber'
] as const satisfies readonly (keyof Rider)[];

/**
 * Scores who rides with whom, by the aims of §4 in their order: what must hold (sizes, seats, needs, apart and
 * together), nobody alone of a kind, mixed teams starting with the least mixed, spare seats spread.
 */
export function mixScore(
	problem: TeamFormingProblem,
	crews: readonly Crew[],
	assignment: Assignment
): MixScore {
	const { participants, size } = problem;
	let broken = 0;
	let alone = 0;
	let worstAlike = 0;
	let alike = 0;
	let tight = 0;
	assignment.forEach((members, team) => {
		const riders = members.map((at) => participants[at]!);
		const crew = crews[team]!;
		broken += 10 * Math.max(0, size.min - riders.length, riders.length - size.max);
		broken += 10 * Math.max(0, riders.length - crew.places);
		broken +=
			10 *
			Math.max(0, riders.filter(({ needs }) => needs.includes('wheelchair')).length - crew.wheelchairPlaces);
		broken += wishesBroken(riders);
		alone += aloneIn(riders, 'gender');
		const same = pairsAlike(riders);
		alike += same;
		worstAlike = Math.max(worstAlike, same);
		// A team of the least size, or a full car, cannot lose or take anybody.
		tight += (riders.length <= size.min ? 2 : 0) + (riders.length >= crew.places ? 1 : 0);
		tight += riders.length * riders.length * 0.1;
	});
	return [broken, alone, worstAlike * 3 + alike, tight];
}

export const compareMix = (a: MixScore, b: MixScore): number =>
	a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];

function wishesBroken(riders: readonly Rider[]): number {
	let broken = 0;
	const here = new Set(riders.map(({ id }) => id));
	for (const { apart, together } of riders) {
		broken += apart.filter((id) => here.has(id)).length + together.filter((id) => !here.has(id)).length;
	}
	return broken;
}

/** People who are the only one of their kind in the team. A kind nobody told does not count. */
function aloneIn(riders: readonly Rider[], trait: 'gender'): number {
	const counts = new Map<string, number>();
	for (const rider of riders) {
		const kind = rider[trait];
		if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	}
	return counts.size < 2 ? 0 : [...counts.values()].filter((count) => count === 1).length;
}

/** Pairs of people who share a trait, by pair there is: 0 when all differ in everything. */
function pairsAlike(riders: readonly Rider[]): number {
	let alike = 0;
	for (let a = 0; a < riders.length; a++) {
		for (let b = a + 1; b < riders.length; b++) {
			for (const trait of traits)
				if (riders[a]![trait] !== null && riders[a]![trait] === riders[b]![trait]) alike++;
		}
	}
	const pairs = (riders.length * (riders.length - 1)) / 2;
	return pairs === 0 ? 0 : (alike * 10) / pairs;
}
