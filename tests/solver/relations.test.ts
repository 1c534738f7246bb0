import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '$lib/solver/problem';
import { compare, type Score } from '$lib/solver/score';
import { solve } from '$lib/solver/solve';
import { highs } from './highs';
import { problemOf, tinyProblem } from './problems';

const solved = (problem: Problem) => solve(problem, { highs });
const scoreIn = (problem: Problem): Score =>
	solved(problem).levels.map(({ value }) => value) as unknown as Score;

/** The same problem with other names, told in another order. */
function renamed(problem: Problem): Problem {
	const company = (id: string) => `hôte ${id}`;
	const team = (id: string) => `équipage ${id}`;
	const one = <T extends { team?: string | undefined; company?: string | undefined }>(of: T): T => ({
		...of,
		...(of.team !== undefined && { team: team(of.team) }),
		...(of.company !== undefined && { company: company(of.company) })
	});
	return problemOf({
		...problem,
		name: 'le même',
		companies: problem.companies
			.map((host) => ({
				...host,
				id: company(host.id),
				sector: `secteur ${host.sector}`,
				starts: [...host.starts].reverse(),
				excludes: host.excludes.map(team)
			}))
			.reverse(),
		teams: problem.teams.map((of) => ({ ...of, id: team(of.id) })).reverse(),
		pins: problem.pins.map(one).reverse(),
		published: problem.published?.map(one).reverse() ?? null
	});
}

test('other names, in another order, change nothing of what a plan is worth nor of what is proven', () => {
	fc.assert(
		fc.property(tinyProblem, (problem) => {
			const [plan, other] = [solved(problem), solved(renamed(problem))];
			expect(other.levels).toEqual(plan.levels);
			expect(other.status).toBe(plan.status);
		}),
		{ numRuns: 60 }
	);
});

test('asking less never makes the best plan worse', () => {
	const easier: ((problem: Problem) => Problem)[] = [
		(problem) => ({
			...problem,
			companies: problem.companies.map((host) => ({ ...host, starts: [...host.starts, [0, 720], [1, 720]] }))
		}),
		(problem) => ({
			...problem,
			companies: problem.companies.map((host) => ({ ...host, teamsAtOnce: 2, people: 1000 }))
		}),
		(problem) => ({
			...problem,
			companies: problem.companies.map((host) => ({ ...host, visits: [0, host.visits[1]] }))
		}),
		(problem) => ({ ...problem, days: problem.days.map((day) => ({ ...day, end: day.end + 60 })) }),
		(problem) => ({ ...problem, pins: [] }),
		(problem) => ({ ...problem, rules: { ...problem.rules, sectors: 1, spread: 3 } }),
		(problem) => ({ ...problem, travel: problem.travel.map((row) => row.map((of) => Math.max(0, of - 5))) })
	];
	fc.assert(
		fc.property(tinyProblem, fc.constantFrom(...easier), (problem, change) => {
			// Starts repeated would be two doors; hours of a team that are its own stay its own.
			const less = problemOf(change(problem));
			expect(compare(scoreIn(less), scoreIn(problem))).toBeLessThanOrEqual(0);
		}),
		{ numRuns: 100 }
	);
});
