import { inOrder, type Solution, type Stop } from '../model';
import type { Visit } from '../plan';
import type { Ground } from './ground';
import { columnOfStops, stopsOf, type TeamColumn } from './team-column';

/** The columns of a plan made elsewhere. */
export const columnsOf = (ground: Ground, solution: Solution): TeamColumn[] =>
	solution.map((stops, team) => columnOfStops(ground, team, stops));

/** Gives each team of a class one of the class's columns: that which keeps most of what was announced to it. */
export function solutionOf(
	{ model, slots, classes }: Ground,
	chosen: readonly TeamColumn[],
	announced: readonly Visit[]
): Solution {
	const solution: Solution = model.teams.map(() => []);
	const published = new Set(
		announced.map(({ team, company, day, start }) => [team, company, day, start].join())
	);
	classes.forEach(({ teams }, of) => {
		const plans = chosen.flatMap((column) => (column.of === of ? [inOrder(stopsOf(slots, column))] : []));
		const pairs = teams.flatMap((team) =>
			plans.map((plan) => ({
				team,
				plan,
				kept: plan.filter((stop) => published.has(keyOf(team, stop))).length
			}))
		);
		const given = new Set<number | Stop[]>();
		for (const { team, plan } of pairs.sort((a, b) => b.kept - a.kept)) {
			if (given.has(team) || given.has(plan)) continue;
			solution[team] = plan;
			given.add(team).add(plan);
		}
	});
	return solution;

	function keyOf(team: number, { company, day, start }: Stop): string {
		return [model.teams[team]!.id, model.companies[company]!.id, day, start].join();
	}
}
