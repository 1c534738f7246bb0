import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repairsOf, withChange } from '$lib/solver/explain/repairs';
import { solve } from '$lib/solver/solve';
import { verify } from '$lib/solver/verify';
import { bestByBruteForce } from '../brute-force';
import { highs } from '../highs';
import { knownProblems, tinyProblem } from '../problems';

const options = { highs, stop: () => false, left: () => 60 };

test('every repair that gives all really does, and every other one leaves less missing', () => {
	let repaired = 0;
	fc.assert(
		fc.property(tinyProblem, (problem) => {
			const plain = { ...problem, published: null };
			const [charter, promises] = bestByBruteForce(plain);
			if (charter + promises === 0) return;
			for (const { change, gives, missing } of repairsOf(plain, { ...options, most: 4 })) {
				repaired++;
				const changed = withChange(plain, change);
				const plan = solve(changed, { highs });
				expect(verify(changed, plan)).toEqual([]);
				const [then, kept] = plan.levels.map(({ value }) => value) as [number, number];
				if (gives === 'all') expect([then, kept]).toEqual([0, 0]);
				// A quick plan misses at least as much as the best one.
				else
					expect(then < missing.charter || (then === missing.charter && kept <= missing.promises)).toBe(true);
			}
		}),
		{ numRuns: 25 }
	);
	expect(repaired).toBeGreaterThan(10);
}, 120_000);

test('a company whose only half-day is full can be asked for another: the repair says which', () => {
	const { problem } = knownProblems().find(({ name }) => name === 'urbain-typical-tight-1')!;
	const short = {
		...problem,
		companies: problem.companies.map((company, i) =>
			i < 4 ? { ...company, starts: company.starts.slice(0, 1), visits: [0, 5] as [number, number] } : company
		)
	};
	const repairs = repairsOf(short, { ...options, most: 3 });
	expect(repairs.length).toBeGreaterThan(0);
	const efforts = repairs.map(({ change }) => change.kind);
	expect(new Set(efforts).size).toBeGreaterThan(0);
	for (const { change, gives } of repairs)
		if (gives === 'all') expect(solve(withChange(short, change), { highs }).levels[0]!.value).toBe(0);
}, 60_000);
