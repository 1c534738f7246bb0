import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	companyShareSentence,
	ruleSentence,
	teamShareSentence,
	weakestSentence
} from '$lib/solver/explain/sentences-breakdown';
import { breakdown, solutionOf } from '$lib/solver/explain/breakdown';
import { modelOf } from '$lib/solver/model';
import type { Visit } from '$lib/solver/plan';
import type { Problem } from '$lib/solver/problem';
import { compare, rules, scoreOf } from '$lib/solver/score';
import { solve } from '$lib/solver/solve';
import { highs } from '../highs';
import { knownProblems, problemOf, tinyProblem } from '../problems';

const names = {
	team: (id: string) => `l’équipe ${id}`,
	company: (id: string) => id,
	day: (index: number) => `jour ${index + 1}`
};

const plain = (text: string | null) => text?.replace(/[\u00a0\u202f]/g, ' ');

const someVisits = (problem: Problem, seed: readonly number[]): Visit[] => {
	const all = problem.teams.flatMap(({ id: team }) =>
		problem.companies.flatMap(({ id: company, starts, minutes }) =>
			starts.map(([day, start]) => ({ team, company, day, start, end: start + minutes }))
		)
	);
	return all.filter((_, i) => seed[i % seed.length]! === 0);
};

function isExact(problem: Problem, visits: readonly Visit[]): void {
	const model = modelOf(problem);
	const told = breakdown(problem, visits);
	expect(told.score).toEqual(scoreOf(model, solutionOf(model, visits)));
	const all = [...told.teams, ...told.companies, told.common];
	for (const level of [0, 1, 2] as const)
		expect(all.reduce((sum, { score }) => sum + score[level], 0)).toBe(told.score[level]);
	for (const { rule, cost } of told.rules) {
		const shares = all.flatMap((one) => one.rules.filter((share) => share.rule === rule));
		expect(shares.reduce((sum, share) => sum + share.cost, 0)).toBe(cost);
	}
	for (const [i, { score }] of told.teams.entries())
		if (i > 0) expect(compare(told.teams[i - 1]!.score, score)).toBeGreaterThanOrEqual(0);
	// Only what couples all the teams is nobody's in particular.
	const owned = problem.pins.every(({ team, company }) => team ?? company);
	expect(
		told.common.rules.filter(({ rule }) => rule !== 'spread' && (owned || rule !== 'pins-kept'))
	).toEqual([]);
}

test('the shares add up to the score, level by level and rule by rule, whatever the visits', () => {
	fc.assert(
		fc.property(
			tinyProblem,
			fc.array(fc.nat(2), { minLength: 1, maxLength: 30 }).filter((seed) => seed.includes(0)),
			(problem, seed) => isExact(problem, someVisits(problem, seed))
		),
		{ numRuns: 150 }
	);
});

test('and on a known problem, planned or empty', () => {
	const { problem } = knownProblems().find(({ name }) => name === 'periurbain-small-std-1')!;
	isExact(problem, solve(problem, { highs, cancelled: () => true }).visits);
	isExact(problem, []);
	expect(breakdown(problem, []).rules.map(({ rule }) => rule)).toEqual(rules.map(({ name }) => name));
});

const day = { start: 510, end: 1050, from: 0, to: 0 };
const problem = problemOf({
	format: 'equipage-problem/1',
	days: [day],
	travel: [
		[0, 10, 30],
		[10, 0, 20],
		[30, 20, 0]
	],
	companies: [
		{ id: 'Ferronnerie', place: 1, sector: 'industrie', minutes: 60, starts: [[0, 540]], visits: [1, 2] },
		{ id: 'Verger', place: 2, sector: 'agriculture', minutes: 60, starts: [[0, 660]], visits: [1, 2] }
	],
	teams: [
		{ id: 'A', size: 4 },
		{ id: 'B', size: 4 }
	],
	rules: { visits: [1, 2], sectors: 1, spread: 0 }
});
const visit = { team: 'A', company: 'Ferronnerie', day: 0, start: 540, end: 600 };

test('a team without a visit comes first, the spread is common, a company forgotten is its own', () => {
	const told = breakdown(problem, [visit]);
	expect(told.score).toEqual([3, 2, 280]);
	expect(told.teams.map(({ team, score }) => [team, score])).toEqual([
		['B', [3, 0, 160]],
		['A', [0, 0, 120]]
	]);
	expect(told.companies[0]).toEqual({
		company: 'Verger',
		score: [0, 1, 0],
		rules: [{ rule: 'company-count', level: 'promises', cost: 1 }],
		visits: 0
	});
	expect(told.common.rules).toEqual([{ rule: 'spread', level: 'promises', cost: 1 }]);
	expect(told.teams[1]).toMatchObject({ visits: 1, sectors: 1, travel: 20, wait: 0, longestDay: 80 });
});

test('says it in French', () => {
	const told = breakdown(problem, [visit]);
	expect(plain(weakestSentence(told, names))).toBe(
		'l’équipe B est la moins bien servie ; à revoir : le nombre de visites, la variété des secteurs et des visites chaque jour.'
	);
	expect(plain(teamShareSentence(told.teams[1]!, names))).toBe(
		'l’équipe A : 1 visite dans 1 secteur, 20 min de route et 0 min d’attente ; ce qui pèse le plus : des visites nombreuses et variées.'
	);
	expect(plain(companyShareSentence(told.companies[0]!, names))).toBe(
		'Verger : 0 visite ; à revoir : les visites attendues par les entreprises.'
	);
	const lines = told.rules.map((share) => plain(ruleSentence(share)));
	expect(lines).toContain('l’égalité entre les équipes : 1 promesse non tenue.');
	expect(lines).toContain('le nombre de visites : 1 manque au regard de la charte.');
	expect(lines).toContain('le partage de la route : rien à redire.');
	expect(lines).toContain('des visites nombreuses et variées : l’équivalent de 4 h de confort en moins.');
});
