import type { Visit } from '../plan';
import type { Company, Day, Problem } from '../problem';
import { latest, restsOf, soonest, type Rest } from './rests';

/** What the checker reads of a team's day. Shares nothing with the search. */
export const companyOf = ({ companies }: Problem, id: string): Company =>
	companies.find((company) => company.id === id)!;
export const byTime = (a: Visit, b: Visit) => a.day - b.day || a.start - b.start;

export function journey(problem: Problem, day: Day, visits: Visit[]): { leaves: number; back: number } {
	const [first, last] = [visits[0]!, visits.at(-1)!];
	const rests = restsOf(problem, first.team, first.day);
	const there = problem.travel[day.from]![companyOf(problem, first.company).place]!;
	const home = problem.travel[companyOf(problem, last.company).place]![day.to]!;
	return {
		leaves: latest(rests, first.start - problem.buffer, there),
		back: soonest(rests, last.end, home) + home
	};
}

/** The time between each visit and the next, and the road it holds. */
export const gapsOf = (problem: Problem, visits: Visit[]) =>
	visits.slice(1).map((visit, i) => {
		const previous = visits[i]!;
		return {
			from: previous.company,
			to: visit.company,
			since: previous.end,
			until: visit.start,
			road: problem.travel[companyOf(problem, previous.company).place]![
				companyOf(problem, visit.company).place
			]!
		};
	});

export function mealIn(
	problem: Problem,
	{ lunch }: Day,
	{ since, until, road }: { since: number; until: number; road: number },
	rests: readonly Rest[] = []
): boolean {
	const { from, to, minutes } = lunch!;
	const door = until - problem.buffer;
	const sitsFirst = soonest(rests, Math.max(since, from), minutes);
	const rides = soonest(rests, sitsFirst + minutes, road);
	const sitsThere = soonest(rests, Math.max(soonest(rests, since, road) + road, from), minutes);
	const beforeRoad = sitsFirst + minutes <= to && rides + road <= door;
	const afterRoad = sitsThere + minutes <= to && sitsThere + minutes <= door;
	return beforeRoad || afterRoad;
}
