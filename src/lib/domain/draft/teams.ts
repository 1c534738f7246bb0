import type { PlannedBreak, PlannedTeam } from '../plan';
import { cell, cellsOf, teamsIn, type Cells } from './cells';

/** Cells as the teams of a plan, in the order of the letters. */
export const teamsOfCells = (cells: Cells): Omit<PlannedTeam, 'id'>[] =>
	teamsIn(cells).map((letter) => {
		const { vehicleId, accompanistId, driverId } = cell(cells, 'crew', letter)!;
		return {
			letter,
			vehicleId,
			accompanistId,
			driverId,
			memberIds: cellsOf(cells, 'person')
				.filter(([, { team }]) => team === letter)
				.map(([id]) => id)
				.sort(),
			visits: cellsOf(cells, 'visit')
				.filter(([, { team }]) => team === letter)
				.map(([, { companyId, date, start, end }]) => ({ companyId, date, start, end }))
				.sort((a, b) => a.date.localeCompare(b.date) || a.start - b.start)
		};
	});

export const breaksOfCells = (cells: Cells): PlannedBreak[] =>
	cellsOf(cells, 'break')
		.map(([, { team, date, from, to, label }]) => ({ team, date, from, to, label }))
		.sort((a, b) => a.date.localeCompare(b.date) || a.from - b.from || a.team.localeCompare(b.team));
