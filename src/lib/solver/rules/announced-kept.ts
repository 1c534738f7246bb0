import type { Tally } from '../tally';
import type { Rule } from './rule';

/** Visits already announced stay as they are: one point for each that the plan no longer holds. */
export const announcedKept: Rule = {
	name: 'announced-kept',
	level: 'promises',
	cost: (tally) => changed(tally).length,
	findings: (tally) =>
		changed(tally).map(({ team, company, day, start }) => ({
			kind: 'announced-visit-changed',
			team,
			company,
			day,
			start
		}))
};

const changed = ({ model, solution }: Tally) =>
	(model.problem.published ?? []).filter((visit) => {
		const team = model.teams.findIndex(({ id }) => id === visit.team);
		return !solution[team]?.some(
			({ company, day, start }) =>
				model.companies[company]!.id === visit.company && day === visit.day && start === visit.start
		);
	});
