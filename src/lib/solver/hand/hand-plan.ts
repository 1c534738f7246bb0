import { cellsOf, type Cells } from '../../domain/draft/cells';
import { teamsOfCells } from '../../domain/draft/teams';
import type { HandPlan } from './judge';

/** A draft as the planner tells plans: `dates` are the visiting days in order, and a visit on none of them is on day -1. */
export function handPlanOf(cells: Cells, dates: readonly string[]): HandPlan {
	const rests = restsIn(cells, dates);
	return {
		crews: teamsOfCells(cells).map((crew) => ({
			...crew,
			rests: rests.filter(({ team }) => team === crew.letter).map(({ rest }) => rest)
		})),
		visits: cellsOf(cells, 'visit').map(([id, { team, companyId, date, start, end }]) => ({
			id,
			team,
			company: companyId,
			day: dates.indexOf(date),
			start,
			end
		}))
	};
}

const restsIn = (cells: Cells, dates: readonly string[]) =>
	cellsOf(cells, 'break')
		.map(([, { team, date, from, to }]) => ({ team, rest: [dates.indexOf(date), from, to] as const }))
		.filter(({ rest: [day] }) => day >= 0)
		.sort(({ rest: a }, { rest: b }) => a[0] - b[0] || a[1] - b[1]);
