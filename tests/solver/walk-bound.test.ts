import fc from 'fast-check';
import { expect, test } from 'vitest';
import { walkBound } from '$lib/solver/itineraries/walk-bound';
import { modelOf } from '$lib/solver/model';
import { bestByBruteForce } from './brute-force';
import { knownProblems, tinyProblem } from './problems';

test('no plan costs less than the bound of walks', () => {
	fc.assert(
		fc.property(tinyProblem, (problem) => {
			const [charter, , comfort] = bestByBruteForce(problem);
			expect(walkBound(modelOf(problem), charter === 0)).toBeLessThanOrEqual(comfort);
			expect(walkBound(modelOf(problem), false)).toBeLessThanOrEqual(comfort);
		}),
		{ numRuns: 60 }
	);
});

test('on real problems it is under the optimum, and not by everything', () => {
	const shares = knownProblems()
		.filter(({ name }) => name.includes('small'))
		.map(({ problem, best }) => walkBound(modelOf(problem), true) / best);
	for (const share of shares) expect(share).toBeLessThanOrEqual(1);
	expect(Math.max(...shares)).toBeGreaterThan(0.3);
});
