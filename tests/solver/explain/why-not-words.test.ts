import { expect, test } from 'vitest';
import { answerSentences, factSentence, verdictSentence } from '$lib/solver/explain/sentences-why-not';
import { whyNot, type Answer, type Wish } from '$lib/solver/explain/why-not';
import type { Plan } from '$lib/solver/plan';
import type { Problem, ProblemInput } from '$lib/solver/problem';
import { solve } from '$lib/solver/solve';
import { highs } from '../highs';
import { problemOf } from '../problems';

const names = {
	team: (id: string) => `l’équipe ${id}`,
	company: (id: string) => id,
	day: (index: number) => ['mardi', 'mercredi'][index]!
};
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const cancelled = () => true;

const offered: [number, number][] = [540, 630, 720, 840].map((start) => [0, start]);
const aProblem = (change: Partial<ProblemInput> = {}): Problem =>
	problemOf({
		format: 'equipage-problem/1',
		days: [
			{ start: 510, end: 1020, from: 0, to: 0, maxVisits: 2, lunch: { from: 705, to: 840, minutes: 60 } },
			{ start: 510, end: 1020, from: 0, to: 0 }
		],
		travel: [
			[0, 20, 20, 100],
			[20, 0, 20, 100],
			[20, 20, 0, 100],
			[100, 100, 100, 0]
		],
		buffer: 5,
		companies: [
			{ id: 'Verger', place: 1, sector: 'agriculture', minutes: 60, starts: offered, people: 5 },
			{ id: 'Garage', place: 2, sector: 'commerce', minutes: 60, starts: offered, excludes: ['C'] },
			{ id: 'Scierie', place: 3, sector: 'industrie', minutes: 60, starts: [[0, 540]], visits: [0, 1] }
		],
		teams: [
			{ id: 'A', size: 3 },
			{ id: 'B', size: 3, hours: [[510, 1020], null] },
			{ id: 'C', size: 6 }
		],
		rules: { visits: [1, 2], sectors: 1, visitsPerDay: 0 },
		...change
	});
const planOf = (...visits: [team: string, company: string, start: number][]): Plan => ({
	format: 'equipage-plan/1',
	status: 'feasible',
	levels: [],
	visits: visits.map(([team, company, start]) => ({ team, company, day: 0, start, end: start + 60 })),
	findings: [],
	conflict: null,
	seconds: 0,
	firstPlanSeconds: 0
});
const reasons = (plan: Plan, wish: Wish, change: Partial<ProblemInput> = {}): string[] =>
	whyNot(aProblem(change), plan, wish, { highs, cancelled }).facts.map((fact) =>
		plain(factSentence(fact, wish, names))
	);

test('tells every reason, in order', () => {
	const plan = planOf(['A', 'Verger', 540], ['A', 'Garage', 630], ['B', 'Garage', 540]);
	expect(reasons(plan, { team: 'C', company: 'Garage', day: 0, start: 540 })).toEqual([
		'Garage ne peut pas recevoir l’équipe C (accès, âge, pièce d’identité ou employeur).',
		'mardi 9 h, Garage reçoit déjà l’équipe B.'
	]);
	expect(reasons(plan, { team: 'C', company: 'Verger', day: 0, start: 840 })).toEqual([
		'l’équipe C compte 6 personnes et Verger en reçoit 5 au plus.'
	]);
	expect(reasons(plan, { team: 'B', company: 'Verger', day: 1, start: 600 })).toEqual([
		'Verger ne reçoit pas le mercredi à 10 h ; au plus près : mardi 10 h 30, mardi 9 h et mardi 12 h.',
		'l’équipe B n’est pas là le mercredi.'
	]);
	expect(reasons(plan, { team: 'A', company: 'Scierie', start: 540 })).toEqual([
		'l’équipe A devrait partir 1 h 15 avant le début de sa journée.',
		'l’équipe A est alors en visite chez Verger.',
		'l’équipe A manque de temps avant la visite chez Garage : 1 h 15 de trop peu.',
		'l’équipe A fait déjà 2 visites le mardi, le plus possible.',
		'l’équipe A fait déjà 2 visites, le plus possible.'
	]);
	expect(reasons(planOf(['A', 'Verger', 540]), { team: 'A', company: 'Garage', start: 720 })).toEqual([
		'l’équipe A n’aurait plus le temps de déjeuner le mardi.'
	]);
});

test('tells the team that is in the way, the seats left, the visits used up', () => {
	const plan = planOf(['A', 'Verger', 540], ['B', 'Scierie', 540]);
	const change = { companies: aProblem().companies.map((company) => ({ ...company, teamsAtOnce: 2 })) };
	expect(reasons(plan, { team: 'B', company: 'Verger', start: 540 }, change)).toEqual([
		'mardi 9 h, Verger reçoit déjà l’équipe A : il y reste 2 places.',
		'l’équipe B est alors en visite chez Scierie.'
	]);
	expect(reasons(plan, { team: 'A', company: 'Scierie' }, change)).toContain(
		'Scierie a déjà toutes ses visites : l’équipe B.'
	);
	expect(reasons(plan, { team: 'A', company: 'Verger', start: 630 })).toEqual([
		'l’équipe A visite déjà Verger mardi 9 h.'
	]);
	expect(reasons(planOf(), { team: 'A', company: 'Verger', start: 630 })).toEqual([]);
});

test('an hour left open is answered by the start that comes closest', () => {
	const plan = planOf(['A', 'Verger', 540], ['B', 'Garage', 540]);
	const answer = whyNot(aProblem(), plan, { team: 'A', company: 'Garage' }, { highs, cancelled });
	expect(answer.at).toEqual({ day: 0, start: 630 });
	expect(answer.facts).toEqual([]);
});

test('never tells as proven what was only not found', () => {
	const problem = aProblem();
	const plan = solve(problem, { highs });
	const ask = (wish: Wish, seconds = 20) => whyNot(problem, plan, wish, { highs, seconds });
	const lines = (answer: Answer) => answerSentences(answer, names).map(plain);
	const [visit] = plan.visits;
	expect(lines(ask(visit!))).toEqual(['C’est déjà dans le plan.']);
	expect(lines(ask({ team: 'B', company: 'Scierie' })).at(-1)).toBe('Aucun plan ne peut tenir cette visite.');

	const none: Answer = {
		wish: { team: 'A', company: 'Verger' },
		at: null,
		facts: [],
		verdict: { kind: 'not-found' }
	};
	const said = (verdict: Answer['verdict']) => plain(verdictSentence({ ...none, verdict }));
	const changes = { teams: [], changes: [], warned: { teams: [], companies: [] } };
	expect(said(none.verdict)).toBe('Pas trouvé dans le temps donné : rien ne prouve que c’est impossible.');
	expect(said({ kind: 'impossible', proof: 'bound' })).toBe(
		'C’est prouvé : tout plan avec cette visite manque davantage à la charte ou à une promesse.'
	);
	expect(said({ kind: 'costs', level: 'comfort', by: 20, atLeast: 20, changes, plan })).toBe(
		'C’est possible, mais cela coûte l’équivalent de 20 min de confort en moins ; 0 visite change. C’est prouvé : aucun plan avec cette visite ne coûte moins.'
	);
	expect(said({ kind: 'costs', level: 'promises', by: 2, atLeast: 0, changes, plan })).toBe(
		'C’est possible, mais cela coûte 2 promesses non tenues de plus ; 0 visite change. Un plan moins cher existe peut-être : la recherche n’a pas eu le temps de le dire.'
	);
	expect(said({ kind: 'as-good', better: false, changes, plan })).toBe(
		'C’est possible, et le plan est aussi bon : 0 visite change.'
	);
});

test('refuses a wish about nobody', () => {
	expect(() => whyNot(aProblem(), planOf(), { team: 'Z', company: 'Verger' }, { highs })).toThrow('unknown');
});
