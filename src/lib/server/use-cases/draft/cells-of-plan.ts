import { randomUUID } from 'node:crypto';
import type { CellKey, CellValue, Cells } from '$lib/domain/draft/cells';
import type { Plan } from '$lib/domain/plan';

/** A saved plan as cells that can be changed one by one. */
export function cellsOfPlan({ teams, breaks }: Pick<Plan, 'teams' | 'breaks'>): Cells {
	const cells: [CellKey, CellValue][] = [];
	for (const { letter, memberIds, visits, vehicleId, accompanistId, driverId } of teams) {
		cells.push([`crew:${letter}`, { vehicleId, accompanistId, driverId }]);
		for (const person of memberIds) cells.push([`person:${person}`, { team: letter }]);
		for (const visit of visits) cells.push([`visit:${randomUUID()}`, { team: letter, ...visit, pinned: [] }]);
	}
	for (const rest of breaks) cells.push([`break:${randomUUID()}`, rest]);
	return Object.fromEntries(cells);
}
