import { expect, test } from 'vitest';
import { promising, worthAsking } from '$lib/solver/explain/worth-asking';
import type { Problem } from '$lib/solver/problem';
import { solve } from '$lib/solver/solve';
import { highs } from '../highs';
import { knownProblems } from '../problems';

const known = (wanted: string) => knownProblems().find(({ name }) => name === wanted)!.problem;
const limits = { highs, left: () => 60, stop: () => false };
const withStart = (problem: Problem, company: string, day: number, start: number): Problem => ({
	...problem,
	companies: problem.companies.map((one) =>
		one.id === company ? { ...one, starts: [...one.starts, [day, start]] } : one
	)
});

test('each start told brings what is said of it, the best first, and none is offered already', () => {
	const problem = known('urbain-small-tight-1');
	const plan = solve(problem, { highs });
	const found = worthAsking(problem, plan, { ...limits, most: 3 });
	expect(found.length).toBeGreaterThan(0);
	for (const { company, day, start, level, by } of found) {
		const host = problem.companies.find(({ id }) => id === company)!;
		expect(host.starts).not.toContainEqual([day, start]);
		const then = solve(withStart(problem, company, day, start), { highs });
		const at = plan.levels.findIndex(({ name }) => name === level);
		expect(plan.levels[at]!.value - then.levels[at]!.value).toBe(by);
		expect(then.levels.slice(0, at).map(({ value }) => value)).toEqual(
			plan.levels.slice(0, at).map(({ value }) => value)
		);
	}
	expect(found.map(({ by }) => by)).toEqual(found.map(({ by }) => by).sort((a, b) => b - a));
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
	const [best] = worthAsking(problem, plan, { ...limits, most: 1 });
	expect(['charter', 'promises']).toContain(best!.level);
});

test('what the prices promise is an upper end: no start gains more for one team than its reduced cost', () => {
	const full = known('urbain-small-std-1');
	// One visit more at the most: the start then serves one team.
	const problem: Problem = {
		...full,
		companies: full.companies.map((company) => ({ ...company, teamsAtOnce: 1 }))
	};
	const plan = solve(problem, { highs });
	if (plan.status !== 'optimal') return;
	const [, , comfort] = plan.levels;
	const price = new Map(
		promising(problem, plan, limits).map(({ at, reduced }) => [JSON.stringify(at), -reduced / 1000])
	);
	for (const [key, most] of [...price].slice(0, 4)) {
		const { company, day, start } = JSON.parse(key) as { company: string; day: number; start: number };
		const then = solve(withStart(problem, company, day, start), { highs });
		// The bound of the linear problem is at most one gap under the plan.
		expect(comfort!.value - then.levels[2]!.value).toBeLessThanOrEqual(Math.ceil(most) + 5);
	}
});
