import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDeepStrictEqual } from 'node:util';
import { laddersOf, withChange } from '$lib/solver/explain/changes';
import { conflictOf } from '$lib/solver/explain/conflict';
import { holds } from '$lib/solver/explain/holds';
import { repairsOf, type Repair } from '$lib/solver/explain/repairs';
import { conflictSentences, repairSentence } from '$lib/solver/explain/sentences-conflict';
import { solve } from '$lib/solver/solve';
import { verify } from '$lib/solver/verify';
import { bestByBruteForce } from '../brute-force';
import { highs } from '../highs';
import { knownProblems, problemOf, tinyProblem } from '../problems';

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
	expect(repairs.map(({ change }) => change.kind)).toContain('ask-start');
	for (const { change, gives } of repairs)
		if (gives === 'all') expect(solve(withChange(short, change), { highs }).levels[0]!.value).toBe(0);
}, 60_000);

/** Two teams and a day with room for its visits, more often than not. */
const roomy = fc
	.record({
		travel: fc.array(fc.integer({ min: 5, max: 30 }), { minLength: 16, maxLength: 16 }),
		minutes: fc.constantFrom(45, 60),
		starts: fc.array(
			fc.uniqueArray(fc.constantFrom(560, 600, 660, 720, 780, 840), { minLength: 2, maxLength: 4 }),
			{
				minLength: 3,
				maxLength: 3
			}
		),
		buffer: fc.constantFrom(0, 5, 10),
		visits: fc.constantFrom<[number, number]>([2, 3], [3, 3]),
		lunch: fc.constantFrom(null, { from: 690, to: 840, minutes: 45 })
	})
	.map(({ travel, minutes, starts, buffer, visits, lunch }) =>
		problemOf({
			format: 'equipage-problem/1',
			days: [{ start: 540, end: 900, from: 0, to: 0, maxVisits: 3, lunch }],
			travel: Array.from({ length: 4 }, (_, a) =>
				travel.slice(4 * a, 4 * a + 4).map((way, b) => (a === b ? 0 : way))
			),
			buffer,
			companies: starts.map((at, i) => ({
				id: `E${i}`,
				place: i + 1,
				sector: `S${i}`,
				minutes,
				teamsAtOnce: 2,
				starts: at.map((start) => [0, start] as const)
			})),
			teams: [
				{ id: 'T1', size: 4 },
				{ id: 'T2', size: 4 }
			],
			rules: { visits, visitsPerDay: 1, sectors: 1, spread: 0 }
		})
	);

test('of what can be let go of more and more, the least that is enough; once told what cannot hold, no other is missed', () => {
	let [held, climbed] = [0, 0];
	fc.assert(
		fc.property(roomy, fc.constantFrom(45, 60, 90), (before, wider) => {
			const [charter, promises] = bestByBruteForce(before);
			if (charter + promises > 0) return;
			held++;
			// What held, with a margin that may be too wide for it.
			const plain = { ...before, buffer: before.buffer + wider };
			const conflict = conflictOf(plain, options);
			if (!conflict) return;
			const whole = (of: Repair[]) =>
				of.flatMap(({ change, gives }) => (gives === 'all' ? [JSON.stringify(change)] : [])).sort();
			const told = repairsOf(plain, { ...options, most: Infinity, conflict: conflict.rules });
			expect(whole(told)).toEqual(whole(repairsOf(plain, { ...options, most: Infinity })));
			for (const { change } of told.filter(({ gives }) => gives === 'all')) {
				const ladder = laddersOf(plain).find((steps) =>
					steps.some((step) => isDeepStrictEqual(step, change))
				)!;
				const step = ladder.findIndex((one) => isDeepStrictEqual(one, change));
				if (step === 0) continue;
				climbed++;
				const [charter, promises] = bestByBruteForce(withChange(plain, ladder[step - 1]!));
				expect(charter + promises).toBeGreaterThan(0);
			}
		}),
		{ numRuns: 100 }
	);
	expect(Math.min(held, climbed)).toBeGreaterThan(20);
}, 120_000);

test('a margin so wide that nothing holds is named, and the repair says how much less is enough', () => {
	// Two hours and a half of visits, four roads of ten minutes, and half an hour before each of three visits.
	const problem = problemOf({
		format: 'equipage-problem/1',
		days: [{ start: 540, end: 780, from: 0, to: 0, maxVisits: 3 }],
		travel: Array.from({ length: 4 }, (_, a) => Array.from({ length: 4 }, (_, b) => (a === b ? 0 : 10))),
		buffer: 30,
		companies: Array.from({ length: 3 }, (_, i) => ({
			id: `E${i}`,
			place: i + 1,
			sector: `S${i}`,
			minutes: 50,
			starts: Array.from({ length: 48 }, (_, at): [number, number] => [0, 540 + 5 * at])
		})),
		teams: [{ id: 'A', size: 4 }],
		rules: { visits: [3, 3], visitsPerDay: 1, sectors: 1, spread: 0 }
	});
	const conflict = conflictOf(problem, options)!;
	expect(conflict.rules.map(({ kind }) => kind).sort()).toEqual(['buffer', 'hours', 'visits']);
	const repairs = repairsOf(problem, { ...options, conflict: conflict.rules });
	const [margin] = repairs.flatMap(({ change }) => (change.kind === 'smaller-buffer' ? [change] : []));
	expect(margin).toMatchObject({ from: 30 });
	expect(margin!.minutes).toBeGreaterThan(0);
	const enough = (buffer: number) => holds({ ...problem, buffer }, options);
	expect([enough(margin!.minutes), enough(margin!.minutes + 5)]).toEqual(['yes', 'no']);
	const names = { team: (id: string) => id, company: (id: string) => id, day: () => 'mardi' };
	const plain = (text: string) => text.replaceAll(/\s/g, ' ');
	expect(conflictSentences(conflict.rules, problem, names)).toContain(
		'la marge de 30 minutes avant chaque visite'
	);
	expect(repairs.map((repair) => plain(repairSentence(repair, names)))).toContain(
		`Compter ${margin!.minutes} minutes de marge avant chaque visite au lieu de 30 minutes, dans les réglages : tout tient alors.`
	);
}, 30_000);
