import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyRiders, problemOn, type HandGround } from '$lib/solver/hand/ground';
import { isBroken, judge, type HandPlan, type HandVisit } from '$lib/solver/hand/judge';
import { placesFor, refusedAt } from '$lib/solver/hand/places';
import { troublesOf } from '$lib/solver/hand/troubles';
import type { Problem } from '$lib/solver/problem';
import { solve } from '$lib/solver/solve';
import { verify } from '$lib/solver/verify';
import { highs } from './highs';
import { tinyProblem } from './problems';

/** A problem without its teams, and teams of invented people that make it again. */
function groundOf(problem: Problem): { ground: HandGround; crews: HandPlan['crews'] } {
	const crews = problem.teams.map(({ id, size }) => ({
		letter: id,
		memberIds: Array.from({ length: size }, (_, i) => `${id}-${i}`),
		vehicleId: `car ${id}`,
		accompanistId: `guide ${id}`,
		driverId: null
	}));
	return {
		crews,
		ground: {
			problem: {
				...problem,
				teams: [],
				companies: problem.companies.map((company) => ({ ...company, excludes: [] }))
			},
			doors: Object.fromEntries(
				problem.companies.map(({ id, excludes }) => [
					id,
					{ people: [], accompanists: excludes.map((team) => `guide ${team}`) }
				])
			),
			absences: {},
			backBy: {},
			noons: problem.days.map((_, i) => ({ date: `2027-06-0${i + 1}`, noon: 720 })),
			riders: emptyRiders
		}
	};
}

/** Visits anywhere, as a hand may put them. */
const scattered = (problem: Problem) =>
	fc.array(
		fc.record({
			team: fc.constantFrom(...problem.teams.map(({ id }) => id)),
			company: fc.constantFrom(...problem.companies.map(({ id }) => id)),
			day: fc.nat(problem.days.length - 1),
			start: fc.constantFrom(510, 540, 570, 600, 660, 700, 780, 840, 960),
			length: fc.constantFrom(45, 60, 90)
		}),
		{ maxLength: 8 }
	);

const asVisits = (drawn: { team: string; company: string; day: number; start: number; length: number }[]) =>
	drawn.map(({ length, ...visit }, i): HandVisit => ({ id: `v${i}`, ...visit, end: visit.start + length }));

/** A rest put by hand anywhere in a team's day. */
const restOf = (problem: Problem) =>
	fc.record({
		team: fc.constantFrom(...problem.teams.map(({ id }) => id)),
		day: fc.nat(problem.days.length - 1),
		from: fc.integer({ min: 96, max: 204 }).map((n) => n * 5),
		minutes: fc.constantFrom(10, 15, 45)
	});
type DrawnRest = { team: string; day: number; from: number; minutes: number };

const withRests = (crews: HandPlan['crews'], rests: DrawnRest[]): HandPlan['crews'] =>
	crews.map((crew) => ({
		...crew,
		rests: rests
			.filter(({ team }) => team === crew.letter)
			.map(({ day, from, minutes }): [number, number, number] => [day, from, from + minutes])
	}));

const drawn = tinyProblem
	.map((problem) => ({ ...problem, published: null, now: null, pins: [] }))
	.chain((problem) =>
		fc
			.tuple(scattered(problem), fc.array(restOf(problem), { maxLength: 3 }))
			.map(([visits, rests]) => ({ problem, visits: asVisits(visits), rests }))
	);

const names = {
	team: (id: string) => `l’équipe ${id}`,
	company: (id: string) => id,
	day: (index: number) => ['mardi', 'mercredi'][index]!,
	person: (id: string) => id,
	halfDay: (key: string) => key
};

test('the crews make the problem again, whoever is left out where', () => {
	fc.assert(
		fc.property(tinyProblem, (problem) => {
			const { ground, crews } = groundOf(problem);
			const again = problemOn(ground, crews);
			expect(again.companies).toEqual(problem.companies);
			expect(again.teams.map(({ id, size }) => [id, size])).toEqual(
				problem.teams.map(({ id, size }) => [id, size])
			);
		})
	);
});

test('what is told of a plan made by hand is what the checker refuses, each with its words and its place', () => {
	fc.assert(
		fc.property(drawn, ({ problem, visits, rests }) => {
			const { ground, crews: bare } = groundOf(problem);
			const crews = withRests(bare, rests);
			const plan = { crews, visits };
			const judgement = judge(ground, plan);
			const refused = verify(judgement.problem, {
				format: 'equipage-plan/1',
				status: 'feasible',
				levels: [],
				visits: visits.map(({ id: _, ...visit }) => visit),
				findings: [],
				conflict: null,
				seconds: 0,
				firstPlanSeconds: null
			}).filter(isBroken);
			expect(judgement.violations).toEqual(refused);
			const broken = troublesOf(judgement, plan, names).filter(({ weight, key }) => weight === 'broken' && refused.some((one) => JSON.stringify(one) === key)); // prettier-ignore
			expect(broken).toHaveLength(refused.length);
			for (const { says, visits: seen, teams } of broken) {
				expect(says).toMatch(/^\p{Lu}.*\.$/u);
				expect(seen.length + teams.length).toBeGreaterThan(0);
			}
		})
	);
});

test('a place lit takes the visit without breaking anything more; one that is not breaks what it says', () => {
	fc.assert(
		fc.property(drawn, fc.nat(7), ({ problem, visits, rests }, which) => {
			const moved = visits[which % Math.max(1, visits.length)] ?? null;
			const company = moved?.company ?? problem.companies[0]!.id;
			const { ground, crews: bare } = groundOf(problem);
			const crews = withRests(bare, rests);
			const broken = (plan: HandVisit[]) =>
				judge(ground, { crews, visits: plan }).violations.map((violation) => JSON.stringify(violation));
			const before = broken(visits.filter((visit) => visit !== moved));
			const whole = problemOn(ground, crews);
			const host = whole.companies.find(({ id }) => id === company)!;
			for (const { refused, ...place } of placesFor(whole, visits, { company, moved })) {
				const there = { id: 'there', company, ...place, end: place.start + host.minutes };
				const after = broken([...visits.filter((visit) => visit !== moved), there]);
				const more = after.filter((violation) => !before.includes(violation));
				expect(refused.map((violation) => JSON.stringify(violation)).sort()).toEqual(more.sort());
				expect(refusedAt(whole, visits, { company, moved }, place)).toEqual(refused);
			}
		})
	);
});

test('a plan that was computed has no violation, and its levels are the planner’s', () => {
	fc.assert(
		fc.property(tinyProblem, (problem) => {
			const free = { ...problem, published: null, now: null, pins: [], teams: problem.teams.map((team) => ({ ...team, hours: undefined, freeFrom: null })) }; // prettier-ignore
			const { ground, crews } = groundOf(free);
			const plan = solve(problemOn(ground, crews), { seconds: 2, seed: 1, highs });
			const visits = plan.visits.map((visit, i) => ({ id: `v${i}`, ...visit }));
			const judgement = judge(ground, { crews, visits });
			expect(judgement.violations).toEqual([]);
			for (const { name, value } of plan.levels) expect(judgement.levels[name]).toBe(value);
			expect(judgement.findings).toEqual(plan.findings);
		}),
		{ numRuns: 20 }
	);
});
