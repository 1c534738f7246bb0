import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '$lib/solver/plan';
import type { Problem } from '$lib/solver/problem';
import { compare, type Score } from '$lib/solver/score';
import { solve } from '$lib/solver/solve';
import { verify } from '$lib/solver/verify';
import { bestByBruteForce } from './brute-force';
import { knownProblems, tinyProblem } from './problems';

const quick = (problem: Problem, seed = 1, iterations = 60): Plan => solve(problem, { seed, iterations });
const scoreOf = ({ levels }: Plan): Score => levels.map(({ value }) => value) as unknown as Score;

test('on tiny problems the plan is never better than the best there is, and nearly always as good', () => {
	let equal = 0;
	let all = 0;
	fc.assert(
		fc.property(tinyProblem, (problem) => {
			const best = bestByBruteForce(problem);
			const plan = quick(problem);
			expect(verify(problem, plan)).toEqual([]);
			const order = compare(scoreOf(plan), best);
			expect(order).toBeGreaterThanOrEqual(0);
			for (const [i, { bound }] of plan.levels.entries()) {
				// A level's bound holds when the levels before it are at their best.
				if (plan.levels.slice(0, i).every((level, j) => level.value === best[j]))
					expect(bound).toBeLessThanOrEqual(best[i]!);
			}
			if (plan.status === 'optimal') expect(order).toBe(0);
			all++;
			if (order === 0) equal++;
		}),
		{ numRuns: 150, seed: 7 }
	);
	expect(equal / all).toBeGreaterThan(0.9);
}, 120_000);

test('the checker rejects each plan with one visit spoilt', () => {
	fc.assert(
		fc.property(tinyProblem, fc.nat(), fc.nat(5), (problem, pick, way) => {
			const plan = quick(problem, 1, 10);
			if (plan.visits.length === 0) return;
			const at = pick % plan.visits.length;
			const visit = plan.visits[at]!;
			const spoilt = [
				{ ...visit, start: visit.start + 1, end: visit.end + 1 },
				{ ...visit, end: visit.end - 5 },
				{ ...visit, company: 'E99' },
				{ ...visit, team: 'nobody' },
				{ ...visit, day: 9 },
				null
			][way]!;
			const visits = plan.visits.flatMap((other, i) => (i === at ? (spoilt ? [spoilt] : []) : [other]));
			expect(verify(problem, { ...plan, visits })).not.toEqual([]);
			expect(verify(problem, { ...plan, visits: [...plan.visits, visit] })).not.toEqual([]);
			expect(
				verify(problem, {
					...plan,
					levels: plan.levels.map((level) => ({ ...level, value: level.value + 1 }))
				})
			).not.toEqual([]);
		}),
		{ numRuns: 200 }
	);
});

test('same seed, same plan', () => {
	fc.assert(
		fc.property(tinyProblem, fc.nat(50), (problem, seed) => {
			expect(quick(problem, seed, 20)).toEqual(quick(problem, seed, 20));
		}),
		{ numRuns: 30 }
	);
});

test('every shortfall has its finding, and every input ends planned or explained', () => {
	fc.assert(
		fc.property(tinyProblem, (problem) => {
			const plan = quick(problem, 1, 20);
			const [charter, promises] = scoreOf(plan);
			expect(plan.findings.length > 0).toBe(charter + promises > 0);
			for (const { id } of problem.teams) {
				const visits = plan.visits.filter(({ team }) => team === id).length;
				const short = plan.findings.find((finding) => finding.kind === 'visits-short' && finding.team === id);
				expect(short !== undefined).toBe(visits < problem.rules.visits[0]);
			}
		}),
		{ numRuns: 100 }
	);
});

test('cancelled at once, it still gives a plan that can be driven', () => {
	const { problem } = knownProblems()[0]!;
	const plan = solve(problem, { cancelled: () => true });
	expect(plan.visits.length).toBeGreaterThan(0);
	expect(verify(problem, plan)).toEqual([]);
});

test.each(knownProblems())(
	'$name: complete, accepted, close to the best known and never under it',
	({ problem, best }) => {
		const told: Plan[] = [];
		const plan = solve(problem, {
			iterations: 120 * problem.teams.length,
			onProgress: ({ plan: soFar }) => told.push(soFar)
		});
		expect(verify(problem, plan)).toEqual([]);
		expect(scoreOf(plan).slice(0, 2)).toEqual([0, 0]);
		const [, , comfort] = scoreOf(plan);
		expect(comfort).toBeGreaterThanOrEqual(best);
		expect(comfort).toBeLessThanOrEqual(best * 1.2);
		expect(plan.levels[2]!.bound).toBeLessThanOrEqual(best);
		for (let i = 1; i < told.length; i++)
			expect(compare(scoreOf(told[i]!), scoreOf(told[i - 1]!))).toBeLessThanOrEqual(0);
	}
);
