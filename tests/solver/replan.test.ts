import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '$lib/solver/plan';
import type { Problem } from '$lib/solver/problem';
import { solve } from '$lib/solver/solve';
import { verify } from '$lib/solver/verify';
import { highs } from './highs';
import { knownProblems } from './problems';

const { problem } = knownProblems().find(({ name }) => name === 'vallee-typical-tight-1')!;
const before = solve(problem, { highs });

const announced = (plan: Plan, now: Problem['now'] = null): Problem => ({
	...problem,
	published: plan.visits,
	now
});
const changes = (plan: Plan) => plan.findings.filter(({ kind }) => kind === 'announced-visit-changed').length;

test('when nothing happens, nothing changes', () => {
	const again = solve(announced(before), { highs });
	expect(again.status).toBe('optimal');
	expect(changes(again)).toBe(0);
	expect(new Set(again.visits.map((visit) => JSON.stringify(visit)))).toEqual(
		new Set(before.visits.map((visit) => JSON.stringify(visit)))
	);
});

test('when nothing happens, nothing changes either in the middle of the rally', () => {
	for (const { day, start } of before.visits) {
		const again = solve(announced(before, [day, start]), { highs, through: 'promises' });
		expect([day, start, ...again.levels.slice(0, 2).map(({ value }) => value)]).toEqual([day, start, 0, 0]);
	}
}, 60_000);

test('a company drops out: the fewest visits change, and it is proven', () => {
	const gone = before.visits[0]!.company;
	const lost = before.visits.filter(({ company }) => company === gone).length;
	const without: Problem = {
		...announced(before),
		companies: problem.companies.map((company) =>
			company.id === gone ? { ...company, starts: [], visits: [0, 0] as [number, number] } : company
		)
	};
	const after = solve(without, { highs, through: 'promises' });
	expect(verify(without, after)).toEqual([]);
	expect(after.levels[0]!.value).toBe(after.levels[0]!.bound);
	expect(after.levels[1]!.value).toBe(after.levels[1]!.bound);
	expect(changes(after)).toBeGreaterThanOrEqual(lost);
	expect(changes(after)).toBeLessThan(before.visits.length / 2);
});

test('a company drops out and the charter cannot hold: the shortage is proven, then the fewest changes', () => {
	const tight = knownProblems().find(({ name }) => name === 'periurbain-typical-tight-1')!.problem;
	const { visits } = solve(tight, { highs });
	const without: Problem = {
		...tight,
		published: visits,
		companies: tight.companies.map((company) =>
			company.id === 'E2' ? { ...company, starts: [], visits: [0, 0] as [number, number] } : company
		)
	};
	const after = solve(without, { highs, through: 'promises' });
	expect(verify(without, after)).toEqual([]);
	const [charter, promises] = after.levels;
	expect(charter).toMatchObject({ value: 1, bound: 1 });
	expect(promises!.value).toBe(promises!.bound);
	expect(after.status).toBe('infeasible');
}, 30_000);

test('what has begun stays, whatever drops out, and nothing is added to the past', () => {
	fc.assert(
		fc.property(
			fc.nat(problem.companies.length - 1),
			fc.nat(problem.days.length - 1),
			fc.integer({ min: 510, max: 1000 }),
			(which, day, minute) => {
				const now: [number, number] = [day, minute];
				const gone = problem.companies[which]!.id;
				const begun = (visit: { day: number; start: number }) =>
					visit.day < day || (visit.day === day && visit.start <= minute);
				const past = before.visits.filter(begun);
				const event: Problem = {
					...announced(before, now),
					companies: problem.companies.map((company) =>
						company.id === gone
							? {
									...company,
									starts: company.starts.filter(([on, start]) => begun({ day: on, start })),
									visits: [0, company.visits[1]] as [number, number]
								}
							: company
					)
				};
				const after = solve(event, { highs, through: 'promises' });
				expect(verify(event, after)).toEqual([]);
				const kept = after.visits.filter(begun).map((visit) => JSON.stringify(visit));
				expect(kept.sort()).toEqual(past.map((visit) => JSON.stringify(visit)).sort());
				expect(after.visits.some((visit) => visit.company === gone && !begun(visit))).toBe(false);
				expect(after.levels[1]!.bound).toBeLessThanOrEqual(after.levels[1]!.value);
			}
		),
		{ numRuns: 12 }
	);
}, 120_000);
