import { cellsOf, type Cells } from '../../domain/draft/cells';
import { teamsOfCells } from '../../domain/draft/teams';
import type { HandPlan } from './judge';

/** A draft as the planner tells plans: `dates` are the visiting days in order, and a visit on none of them is on day -1. */
export const handPlanOf = (cells: Cells, dates: readonly string[]): HandPlan => ({
	crews: teamsOfCells(cells),
	visits: cellsOf(cells, 'visit').map(([id, { team, companyId, date, start, end }]) => ({
		id,
		team,
		company: companyId,
		day: dates.indexOf(date),
		start,
		end
	}))
});
