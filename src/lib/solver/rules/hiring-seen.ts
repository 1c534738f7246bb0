import { sum, type Rule } from './rule';

/** Companies that recruit are seen by a few teams: their visits are livelier. */
export const hiringSeen: Rule = {
	name: 'hiring-seen',
	level: 'comfort',
	cost: ({ model, received }) => {
		const { hiring, hiringWanted } = model.problem.comfort;
		return sum(
			model.companies.map((company, i) =>
				company.hiring ? hiring * Math.max(0, Math.min(hiringWanted, company.visits[1]) - received[i]!) : 0
			)
		);
	}
};
