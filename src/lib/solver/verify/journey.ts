import type { Visit } from '../plan';
import type { Company, Day, Problem } from '../problem';

/** What the checker reads of a team's day. Shares nothing with the search. */
export const companyOf = ({ companies }: Problem, id: string): Company =>
	companies.find((company) => company.id === id)!;
export const byTime = (a: Visit, b: Visit) => a.day - b.day || a.start - b.start;

export function journey(problem: Problem, day: Day, visits: Visit[]): { leaves: number; back: number } {
	const [first, last] = [visits[0]!, visits.at(-1)!];
	return {
		leaves:
			first.start - problem.buffer - problem.travel[day.from]![companyOf(problem, first.company).place]!,
		back: last.end + problem.travel[companyOf(problem, last.company).place]![day.to]!
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
	{ since, until, road }: { since: number; until: number; road: number }
): boolean {
	const { from, to, minutes } = lunch!;
	const door = until - problem.buffer;
	const sitsFirst = Math.max(since, from);
	const sitsThere = Math.max(since + road, from);
	const beforeRoad = sitsFirst + minutes <= to && sitsFirst + minutes + road <= door;
	const afterRoad = sitsThere + minutes <= to && sitsThere + minutes <= door;
	return beforeRoad || afterRoad;
}
