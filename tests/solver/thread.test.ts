import { expect, test } from 'vitest';
import { planInThread } from '$lib/solver/thread/client';
import { verify } from '$lib/solver/verify';
import { knownProblems } from './problems';

const { problem } = knownProblems().find(({ name }) => name === 'vallee-typical-std-1')!;

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
