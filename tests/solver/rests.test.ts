import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayCost } from '$lib/solver/day-cost';
import { sentence } from '$lib/solver/explain';
import { conflictOf } from '$lib/solver/explain/conflict';
import { repairsOf } from '$lib/solver/explain/repairs';
import { conflictSentences, repairSentence } from '$lib/solver/explain/sentences-conflict';
import { bare, isBroken } from '$lib/solver/hand/judge';
import { groundOf } from '$lib/solver/itineraries/ground';
import { modelOf, type Model, type Solution, type Stop } from '$lib/solver/model';
import { Occupancy } from '$lib/solver/occupancy';
import type { Plan, Visit } from '$lib/solver/plan';
import type { Problem, ProblemInput } from '$lib/solver/problem';
import { freeSince, freeUntil, merged, overRest, restedIn } from '$lib/solver/rests';
import { compare, scoreOf, type Score } from '$lib/solver/score';
import { solve } from '$lib/solver/solve';
import { verify } from '$lib/solver/verify';
import { levelsOf } from '$lib/solver/verify/levels';
import { latest, restedBetween, soonest, type Rest } from '$lib/solver/verify/rests';
import { bestByBruteForce, everyDay } from './brute-force';
import { highs } from './highs';
import { problemOf, restless, someRests, tinyProblem } from './problems';

const scoreIn = ({ levels }: Plan): Score => levels.map(({ value }) => value) as unknown as Score;

/** Tiny problems in which each team has breaks of its own, or both the same. */
const rested: fc.Arbitrary<Problem> = fc
	.tuple(tinyProblem, someRests, someRests, fc.boolean(), fc.boolean())
	.map(([problem, one, other, shared, twins]) => ({
		...problem,
		teams: problem.teams.map((team, i) => ({
			// Twins differ by nothing but their breaks: what the search takes for one kind of team otherwise.
			...(twins ? { ...problem.teams[0]!, id: team.id, freeFrom: null } : team),
			rests: i === 0 || shared ? one : other
		}))
	}));

const visitsOf = ({ problem }: Model, solution: Solution): (Visit & { id: string })[] =>
	solution.flatMap((stops, team) =>
		stops.map(({ company, day, start }, i) => {
			const host = problem.companies[company]!;
			const id = `${team} ${day} ${i}`;
			return { id, team: problem.teams[team]!.id, company: host.id, day, start, end: start + host.minutes };
		})
	);

/** Every day of a team that the independent checker accepts, by trying every order of its companies. */
function acceptedDays(model: Model, team: number, day: number): Stop[][] {
	const found: Stop[][] = [[]];
	const accepted = (stops: Stop[]) => {
		const solution = model.teams.map((_, other) => (other === team ? stops : []));
		const wrong = verify(model.problem, bare(visitsOf(model, solution))).filter(isBroken);
		return wrong.length === 0;
	};
	const grow = (stops: Stop[]) => {
		model.companies.forEach((_, company) => {
			if (stops.some((stop) => stop.company === company)) return;
			for (const start of model.starts[company]![day]!) {
				if (stops.length > 0 && start <= stops.at(-1)!.start) continue;
				const next = [...stops, { company, day, start }];
				if (accepted(next)) found.push(next);
				if (next.length < model.days[day]!.maxVisits) grow(next);
			}
		});
	};
	grow([]);
	return found;
}

const told = (days: readonly (readonly Stop[])[]) => days.map((stops) => JSON.stringify(stops)).sort();

test('the search and the checker read breaks alike, each on its own', () => {
	const rest = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 15 })).map(([at, n]): Rest => [at, at + n]);
	fc.assert(
		fc.property(fc.array(rest, { maxLength: 4 }), fc.nat(70), fc.nat(20), (list, at, minutes) => {
			const sorted = [...list].sort((a, b) => a[0] - b[0]);
			const own = merged(list);
			expect(freeSince(own, at, minutes)).toBe(soonest(sorted, at, minutes));
			expect(freeUntil(own, at, minutes)).toBe(latest(sorted, at, minutes));
			const during = Array.from({ length: minutes }, (_, i) => at + i).filter((minute) =>
				list.some(([from, to]) => from <= minute && minute < to)
			).length;
			expect(restedIn(own, at, at + minutes)).toBe(during);
			expect(restedBetween(sorted, at, at + minutes)).toBe(during);
			if (minutes > 0) expect(overRest(own, at, at + minutes)).toBe(during > 0);
		}),
		{ numRuns: 1000 }
	);
});

test('the routes enumerated are the days that the checker accepts, each at the cost that it counts', () => {
	let full = 0;
	fc.assert(
		fc.property(rested, (problem) => {
			const model = modelOf(problem);
			const { classes, classOf, slots } = groundOf(model);
			model.teams.forEach((_, team) =>
				model.days.forEach((_, day) => {
					const own = classes[classOf[team]!]!;
					const { size, first, stops, cost, travel } = own.pools[day]!;
					const routes = Array.from({ length: size }, (_, route) =>
						Array.from(stops.subarray(first[route], first[route + 1]), (slot): Stop => ({
							company: slots.company[slot]!,
							day,
							start: slots.start[slot]!
						}))
					);
					// A pool may serve teams that other hosts leave out: those routes are priced out, not left out.
					const open = routes.filter((route) => route.every(({ company }) => own.admits[company]));
					const accepted = acceptedDays(model, team, day);
					expect(told(open)).toEqual(told(accepted));
					expect(told(everyDay(model, team, day))).toEqual(told(accepted));
					full = Math.max(full, accepted.length);
					routes.forEach((route, i) => {
						const measured = dayCost(model, team, day, route);
						const { comfort } = problem;
						const sectors = new Set(route.map(({ company }) => model.sectorOf[company])).size;
						expect(travel[i]).toBe(measured.travel);
						expect(cost[i]).toBe(
							comfort.travel * measured.travel +
								comfort.wait * measured.wait +
								comfort.longDay * Math.max(0, measured.span - comfort.longDayFrom) +
								comfort.tight * measured.tight +
								comfort.sameSector * (route.length - sectors)
						);
						const solution = model.teams.map((_, other) => (other === team ? route : []));
						const {
							charter,
							promises,
							comfort: counted
						} = levelsOf(problem, bare(visitsOf(model, solution)));
						expect(scoreOf(model, solution)).toEqual([charter, promises, counted]);
					});
				})
			);
		}),
		{ numRuns: Number(process.env.SOLVER_RUNS ?? 150), seed: 11 }
	);
	expect(full).toBeGreaterThan(5);
}, 120_000);

test('with breaks, the plan is the best of those that leave them free, and says so', () => {
	let changed = 0;
	fc.assert(
		fc.property(rested, (problem) => {
			const best = bestByBruteForce(problem);
			const plan = solve(problem, { highs });
			expect(verify(problem, plan)).toEqual([]);
			expect(scoreIn(plan)).toEqual(best);
			expect(plan.levels.map(({ bound }) => bound)).toEqual(best);
			// Breaks only take room away: without them nothing is worse, waiting that becomes a rest apart.
			const free = solve(restless(problem), { highs });
			expect(compare([free.levels[0]!.value, 0, 0], [best[0], 0, 0])).toBeLessThanOrEqual(0);
			if (verify(problem, free).some(isBroken)) changed++;
		}),
		{ numRuns: Number(process.env.SOLVER_RUNS ?? 80), seed: 7 }
	);
	// The breaks drawn do stand in the way of what would be done without them.
	expect(changed).toBeGreaterThan(5);
}, 300_000);

test('a plan made without breaks, then asked with them as announced, changes least and leaves them free', () => {
	fc.assert(
		fc.property(rested, (problem) => {
			const before = solve(restless({ ...problem, pins: [], published: null }), { highs });
			const asked = { ...problem, pins: [], published: before.visits };
			const plan = solve(asked, { highs });
			expect(verify(asked, plan)).toEqual([]);
			expect(scoreIn(plan)).toEqual(bestByBruteForce(asked));
			expect(plan.levels.every(({ value, bound }) => value === bound)).toBe(true);
		}),
		{ numRuns: Number(process.env.SOLVER_RUNS ?? 60), seed: 3 }
	);
}, 120_000);

test('cancelled at once or only searching, breaks are left free all the same', () => {
	fc.assert(
		fc.property(rested, fc.nat(9), (problem, seed) => {
			for (const options of [{ cancelled: () => true }, { searchOnly: true, seconds: 1, now: ticking() }])
				expect(verify(problem, solve(problem, { highs, seed, ...options }))).toEqual([]);
		}),
		{ numRuns: 60 }
	);
});

/** A clock that each look moves on by a tenth of a second. */
const ticking = () => {
	let at = 0;
	return () => (at += 100);
};

test('two teams that only a break tells apart are two kinds; with the same break they are one', () => {
	const twins = (...rests: [number, number, number][][]) =>
		groundOf(modelOf(aProblem({ teams: rests.map((own, i) => ({ id: `T${i}`, size: 4, rests: own })) })));
	expect(twins([], []).classes).toHaveLength(1);
	expect(twins([[0, 600, 630]], [[0, 600, 630]]).classes).toHaveLength(1);
	expect(twins([[0, 600, 630]], []).classes).toHaveLength(2);
	expect(twins([[0, 600, 630]], [[0, 660, 690]]).classes).toHaveLength(2);
	// One made of two that lie over each other is the same break.
	expect(twins([[0, 600, 630]], [[0, 600, 620], [0, 610, 630]]).classes).toHaveLength(1); // prettier-ignore
	const { classes, classOf } = twins([[0, 535, 545]], []);
	const routes = (team: number) => classes[classOf[team]!]!.pools[0]!.size;
	expect(routes(0)).toBeLessThan(routes(1));
});

test('a team whose break takes the only hours has fewer visits, and the finding says that it is the break', () => {
	const problem = aProblem({ teams: [{ id: 'A', size: 4, rests: [[0, 535, 545]] }], rules: { visits: [2, 3], sectors: 1 } }); // prettier-ignore
	const plan = solve(problem, { highs });
	expect(verify(problem, plan)).toEqual([]);
	expect(plan.visits.map(({ start }) => start)).toEqual([700]);
	expect(plan.levels.every(({ value, bound }) => value === bound)).toBe(true);
	const [short] = plan.findings;
	expect(short).toEqual({ kind: 'visits-short', team: 'A', visits: 1, min: 2, obstacles: { rest: 1 } });
	const names = { team: () => 'l’équipe A', company: String, day: String };
	expect(sentence(short!, names)).toContain('irait sans la pause');
});

test('what cannot hold names the breaks, and taking them away is a repair', () => {
	const problem = aProblem({ teams: [{ id: 'A', size: 4, rests: [[0, 535, 545]] }], rules: { visits: [2, 3], sectors: 1 } }); // prettier-ignore
	const limits = { highs, stop: () => false, left: () => 60 };
	const names = { team: () => 'l’équipe A', company: String, day: () => 'mardi' };
	const conflict = conflictOf(problem, limits)!;
	expect(conflict).toMatchObject({ minimal: true });
	expect(conflict.rules).toContainEqual({ kind: 'rests', team: 'A' });
	expect(conflictSentences(conflict.rules, problem, names)).toContain('les pauses mises dans la journée de l’équipe A'); // prettier-ignore
	const [easiest] = repairsOf(problem, limits);
	expect(easiest).toMatchObject({ change: { kind: 'drop-rests', team: 'A' }, gives: 'all' });
	expect(repairSentence(easiest!, names)).toBe('Retirer les pauses de l’équipe A : tout tient alors.');
});

test('a break that could lie before the visit or after it moves the drive, not the visit', () => {
	const problem = aProblem({ teams: [{ id: 'A', size: 4, rests: [[0, 600, 660]] }], rules: { visits: [2, 3], sectors: 1 } }); // prettier-ignore
	const plan = solve(problem, { highs });
	expect(plan.status).toBe('optimal');
	expect(plan.visits.map(({ start }) => start)).toEqual([540, 700]);
	// 100 minutes between the two: an hour of break, 20 of road, and 20 to wait.
	const twenty = solve(restless(problem), { highs });
	expect(twenty.levels[2]!.value - plan.levels[2]!.value).toBe(60 * problem.comfort.wait);
});

test('a host that two teams with the same break want is shared as without it', () => {
	const problem = aProblem({ teams: ['A', 'B'].map((id) => ({ id, size: 4, rests: [[0, 620, 640]] })), rules: { visits: [1, 3], sectors: 1 } }); // prettier-ignore
	const plan = solve(problem, { highs });
	expect(verify(problem, plan)).toEqual([]);
	const model = modelOf(problem);
	expect(new Occupancy(model, [[], []]).accepts(0, 0, 540, 0)).toBe(true);
	expect(plan.levels[0]!.value).toBe(0);
});

function aProblem(change: Partial<ProblemInput>): Problem {
	return problemOf({
		format: 'equipage-problem/1',
		days: [{ start: 480, end: 1020, from: 0, to: 0 }],
		travel: [
			[0, 20, 20],
			[20, 0, 20],
			[20, 20, 0]
		],
		companies: [
			{ id: 'Verger', place: 1, sector: 'agriculture', minutes: 60, starts: [[0, 540]] },
			{ id: 'Garage', place: 2, sector: 'commerce', minutes: 60, starts: [[0, 700]] }
		],
		teams: [],
		rules: { visits: [1, 3], sectors: 1 },
		...change
	});
}
