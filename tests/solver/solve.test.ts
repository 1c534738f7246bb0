import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '$lib/solver/plan';
import type { Problem } from '$lib/solver/problem';
import { compare, type Score } from '$lib/solver/score';
import { solve } from '$lib/solver/solve';
import { verify } from '$lib/solver/verify';
import { bestByBruteForce } from './brute-force';
import { highs } from './highs';
import { knownProblems, tinyProblem } from './problems';

const planned = (problem: Problem, seed = 1): Plan => solve(problem, { highs, seed });
const scoreOf = ({ levels }: Plan): Score => levels.map(({ value }) => value) as unknown as Score;

test('on tiny problems the plan is the best there is, and says so', () => {
	fc.assert(
		fc.property(tinyProblem, (problem) => {
			const best = bestByBruteForce(problem);
			const plan = planned(problem);
			expect(verify(problem, plan)).toEqual([]);
			expect(scoreOf(plan)).toEqual(best);
			expect(plan.levels.map(({ bound }) => bound)).toEqual(best);
			const announced = (problem.published ?? []).length > 0;
			const held = best[0] === 0 && (best[1] === 0 || announced);
			expect(plan.status).toBe(held ? 'optimal' : 'infeasible');
		}),
		{ numRuns: Number(process.env.SOLVER_RUNS ?? 400), seed: 7 }
	);
}, 300_000);

test('the checker rejects each plan with one visit spoilt', () => {
	fc.assert(
		fc.property(tinyProblem, fc.nat(), fc.nat(5), (problem, pick, way) => {
			const plan = planned(problem);
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
			expect(planned(problem, seed)).toEqual(planned(problem, seed));
		}),
		{ numRuns: 30 }
	);
});

test('every shortfall has its finding, and every input ends planned or explained', () => {
	fc.assert(
		fc.property(tinyProblem, (problem) => {
			const plan = planned(problem);
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
	const plan = solve(problem, { highs, cancelled: () => true });
	expect(plan.visits.length).toBeGreaterThan(0);
	expect(verify(problem, plan)).toEqual([]);
});

test.each(knownProblems().filter(({ name }) => !name.includes('large-std')))(
	'$name: the best known, proven, and never worse from one plan told to the next',
	({ problem, best }) => {
		const told: Plan[] = [];
		const plan = solve(problem, { highs, onProgress: ({ plan: soFar }) => told.push(soFar) });
		expect(verify(problem, plan)).toEqual([]);
		expect(scoreOf(plan)).toEqual([0, 0, best]);
		expect(plan.status).toBe('optimal');
		for (const [i, { levels }] of told.entries()) {
			expect(levels.every(({ value, bound }) => bound <= value)).toBe(true);
			if (i > 0) expect(compare(scoreOf(told[i]!), scoreOf(told[i - 1]!))).toBeLessThanOrEqual(0);
		}
	},
	60_000
);
