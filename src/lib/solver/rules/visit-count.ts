import { obstaclesOf } from '../obstacles';
import { sum, type Rule } from './rule';

/** « Chaque participant devra avoir visité 6 à 8 entreprises »: visits missing under the least. */
export const visitCount: Rule = {
	name: 'visit-count',
	level: 'charter',
	cost: ({ model, solution }) =>
		sum(solution.map((stops) => Math.max(0, model.problem.rules.visits[0] - stops.length))),
	findings: ({ model, solution }) =>
		solution.flatMap((stops, team) => {
			const [min] = model.problem.rules.visits;
			if (stops.length >= min) return [];
			const { id } = model.teams[team]!;
			return [
				{
					kind: 'visits-short',
					team: id,
					visits: stops.length,
					min,
					obstacles: obstaclesOf(model, solution, team)
				}
			];
		})
};
