import type { PlannedBreak, PlannedTeam } from '../plan';
import { cell, cellsOf, teamsIn, type Cells } from './cells';

/** Cells as the teams of a plan, in the order of the letters. */
export function teamsOfCells(cells: Cells): Omit<PlannedTeam, 'id'>[] {
	const people = cellsOf(cells, 'person');
	const visits = cellsOf(cells, 'visit');
	return teamsIn(cells).map((letter) => {
		const { vehicleId, accompanistId, driverId } = cell(cells, 'crew', letter)!;
		return {
			letter,
			vehicleId,
			accompanistId,
			driverId,
			memberIds: people
				.filter(([, { team }]) => team === letter)
				.map(([id]) => id)
				.sort(),
			visits: visits
				.filter(([, { team }]) => team === letter)
				.map(([, { companyId, date, start, end }]) => ({ companyId, date, start, end }))
				.sort((a, b) => a.date.localeCompare(b.date) || a.start - b.start)
		};
	});
}

export const breaksOfCells = (cells: Cells): PlannedBreak[] =>
	cellsOf(cells, 'break')
		.map(([, { team, date, from, to, label }]) => ({ team, date, from, to, label }))
		.sort((a, b) => a.date.localeCompare(b.date) || a.from - b.from || a.team.localeCompare(b.team));
