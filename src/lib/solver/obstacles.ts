import type { Model, Solution, Stop } from './model';
import { inOrder } from './model';
import { Occupancy } from './occupancy';
import type { Obstacle } from './plan';
import { feasibleDay } from './feasible-day';
import { begun } from './problem';
import { noRests } from './rests';

/** What keeps a team from one more visit, company by company, counted. */
export function obstaclesOf(
	model: Model,
	solution: Solution,
	team: number
): Partial<Record<Obstacle, number>> {
	const counted: Partial<Record<Obstacle, number>> = {};
	const occupancy = new Occupancy(model, solution, team);
	const already = new Set(solution[team]!.map(({ company }) => company));
	model.companies.forEach((_, company) => {
		if (already.has(company)) return;
		const why = obstacleTo(model, solution, occupancy, team, company);
		if (why) counted[why] = (counted[why] ?? 0) + 1;
	});
	return counted;
}

/** Why this company cannot be added to the team's plan as it stands; null when it could. */
export function obstacleTo(
	model: Model,
	solution: Solution,
	occupancy: Occupancy,
	team: number,
	company: number
): Obstacle | null {
	const { id, size } = model.teams[team]!;
	const { excludes, people } = model.companies[company]!;
	if (excludes.includes(id)) return 'excluded';
	if (size > people) return 'too-many-people';
	if (model.starts[company]!.every((starts) => starts.length === 0)) return 'no-start';
	if (!occupancy.hasVisitLeft(company)) return 'most-visits-reached';
	if (solution[team]!.length >= model.problem.rules.visits[1]) return 'enough-visits';

	const free = model.days.flatMap((_, day) =>
		model.starts[company]![day]!.filter(
			(start) => !begun(model.problem, day, start) && occupancy.accepts(company, day, start, team)
		).map((start) => ({ company, day, start }))
	);
	if (free.length === 0) return 'full';
	const fitting = (of: Model) => free.some((stop) => fits(of, solution[team]!, team, stop));
	if (fitting(model)) return null;
	if (model.rests[team]!.every((rests) => rests.length === 0)) return 'no-time';
	return fitting({ ...model, rests: model.rests.map((days) => days.map(() => noRests)) })
		? 'rest'
		: 'no-time';
}

function fits(model: Model, stops: readonly Stop[], team: number, stop: Stop): boolean {
	const day = inOrder([...stops.filter((other) => other.day === stop.day), stop]);
	return feasibleDay(model, team, stop.day, day);
}
