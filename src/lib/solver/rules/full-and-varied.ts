import { sum, type Rule } from './rule';

/** As many visits as allowed, in as many sectors. */
export const fullAndVaried: Rule = {
	name: 'full-and-varied',
	level: 'comfort',
	cost: ({ model, solution, sectors }) => {
		const { sameSector, visitShortOfMax } = model.problem.comfort;
		const most = model.problem.rules.visits[1];
		return sum(
			solution.map(
				(stops, team) =>
					sameSector * (stops.length - sectors[team]!) + visitShortOfMax * (most - stops.length)
			)
		);
	}
};
