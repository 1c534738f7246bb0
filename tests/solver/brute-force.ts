import { feasibleDay } from '$lib/solver/feasible-day';
import { modelOf, type Model, type Solution, type Stop } from '$lib/solver/model';
import { Occupancy } from '$lib/solver/occupancy';
import type { Problem } from '$lib/solver/problem';
import { compare, scoreOf, type Score } from '$lib/solver/score';

/** Every plan of one team on one day, in every order of its companies. */
export function everyDay(model: Model, team: number, day: number): Stop[][] {
	const found: Stop[][] = [[]];
	const grow = (stops: Stop[]) => {
		model.companies.forEach((_, company) => {
			if (!model.admits[team]![company] || stops.some((stop) => stop.company === company)) return;
			for (const start of model.starts[company]![day]!) {
				if (stops.length > 0 && start <= stops.at(-1)!.start) continue;
				const next = [...stops, { company, day, start }];
				// A day too short for lunch may still become one with room for it: only the finished one is judged.
				if (feasibleDay(model, team, day, next)) found.push(next);
				if (next.length < model.days[day]!.maxVisits) grow(next);
			}
		});
	};
	if (model.hours[team]![day]) grow([]);
	return found;
}

/** The best score there is, by trying everything. */
export function bestByBruteForce(problem: Problem): Score {
	const model = modelOf(problem);
	const plans = model.teams.map((_, team) =>
		model.days.reduce<Stop[][]>(
			(all, _, day) =>
				all.flatMap((before) =>
					everyDay(model, team, day)
						.map((stops) => [...before, ...stops])
						.filter((stops) => new Set(stops.map(({ company }) => company)).size === stops.length)
						.filter((stops) => stops.length <= problem.rules.visits[1])
				),
			[[]]
		)
	);
	let best: Score | null = null;
	for (const first of plans[0]!) {
		for (const second of plans[1]!) {
			const solution: Solution = [first, second];
			if (!received(model, solution)) continue;
			const score = scoreOf(model, solution);
			if (!best || compare(score, best) < 0) best = score;
		}
	}
	return best!;
}

function received(model: Model, solution: Solution): boolean {
	const placed: Solution = solution.map(() => []);
	return solution.every((stops, team) =>
		stops.every((stop) => {
			const occupancy = new Occupancy(model, placed);
			const fits =
				occupancy.hasVisitLeft(stop.company) && occupancy.accepts(stop.company, stop.day, stop.start, team);
			placed[team]!.push(stop);
			return fits;
		})
	);
}
