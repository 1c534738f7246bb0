import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applied, difference } from '$lib/solver/explain/difference';
import {
	changeSentence,
	companySentences,
	differenceSentence
} from '$lib/solver/explain/sentences-difference';
import type { Visit } from '$lib/solver/plan';
import { solve } from '$lib/solver/solve';
import { highs } from '../highs';
import { knownProblems, tinyProblem } from '../problems';

const days = ['mardi', 'mercredi'];
const names = {
	team: (id: string) => `l’équipe ${id}`,
	company: (id: string) => id,
	day: (index: number) => days[index]!
};

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

const aVisit = fc
	.record({
		team: fc.constantFrom('A', 'B', 'C'),
		company: fc.constantFrom('Ferronnerie', 'Verger', 'Garage', 'Crèche'),
		day: fc.nat(1),
		start: fc.constantFrom(540, 600, 660, 780),
		minutes: fc.constantFrom(45, 60)
	})
	.map(({ minutes, ...visit }): Visit => ({ ...visit, end: visit.start + minutes }));
const somePlan = fc.array(aVisit, { maxLength: 12 });
const sorted = (visits: readonly Visit[]) =>
	visits.map(({ team, company, day, start, end }) => `${team} ${company} ${day} ${start} ${end}`).sort();

test('applying the difference gives the plan after, and what is kept is in both', () => {
	fc.assert(
		fc.property(somePlan, somePlan, (before, after) => {
			const told = difference(before, after);
			expect(sorted(applied(before, told.changes))).toEqual(sorted(after));
			const kept = told.teams.flatMap((team) => team.kept);
			const gone = told.changes.flatMap((change) => change.before ?? []);
			const come = told.changes.flatMap((change) => change.after ?? []);
			expect(sorted([...kept, ...gone])).toEqual(sorted(before));
			expect(sorted([...kept, ...come])).toEqual(sorted(after));
		})
	);
});

test('whoever is not warned has the same plan', () => {
	fc.assert(
		fc.property(somePlan, somePlan, (before, after) => {
			const { warned } = difference(before, after);
			const same = (keep: (visit: Visit) => boolean) =>
				expect(sorted(before.filter(keep))).toEqual(sorted(after.filter(keep)));
			same(({ team }) => !warned.teams.includes(team));
			same(({ company }) => !warned.companies.includes(company));
		})
	);
});

test('a plan does not differ from itself, in whatever order', () => {
	fc.assert(
		fc.property(somePlan, (plan) => {
			const told = difference(plan, [...plan].reverse());
			expect(told.changes).toEqual([]);
			expect(told.warned).toEqual({ teams: [], companies: [] });
			expect(differenceSentence(told, names)).toBe('Rien ne change.');
		})
	);
});

const cancelled = () => true;

test('between plans of the solver too', () => {
	fc.assert(
		fc.property(tinyProblem, (problem) => {
			const before = solve(problem, { highs, cancelled }).visits;
			const after = solve({ ...problem, pins: [] }, { highs, seed: 2, cancelled }).visits;
			expect(sorted(applied(before, difference(before, after).changes))).toEqual(sorted(after));
		}),
		{ numRuns: 30 }
	);
	const { problem } = knownProblems().find(({ name }) => name === 'periurbain-small-std-1')!;
	const before = solve(problem, { highs, cancelled }).visits;
	const after = solve(problem, { highs, seed: 2, cancelled }).visits;
	expect(sorted(applied(before, difference(before, after).changes))).toEqual(sorted(after));
});

const visit = (company: string, day: number, start: number, end = start + 60): Visit => ({
	team: 'B',
	company,
	day,
	start,
	end
});

test('tells a visit moved, replaced, added, removed or longer', () => {
	const told = difference(
		[visit('Verger', 0, 600), visit('Garage', 0, 840), visit('Crèche', 1, 540), visit('Mairie', 0, 960)],
		[
			visit('Verger', 0, 660),
			visit('Ferronnerie', 0, 855),
			visit('Scierie', 1, 780),
			visit('Mairie', 0, 960, 1035)
		]
	);
	expect(told.changes.map(({ kind }) => kind)).toEqual(['moved', 'replaced', 'moved', 'replaced']);
	expect(told.changes.map((change) => plain(changeSentence(change, names)))).toEqual([
		'l’équipe B : la visite chez Verger passe de mardi 10 h à mardi 11 h.',
		'l’équipe B : mardi 14 h 15 (au lieu de 14 h), Ferronnerie remplace Garage.',
		'l’équipe B : la visite chez Mairie, mardi 16 h, finit à 17 h 15 au lieu de 17 h.',
		'l’équipe B : mercredi 13 h (au lieu de 9 h), Scierie remplace Crèche.'
	]);
	expect(companySentences(told, 'Verger', names).map(plain)).toEqual([
		'l’équipe B vient mardi 11 h au lieu de mardi 10 h.'
	]);
	expect(companySentences(told, 'Garage', names).map(plain)).toEqual([
		'l’équipe B ne vient plus mardi 14 h.'
	]);
	expect(companySentences(told, 'Scierie', names).map(plain)).toEqual(['l’équipe B vient mercredi 13 h.']);
	expect(companySentences(told, 'Autre', names).map(plain)).toEqual([]);
});

test('counts what changes and names who must be told', () => {
	const told = difference(
		[visit('Verger', 0, 600), visit('Garage', 0, 840)],
		[visit('Garage', 0, 840), visit('Crèche', 1, 540)]
	);
	expect(told.changes.map((change) => plain(changeSentence(change, names)))).toEqual([
		'l’équipe B : plus de visite chez Verger, mardi 10 h.',
		'l’équipe B : une visite de plus, chez Crèche, mercredi 9 h.'
	]);
	expect(plain(differenceSentence(told, names))).toBe(
		'2 visites changent, 1 reste comme avant. À prévenir : l’équipe B, Verger et Crèche.'
	);
});

test('refuses to apply to another plan', () => {
	const { changes } = difference([visit('Verger', 0, 600)], []);
	expect(() => applied([], changes)).toThrow('not in the plan');
});
