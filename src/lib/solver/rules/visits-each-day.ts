import { sum, type Rule } from './rule';
import type { Tally } from '../tally';

/** Every team visits on each visiting day on which it is there. */
export const visitsEachDay: Rule = {
	name: 'visits-each-day',
	level: 'charter',
	cost: (tally) =>
		sum(tally.solution.map((_, team) => sum(short(tally, team).map(({ missing }) => missing)))),
	findings: (tally) =>
		tally.solution.flatMap((_, team) =>
			short(tally, team).map(({ day }) => ({
				kind: 'day-without-visit',
				team: tally.model.teams[team]!.id,
				day
			}))
		)
};

const short = ({ model, solution }: Tally, team: number): { day: number; missing: number }[] =>
	model.days.flatMap((_, day) => {
		if (!model.hours[team]![day]) return [];
		const missing =
			model.problem.rules.visitsPerDay - solution[team]!.filter((stop) => stop.day === day).length;
		return missing > 0 ? [{ day, missing }] : [];
	});
