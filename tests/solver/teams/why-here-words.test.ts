import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shiftWords, whyHereSentences } from '$lib/solver/explain/sentences-teams';
import { formTeams } from '$lib/solver/teams/form-teams';
import { levels } from '$lib/solver/teams/problem';
import { whyHere } from '$lib/solver/teams/why-here';
import { aProblem, smallProblem } from './problems';

const names = {
	team: (at: number) => `l’équipe ${'ABCDEFGH'[at]}`,
	person: (id: string) => `Prénom ${id}`,
	halfDay: () => 'mardi matin'
};

test('every answer is whole sentences in French, for every person and team', () => {
	fc.assert(
		fc.property(smallProblem, fc.nat(), (problem, pick) => {
			const forming = formTeams(problem, { seed: 1 });
			const why = whyHere(problem, forming, problem.participants[pick % problem.participants.length]!.id)!;
			const { holds, elsewhere, best } = whyHereSentences(why, false, names);
			expect(elsewhere).toHaveLength(forming.teams.length - 1);
			for (const sentence of [...holds, ...elsewhere, ...best]) {
				expect(sentence).toMatch(/^\p{Lu}|^\d/u);
				expect(sentence).toMatch(/\.$/);
				expect(sentence).not.toMatch(/undefined|NaN|null|\[object/);
			}
		}),
		{ numRuns: 30 }
	);
}, 60_000);

test('what decides comes first, and a rule that would break is told by its own sentence', () => {
	const problem = aProblem(10, [{ seats: 6, wheelchairPlaces: 1 }, { seats: 7 }], (at) =>
		at === 0 ? { needs: ['wheelchair'] } : {}
	);
	const forming = formTeams(problem, { seed: 1 });
	const { elsewhere, best } = whyHereSentences(whyHere(problem, forming, 'p00')!, true, names);
	expect(elsewhere[0]).toMatch(/moins bien\. Ce qui décide : ce qui doit tenir le serait moins/);
	expect(elsewhere[0]).toMatch(/a besoin de 1\splace adaptée et son véhicule en a 0\./);
	expect(best.at(-1)).toBe('Rien ne fait mieux, et c’est prouvé : ni un déplacement, ni un échange, ni d’autres équipes.'); // prettier-ignore
});

test('each level has words for more and for less', () => {
	for (const level of levels) {
		const said = (by: number) => shiftWords({ level, by });
		expect(said(1)).not.toBe(said(-1));
		expect(said(2)).toMatch(/^[^{}]+$/);
	}
});
