import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FurtherStarts } from '$lib/solver/explain/further-starts';
import { withStarts } from '$lib/solver/explain/starts-to-ask';
import { worthAsking } from '$lib/solver/explain/worth-asking';
import type { Plan } from '$lib/solver/plan';
import type { Problem } from '$lib/solver/problem';
import { solve } from '$lib/solver/solve';
import { bestByBruteForce } from '../brute-force';
import { highs } from '../highs';
import { knownProblems, tinyProblem } from '../problems';

const known = (wanted: string) => knownProblems().find(({ name }) => name === wanted)!.problem;
const limits = { highs, left: () => 60, stop: () => false };
const values = ({ levels }: Plan) => levels.map(({ value }) => value);

test('each start told brings what is said of it at least, the best first, and none is offered already', () => {
	const problem = known('urbain-small-tight-1');
	const plan = solve(problem, { highs });
	const { starts, tried, promising, level } = worthAsking(problem, plan, { ...limits, most: 3 });
	expect(starts.length).toBeGreaterThan(0);
	expect(tried).toBeGreaterThanOrEqual(starts.length);
	expect(promising).toBeGreaterThanOrEqual(tried);
	expect(level).toBe('comfort');
	for (const { by, level: first, ...at } of starts) {
		const host = problem.companies.find(({ id }) => id === at.company)!;
		expect(host.starts).not.toContainEqual([at.day, at.start]);
		const then = solve(withStarts(problem, [at]), { highs });
		const index = plan.levels.findIndex(({ name }) => name === first);
		expect(values(plan)[index]! - values(then)[index]!).toBeGreaterThanOrEqual(by);
		expect(values(then).slice(0, index)).toEqual(values(plan).slice(0, index));
	}
	expect(starts.map(({ by }) => by)).toEqual(starts.map(({ by }) => by).sort((a, b) => b - a));
});

test('short of starts, the start asked for is one that the charter or a promise misses', () => {
	const full = known('urbain-small-tight-1');
	const [first] = full.companies;
	const problem: Problem = {
		...full,
		companies: full.companies.map((company) =>
			company.id === first!.id ? company : { ...company, starts: company.starts.slice(0, 1) }
		)
	};
	const plan = solve(problem, { highs, through: 'charter' });
	expect(plan.levels[0]!.value).toBeGreaterThan(0);
	const { starts } = worthAsking(problem, plan, { ...limits, most: 1 });
	expect(['charter', 'promises']).toContain(starts[0]!.level);
});

test('what the prices promise is an upper end: no start gains more, and those that promise nothing bring nothing', () => {
	let nothing = 0;
	let something = 0;
	fc.assert(
		fc.property(tinyProblem, (drawn) => {
			const problem = { ...drawn, pins: [], published: null };
			const plan = solve(problem, { highs });
			if (plan.levels.some(({ value, bound }) => value !== bound) || plan.levels.every(({ value }) => value === 0)) return; // prettier-ignore
			const further = new FurtherStarts(problem, plan, limits);
			const promising = further.promising();
			if (!further.complete) return;
			const at = ['charter', 'promises', 'comfort'].indexOf(further.level);
			const told = new Map(promising.map((one) => [JSON.stringify(one.at), one.bound]));
			const others = further.asked.filter(({ at: start }) => !told.has(JSON.stringify(start)));
			for (const start of [
				...promising.slice(0, 2).map((one) => one.at),
				...others.slice(0, 2).map((one) => one.at)
			]) {
				const then = bestByBruteForce(withStarts(problem, [start]));
				const before = values(plan).slice(0, at);
				if (then.slice(0, at).some((value, i) => value < before[i]!)) expect.unreachable('the levels before are at their best'); // prettier-ignore
				const bound = told.get(JSON.stringify(start));
				if (bound === undefined) nothing++;
				else something++;
				expect(then[at]).toBeGreaterThanOrEqual(bound ?? values(plan)[at]!);
			}
		}),
		{ numRuns: 60, seed: 5 }
	);
	expect(Math.min(nothing, something)).toBeGreaterThan(5);
}, 120_000);

test('a plan with nothing left to gain says so, and one asked without time says that it does not know', () => {
	const problem = known('urbain-small-std-1');
	const plan = solve(problem, { highs });
	const best: Plan = { ...plan, levels: plan.levels.map((level) => ({ ...level, value: 0, bound: 0 })) };
	expect(worthAsking(problem, best, limits)).toEqual({ starts: [], promising: 0, tried: 0, complete: true, level: null }); // prettier-ignore
	const late = worthAsking(problem, plan, { ...limits, left: () => 0, stop: () => true });
	expect(late).toMatchObject({ starts: [], tried: 0, complete: false, level: 'comfort' });
});
