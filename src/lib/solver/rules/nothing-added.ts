import { newVisit } from '../model';
import { sum, type Rule } from './rule';

/** Once visits have been announced, each one that was not is a surprise for a team and for a company. */
export const nothingAdded: Rule = {
	name: 'nothing-added',
	level: 'comfort',
	cost: ({ model, solution }) => {
		const announced = model.problem.published ?? [];
		const isNew = (team: string, company: string, day: number, start: number) =>
			!announced.some(
				(visit) =>
					visit.team === team && visit.company === company && visit.day === day && visit.start === start
			);
		return (
			newVisit(model) *
			sum(
				solution.map(
					(stops, team) =>
						stops.filter(({ company, day, start }) =>
							isNew(model.teams[team]!.id, model.companies[company]!.id, day, start)
						).length
				)
			)
		);
	}
};
