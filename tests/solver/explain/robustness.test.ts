import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solutionOf } from '$lib/solver/explain/breakdown';
import { robustness, spotsOf } from '$lib/solver/explain/robustness';
import { robustnessSentences, slackSentence } from '$lib/solver/explain/sentences-robustness';
import { feasibleDay } from '$lib/solver/feasible-day';
import { modelOf, type Model } from '$lib/solver/model';
import type { Visit } from '$lib/solver/plan';
import type { Problem } from '$lib/solver/problem';
import { solve } from '$lib/solver/solve';
import { highs } from '../highs';
import { knownProblems, problemOf, restless, tinyProblem } from '../problems';

const names = {
	team: (id: string) => `l’équipe ${id}`,
	company: (id: string) => id,
	day: (index: number) => ['mardi', 'mercredi'][index]!
};
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

/** The first plan found: it holds, and takes no proof. */
const atOnce = (problem: Problem): Visit[] => solve(problem, { highs, cancelled: () => true }).visits;

/** The same day with minutes lost at one place: a longer visit, or doors that open later in the morning. */
function delayed(model: Model, team: number, day: number, from: string | null, minutes: number): Model {
	return {
		...model,
		companies: model.companies.map((company) =>
			company.id === from ? { ...company, minutes: company.minutes + minutes } : company
		),
		hours: model.hours.map((hours, i) =>
			hours.map((of, j) => (of && i === team && j === day && from === null ? [of[0] + minutes, of[1]] : of))
		)
	};
}

/** Exactly the slack told can be lost at each place, and not a minute more. */
function isExact(problem: Problem, visits: readonly Visit[]): void {
	const model = modelOf(problem);
	solutionOf(model, visits).forEach((stops, team) =>
		model.days.forEach((_, day) => {
			const today = stops.filter((stop) => stop.day === day);
			const spots = spotsOf(model, team, day, today);
			expect(spots).toHaveLength(today.length === 0 ? 0 : today.length + 1);
			for (const { from, slack } of spots) {
				const holds = (minutes: number) =>
					feasibleDay(delayed(model, team, day, from, minutes), team, day, today);
				expect(slack).toBeGreaterThanOrEqual(0);
				expect(holds(slack)).toBe(true);
				expect(holds(slack + 1)).toBe(false);
			}
		})
	);
}

test('the slack is what a team can lose at each place, to the minute', () => {
	fc.assert(
		fc.property(tinyProblem.map(restless), (problem) => isExact(problem, atOnce(problem))),
		{ numRuns: 100 }
	);
	for (const { problem } of knownProblems().filter(({ name }) => name.includes('typical-std')))
		isExact(problem, atOnce(problem));
});

test('a team survives a delay when no place has less slack, weakest first', () => {
	fc.assert(
		fc.property(tinyProblem, fc.nat(60), (problem, minutes) => {
			const told = robustness(problem, atOnce(problem), { minutes });
			for (const { weakest, survivesDelay, fragile } of told.teams) {
				expect(survivesDelay).toBe(weakest === null || weakest.slack >= minutes);
				expect(fragile.every(({ slack }) => slack < minutes)).toBe(true);
			}
			const slacks = told.teams.map(({ weakest }) => weakest?.slack ?? Infinity);
			expect(slacks).toEqual([...slacks].sort((a, b) => (a === b ? 0 : a - b)));
			expect(told.surviveDelay).toBe(slacks.filter((slack) => slack >= minutes).length);
		}),
		{ numRuns: 100 }
	);
});

const problem = problemOf({
	format: 'equipage-problem/1',
	days: [{ start: 510, end: 1020, from: 0, to: 0, lunch: { from: 705, to: 840, minutes: 60 } }],
	travel: [
		[0, 20, 30, 20],
		[20, 0, 20, 20],
		[30, 20, 0, 20],
		[20, 20, 20, 0]
	],
	buffer: 5,
	companies: [
		{ id: 'Verger', place: 1, sector: 'agriculture', minutes: 60, starts: [[0, 570]] },
		{ id: 'Garage', place: 2, sector: 'commerce', minutes: 60, starts: [[0, 665]] },
		{ id: 'Scierie', place: 3, sector: 'industrie', minutes: 60, starts: [[0, 860]] }
	],
	teams: [
		{ id: 'A', size: 3 },
		{ id: 'B', size: 4 },
		{ id: 'C', size: 4 }
	]
});
const visit = (team: string, company: string, start: number): Visit => ({
	team,
	company,
	day: 0,
	start,
	end: start + 60
});
const visits = [
	visit('A', 'Verger', 570),
	visit('A', 'Garage', 665),
	visit('A', 'Scierie', 860),
	visit('B', 'Verger', 570)
];

test('finds the tightest place and what breaks there', () => {
	const { teams } = robustness(problem, visits, { minutes: 45 });
	expect(teams.map(({ team, weakest }) => [team, weakest?.slack])).toEqual([
		['A', 10],
		['B', 35],
		['C', undefined]
	]);
	expect(teams[0]!.fragile).toEqual([
		{ day: 0, from: null, to: 'Verger', slack: 35, breaks: 'late' },
		{ day: 0, from: 'Verger', to: 'Garage', slack: 10, breaks: 'late' }
	]);
	// The meal asks to be over by 14 h, before the door of the last visit would.
	expect(robustness(problem, visits, { minutes: 60 }).teams[0]!.fragile[2]).toEqual({
		day: 0,
		from: 'Garage',
		to: 'Scierie',
		slack: 50,
		breaks: 'lunch'
	});
});

test('says it in French', () => {
	const told = robustness(problem, visits);
	expect(told.teams.map((team) => plain(slackSentence(team, told.minutes, names)))).toEqual([
		'l’équipe A n’a que 10 min de marge le mardi entre Verger et Garage : avec 15 min de retard, Garage attendrait.',
		'l’équipe B absorbe 15 min de retard partout : sa plus petite marge est de 35 min, le mardi au départ.',
		'l’équipe C n’a pas de visite.'
	]);
	expect(robustnessSentences(told).map(plain)).toEqual([
		'2 équipes sur 3 absorbent 15 min de retard n’importe où.',
		'2 équipes sur 3 comptent encore 3 personnes avec 1 absence.'
	]);
	const broken = (slack: number, breaks: 'lunch' | 'home', to: string | null) =>
		plain(
			slackSentence({ ...told.teams[0]!, weakest: { day: 0, from: 'Verger', to, slack, breaks } }, 15, names)
		);
	expect(broken(0, 'lunch', 'Garage')).toBe(
		'l’équipe A n’a aucune marge le mardi entre Verger et Garage : avec 15 min de retard, le repas n’aurait plus sa place.'
	);
	expect(broken(5, 'home', null)).toBe(
		'l’équipe A n’a que 5 min de marge le mardi au retour, après Verger : avec 15 min de retard, le retour serait trop tard.'
	);
});

test('time to spare is bought with comfort: sought, gaps never lack more of it', () => {
	const lacks = knownProblems()
		.filter(({ name }) => name.includes('small'))
		.slice(0, 4)
		.map(({ problem }) =>
			[0, 3].map((tight) => {
				const plan = solve({ ...problem, comfort: { ...problem.comfort, tight } }, { highs });
				expect(plan.status).toBe('optimal');
				return spotsIn(problem, plan.visits).reduce((sum, slack) => sum + Math.max(0, 15 - slack), 0);
			})
		);
	for (const [hurried, unhurried] of lacks) expect(unhurried).toBeLessThanOrEqual(hurried!);
	expect(lacks.some(([hurried, unhurried]) => unhurried! < hurried!)).toBe(true);
});

/** Minutes to spare between two visits of a team, the meal counted as such. */
function spotsIn(problem: Problem, visits: Visit[]): number[] {
	const host = (id: string) => problem.companies.find((of) => of.id === id)!;
	return visits.flatMap((visit) => {
		const next = visits
			.filter(({ team, day, start }) => team === visit.team && day === visit.day && start > visit.start)
			.sort((a, b) => a.start - b.start)[0];
		if (!next) return [];
		const road = problem.travel[host(visit.company).place]![host(next.company).place]!;
		return [next.start - visit.end - road - problem.buffer];
	});
}
