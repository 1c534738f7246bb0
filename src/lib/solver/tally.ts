import { dayCost, type DayCost } from './day-cost';
import type { Model, Solution } from './model';

/** What the rules count in a solution. */
export interface Tally {
	model: Model;
	solution: Solution;
	/** Visits received by each company. */
	received: number[];
	/** Distinct sectors seen by each team. */
	sectors: number[];
	/** `days[team][day]`. */
	days: DayCost[][];
}

export function tallyOf(model: Model, solution: Solution): Tally {
	const received = model.companies.map(() => 0);
	for (const stops of solution) for (const { company } of stops) received[company]!++;
	return {
		model,
		solution,
		received,
		sectors: solution.map((stops) => new Set(stops.map(({ company }) => model.sectorOf[company])).size),
		days: solution.map((stops, team) =>
			model.days.map((_, day) =>
				dayCost(
					model,
					team,
					day,
					stops.filter((stop) => stop.day === day)
				)
			)
		)
	};
}
