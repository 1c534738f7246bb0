import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factSentence } from '$lib/solver/explain/sentences-why-not';
import { whyNot, type Wish } from '$lib/solver/explain/why-not';
import type { Fact } from '$lib/solver/explain/why-not-facts';
import type { Plan, Visit } from '$lib/solver/plan';
import type { Problem } from '$lib/solver/problem';
import { compare, type Score } from '$lib/solver/score';
import { solve } from '$lib/solver/solve';
import { verify, type Violation } from '$lib/solver/verify';
import { bestByBruteForce } from '../brute-force';
import { highs } from '../highs';
import { knownProblems, tinyProblem } from '../problems';

const names = {
	team: (id: string) => `l’équipe ${id}`,
	company: (id: string) => id,
	day: (index: number) => ['mardi', 'mercredi'][index]!
};
const cancelled = () => true;
const scored = ({ levels }: Plan): Score => levels.map(({ value }) => value) as unknown as Score;

const tinyWish = fc.record({
	team: fc.constantFrom('T1', 'T2'),
	company: fc.nat(3),
	/** Which of the starts offered; beyond them, an hour that need not be. */
	which: fc.nat(4),
	day: fc.nat(1),
	start: fc.constantFrom(525, 540, 600, 660, 720, 780, 840, 930),
	asks: fc.constantFrom<('day' | 'start')[]>(['day', 'start'], ['day', 'start'], ['day'], ['start'], [])
});
type Drawn = typeof tinyWish extends fc.Arbitrary<infer T> ? T : never;

function wishIn(problem: Problem, { team, company, which, asks, ...other }: Drawn): Wish {
	const { id, starts } = problem.companies[company % problem.companies.length]!;
	const [day, start] = starts[which] ?? [other.day, other.start];
	return {
		team,
		company: id,
		...(asks.includes('day') && { day }),
		...(asks.includes('start') && { start })
	};
}

const told: Record<Exclude<Fact['kind'], 'already'>, Violation['kind'][]> = {
	refused: ['not-received'],
	'too-many-people': ['not-received', 'crowd'],
	'start-not-offered': ['hours'],
	past: ['past-changed'],
	away: ['away'],
	'outside-hours': ['too-early', 'back-too-late', 'too-short'],
	'start-taken': ['too-many-teams', 'crowd'],
	'most-visits': ['company-max'],
	'too-short': ['too-short'],
	resting: ['rest-on-visit'],
	'no-lunch': ['no-lunch'],
	'too-many-visits': ['too-many-visits']
};

test('the facts are those of the checker, for the visit added to the plan', () => {
	fc.assert(
		fc.property(tinyProblem, tinyWish, (problem, some) => {
			const plan = solve(problem, { highs, cancelled });
			const wish = wishIn(problem, some);
			const { at, facts, verdict } = whyNot(problem, plan, wish, { highs, cancelled });
			if (verdict.kind === 'already' || !at) return;
			const { minutes } = problem.companies.find(({ id }) => id === wish.company)!;
			const wrongWith = (visits: Visit[]) =>
				verify(problem, { ...plan, visits })
					.map(({ kind }) => kind)
					.filter((kind) => !['level', 'bound', 'status'].includes(kind));
			const others = plan.visits.filter(
				({ team, company }) => team !== wish.team || company !== wish.company
			);
			// A day may need the visit that is moved, for the gap where the team eats: not what is asked.
			if (wrongWith(others).length > 0) return;
			const visit = { team: wish.team, company: wish.company, ...at, end: at.start + minutes };
			const wrong = wrongWith([...others, visit]);
			const kinds = facts.flatMap(({ kind }) => (kind === 'already' ? [] : [kind]));
			for (const kind of wrong) expect(kinds.some((fact) => told[fact].includes(kind))).toBe(true);
			for (const fact of kinds) expect(told[fact].some((kind) => wrong.includes(kind))).toBe(true);
			for (const fact of facts) expect(factSentence(fact, wish, names)).toMatch(/^\S.*\S\.$/);
		}),
		{ numRuns: 400 }
	);
});

/** Nothing but the wish counts: what can be held at all. */
const alone = (problem: Problem, wish: Wish): Problem => ({
	...problem,
	companies: problem.companies.map((company) => ({ ...company, visits: [0, company.visits[1]] })),
	rules: { visits: [0, problem.rules.visits[1]], visitsPerDay: 0, sectors: 0, spread: 100 },
	pins: [wish],
	published: null
});

test('with time enough, the verdict is that of trying everything', () => {
	fc.assert(
		fc.property(tinyProblem, tinyWish, (problem, some) => {
			const plan = solve(problem, { highs });
			const wish = wishIn(problem, some);
			const { verdict } = whyNot(problem, plan, wish, { highs });
			const best = bestByBruteForce({ ...problem, pins: [...problem.pins, wish] });
			const base = scored(plan);
			switch (verdict.kind) {
				case 'already':
				case 'as-good':
					expect(best).toEqual(base);
					break;
				case 'impossible':
					if (verdict.proof === 'facts') expect(bestByBruteForce(alone(problem, wish))[1]).toBe(1);
					else expect([best[0], best[1] > base[1]]).toEqual([base[0], true]);
					break;
				case 'costs': {
					const level = ['charter', 'promises', 'comfort'].indexOf(verdict.level);
					expect(verdict.by).toBe(verdict.atLeast);
					expect(compare(best, base)).toBeGreaterThan(0);
					expect(best.slice(0, level)).toEqual(base.slice(0, level));
					expect(best[level]! - base[level]!).toBe(verdict.by);
					break;
				}
				case 'not-found':
					expect.unreachable('everything was tried');
			}
		}),
		{ numRuns: Number(process.env.SOLVER_RUNS ?? 100), seed: 5 }
	);
}, 300_000);

test('without time, nothing is said to be proven but what the facts forbid', () => {
	fc.assert(
		fc.property(tinyProblem, tinyWish, (problem, some) => {
			const plan = solve(problem, { highs, cancelled });
			const wish = wishIn(problem, some);
			const { verdict } = whyNot(problem, plan, wish, { highs, cancelled });
			if (verdict.kind === 'impossible') expect(verdict.proof).toBe('facts');
			if (verdict.kind === 'costs') expect(verdict.atLeast).toBeLessThan(verdict.by);
		}),
		{ numRuns: 150 }
	);
});

test('on a known problem, the plan offered holds the wish and can be saved', () => {
	const { problem } = knownProblems().find(({ name }) => name === 'periurbain-small-std-1')!;
	const plan = solve(problem, { highs });
	const missed = problem.companies.find(
		({ id }) => !plan.visits.some(({ team, company }) => team === 'T1' && company === id)
	)!;
	const wish = { team: 'T1', company: missed.id };
	const { verdict } = whyNot(problem, plan, wish, { highs });
	expect(['as-good', 'costs']).toContain(verdict.kind);
	if (verdict.kind !== 'as-good' && verdict.kind !== 'costs') return;
	expect(verify({ ...problem, pins: [wish] }, verdict.plan)).toEqual([]);
	expect(verdict.plan.visits.some(({ team, company }) => team === 'T1' && company === missed.id)).toBe(true);
	if (verdict.kind === 'costs') expect(verdict.by).toBe(verdict.atLeast);
}, 60_000);
