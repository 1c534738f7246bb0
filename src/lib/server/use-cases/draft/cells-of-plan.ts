import { createHash } from 'node:crypto';
import type { CellKey, CellValue, Cells } from '$lib/domain/draft/cells';
import type { Plan } from '$lib/domain/plan';

/**
 * A saved plan as cells that can be changed one by one. Visits and breaks are named from what they are: the same plan
 * gives the same cells, so that changes proposed to it can be applied to it later.
 */
export function cellsOfPlan({ teams, breaks }: Pick<Plan, 'teams' | 'breaks'>): Cells {
	const cells: [CellKey, CellValue][] = [];
	for (const { letter, memberIds, visits, vehicleId, accompanistId, driverId } of teams) {
		cells.push([`crew:${letter}`, { vehicleId, accompanistId, driverId }]);
		for (const person of memberIds) cells.push([`person:${person}`, { team: letter }]);
		for (const visit of visits)
			cells.push([
				`visit:${idFrom(letter, visit.companyId, visit.date, visit.start)}`,
				{ team: letter, ...visit, pinned: [] }
			]);
	}
	for (const [i, rest] of breaks.entries())
		cells.push([`break:${idFrom(rest.team, rest.date, rest.from, i)}`, rest]);
	return Object.fromEntries(cells);
}

/** A UUID (version 8, RFC 9562) that the same words always give. */
function idFrom(...words: (string | number)[]): string {
	const hex = createHash('sha256').update(words.join(' ')).digest('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		`8${hex.slice(17, 20)}`,
		hex.slice(20, 32)
	].join('-');
}
