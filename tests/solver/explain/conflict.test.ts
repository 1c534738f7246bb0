import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { conflictOf, quickXplain } from '$lib/solver/explain/conflict';
import { holds } from '$lib/solver/explain/holds';
import { rulesOf, without } from '$lib/solver/explain/rules';
import { compare } from '$lib/solver/score';
import { bestByBruteForce } from '../brute-force';
import { highs } from '../highs';
import { knownProblems, tinyProblem } from '../problems';

const options = { highs, stop: () => false, left: () => 60 };

test('a smallest failing subset is found whatever it is', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.nat(30), { minLength: 1 }),
			fc.infiniteStream(fc.boolean()),
			(items, pick) => {
				const guilty = items.filter(() => pick.next().value);
				const fails = (some: readonly number[]) => guilty.every((item) => some.includes(item));
				expect([...quickXplain(items, fails)].sort()).toEqual([...guilty].sort());
			}
		)
	);
});

test('whether charter and promises can hold is what trying everything says', () => {
	fc.assert(
		fc.property(tinyProblem, (problem) => {
			const plain = { ...problem, published: null };
			const [charter, promises] = bestByBruteForce(plain);
			const answer = holds(plain, options);
			if (answer !== 'unknown') expect(answer).toBe(charter === 0 && promises === 0 ? 'yes' : 'no');
			if (charter === 0 && promises === 0) expect(answer).toBe('yes');
		}),
		{ numRuns: 200 }
	);
});

test('every conflict is one, and without any one of its rules the others hold', () => {
	let conflicts = 0;
	fc.assert(
		fc.property(tinyProblem, (problem) => {
			const plain = { ...problem, published: null };
			const conflict = conflictOf(plain, options);
			const held = compare(bestByBruteForce(plain), [0, 0, Infinity]) < 0;
			if (held) expect(conflict).toBe(null);
			if (!conflict) return;
			conflicts++;
			const keeping = (kept: typeof conflict.rules) =>
				bestByBruteForce(
					without(
						plain,
						rulesOf(plain).filter((rule) => !kept.some((other) => isDeepStrictEqual(rule, other)))
					)
				);
			const [charter, promises] = keeping(conflict.rules);
			expect(charter + promises).toBeGreaterThan(0);
			for (const rule of conflict.rules) {
				const [less, fewer] = keeping(conflict.rules.filter((other) => other !== rule));
				if (conflict.minimal) expect(less + fewer).toBe(0);
			}
		}),
		{ numRuns: 60 }
	);
	expect(conflicts).toBeGreaterThan(20);
}, 120_000);

test('a rally short of starts: the conflict names the visits owed and the companies that could take more', () => {
	const { problem } = knownProblems().find(({ name }) => name === 'urbain-typical-tight-1')!;
	const short = {
		...problem,
		companies: problem.companies.map((company, i) =>
			i < 4 ? { ...company, starts: company.starts.slice(0, 1), visits: [0, 5] as [number, number] } : company
		)
	};
	expect(conflictOf(problem, options)).toBe(null);
	const conflict = conflictOf(short, options);
	expect(conflict?.rules.map(({ kind }) => kind)).toContain('visits');
	expect(conflict?.minimal).toBe(true);
});
