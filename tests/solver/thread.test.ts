import { expect, test } from 'vitest';
import { betterOf } from '$lib/solver/better-of';
import { solve } from '$lib/solver/solve';
import { planInThread } from '$lib/solver/thread/client';
import { verify } from '$lib/solver/verify';
import { highs } from './highs';
import { knownProblems } from './problems';

const { problem, best } = knownProblems().find(({ name }) => name === 'vallee-typical-std-1')!;

test('a thread tells how it goes, and stops with its best when asked to', async () => {
	const stop = new AbortController();
	let told = 0;
	const { plan } = await planInThread(problem, {
		seed: 1,
		seconds: 60,
		signal: stop.signal,
		onProgress: () => {
			told++;
			stop.abort();
		}
	});
	expect(told).toBeGreaterThan(0);
	expect(plan.seconds).toBeLessThan(30);
	expect(plan.visits.length).toBeGreaterThanOrEqual(30);
	expect(verify(problem, plan)).toEqual([]);
});

test('a second search gives a better plan, and never what is not proven', () => {
	const sooner = solve(problem, { highs, through: 'charter' });
	const proven = { ...sooner, levels: sooner.levels.map((level) => ({ ...level, bound: 0 })) };
	const other = solve(problem, { highs });
	const kept = betterOf(problem, proven, other);
	expect(kept.visits).toEqual(other.visits);
	expect(kept.levels.map(({ value, bound }) => [value, bound])).toEqual([
		[0, 0],
		[0, 0],
		[best, 0]
	]);
	expect(kept.status).toBe('feasible');
	expect(verify(problem, kept)).toEqual([]);
	expect(betterOf(problem, other, sooner)).toBe(other);
});

test('a search that proves nothing looks for better plans to the end of its time', () => {
	let time = 0;
	const plan = solve(problem, { highs, searchOnly: true, seconds: 2, now: () => (time += 5) });
	expect(plan.levels.map(({ bound }) => bound)).toEqual([0, 0, 0]);
	expect(plan.levels.slice(0, 2).map(({ value }) => value)).toEqual([0, 0]);
	expect(verify(problem, plan)).toEqual([]);
});
