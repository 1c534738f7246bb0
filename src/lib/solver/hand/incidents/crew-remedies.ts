import {
	cell,
	cellsOf,
	teamsIn,
	type CellChange,
	type Cells,
	type DraftCrew
} from '../../../domain/draft/cells';
import { teamsOfCells } from '../../../domain/draft/teams';
import { findingsOf } from '../../teams/findings';
import type { HandGround } from '../ground';
import { changed, edited, visitsAhead, type Incident, type RemedyKind, type Standing } from './incident';

/** Ways to seat people again, before anybody looks at the hours. */
export interface Seating {
	kind: RemedyKind;
	cells: Cells;
}

/** How many of each kind are worth weighing in full. */
const EACH = 3;

/**
 * What can be done with people, cars and accompanists: the most sensible of each kind first. Nobody rides with nobody
 * to drive them when something else is possible; a team of fewer than three is told, never hidden.
 */
export function seatings(
	ground: HandGround,
	cells: Cells,
	incident: Incident,
	standing: Standing
): Seating[] {
	switch (incident.kind) {
		case 'absent':
			return absent(ground, cells, incident.people, standing);
		case 'no-accompanist':
			return withoutGuide(ground, cells, incident.accompanist, standing);
		case 'no-vehicle':
			return withoutCar(ground, cells, incident.vehicle, standing);
		case 'one-more': {
			const join = teamsIn(cells).map((team) => edited(cells, { kind: 'move-person', person: incident.person, team })); // prettier-ignore
			return best(ground, join).map((one) => ({ kind: 'join', cells: one }));
		}
		default:
			return [];
	}
}

function absent(ground: HandGround, cells: Cells, people: string[], standing: Standing): Seating[] {
	const teams = [...new Set(people.flatMap((id) => cell(cells, 'person', id)?.team ?? []))];
	const without = people.reduce(
		(one, person) => edited(one, { kind: 'move-person', person, team: null }),
		cells
	);
	const found: Seating[] = [{ kind: 'carry-on', cells: without }];
	for (const team of teams) {
		if (sizeOf(without, team) >= ground.riders.size.min) continue;
		const givers = teamsIn(without).filter(
			(other) => other !== team && sizeOf(without, other) > ground.riders.size.min
		);
		const joined = givers.flatMap((giver) =>
			membersOf(without, giver).map((person) => edited(without, { kind: 'move-person', person, team }))
		);
		found.push(...best(ground, joined).map((one): Seating => ({ kind: 'bring-in', cells: one })));
		found.push({ kind: 'spread', cells: spread(ground, without, team, standing) });
	}
	return found;
}

function withoutGuide(ground: HandGround, cells: Cells, gone: string, standing: Standing): Seating[] {
	const [team, crew] = cellsOf(cells, 'crew').find(([, { accompanistId, driverId }]) => [accompanistId, driverId].includes(gone)) ?? []; // prettier-ignore
	if (!team || !crew) return [];
	const part = crew.accompanistId === gone ? 'accompanistId' : 'driverId';
	const busy = new Set(
		cellsOf(cells, 'crew').flatMap(([, { accompanistId, driverId }]) => [accompanistId, driverId])
	);
	const free = ground.riders.accompanists.filter(({ id }) => id !== gone && !busy.has(id));
	const vacant = put(cells, team, { [part]: null });
	const others = free.map(({ id }) => put(vacant, team, { [part]: id }));
	// Who drives the car may well go with the team too.
	if (part === 'accompanistId' && crew.driverId)
		others.push(put(vacant, team, { accompanistId: crew.driverId, driverId: null }));
	return [
		...best(ground, others).map((one): Seating => ({ kind: 'other-accompanist', cells: one })),
		{ kind: 'spread', cells: spread(ground, vacant, team, standing) }
	];
}

function withoutCar(ground: HandGround, cells: Cells, gone: string, standing: Standing): Seating[] {
	const [team] = cellsOf(cells, 'crew').find(([, { vehicleId }]) => vehicleId === gone) ?? [];
	if (!team) return [];
	const taken = new Set(cellsOf(cells, 'crew').map(([, { vehicleId }]) => vehicleId));
	const vacant = put(cells, team, { vehicleId: null });
	const free = ground.riders.vehicles.filter(({ id }) => id !== gone && !taken.has(id));
	const cars = free.map(({ id }) => put(vacant, team, { vehicleId: id }));
	// A small team may give its car to a larger one, and take the spare one that was too small for it.
	const traded = free.flatMap(({ id }) =>
		cellsOf(vacant, 'crew')
			.filter(([other, { vehicleId }]) => other !== team && vehicleId !== null)
			.map(([other, { vehicleId }]) => put(put(vacant, team, { vehicleId }), other, { vehicleId: id }))
	);
	return [
		...best(ground, cars).map((one): Seating => ({ kind: 'other-car', cells: one })),
		...best(ground, traded)
			.slice(0, 1)
			.map((one): Seating => ({ kind: 'trade-cars', cells: one })),
		{ kind: 'spread', cells: spread(ground, vacant, team, standing) }
	];
}

/**
 * A team's people with the other teams, one by one where it costs least, and its visits to come given up. A team that
 * has begun nothing is no more; one that has keeps what it has visited.
 */
function spread(ground: HandGround, cells: Cells, team: string, standing: Standing): Cells {
	const others = teamsIn(cells).filter((letter) => letter !== team);
	let now = cells;
	for (const person of membersOf(cells, team)) {
		const options = others.map((letter) => edited(now, { kind: 'move-person', person, team: letter }));
		now = best(ground, options)[0] ?? edited(now, { kind: 'move-person', person, team: null });
	}
	for (const [visit] of visitsAhead(cells, standing, team))
		now = edited(now, { kind: 'remove-visit', visit });
	const begun = cellsOf(now, 'visit').some(([, visit]) => visit.team === team);
	const gone: CellChange[] = [{ key: `crew:${team}`, before: cell(now, 'crew', team), after: null }];
	return begun ? now : changed(now, gone);
}

/** The options whose teams break least: what nobody can do, what is too few or too many, then wishes. */
function best(ground: HandGround, options: readonly Cells[]): Cells[] {
	return options
		.map((cells) => ({ cells, cost: costOf(ground, cells) }))
		.sort((a, b) => a.cost[0] - b.cost[0] || a.cost[1] - b.cost[1] || a.cost[2] - b.cost[2])
		.slice(0, EACH)
		.map(({ cells }) => cells);
}

const WISHES = ['apart-broken', 'together-broken', 'alone-of-gender'];

/** Faults of the teams and visits to hosts that would not let one in; wishes; size of the largest team. */
function costOf({ riders, doors }: HandGround, cells: Cells): [number, number, number] {
	const teams = teamsOfCells(cells);
	const findings = findingsOf(
		riders,
		teams.map(({ memberIds, vehicleId, accompanistId, driverId }) => ({
			members: memberIds,
			vehicle: vehicleId,
			accompanist: accompanistId,
			driver: driverId
		}))
	);
	const wishes = findings.filter(({ kind }) => WISHES.includes(kind)).length;
	const refused = teams.flatMap(({ memberIds, accompanistId, driverId, visits }) =>
		visits.filter(({ companyId }) => {
			const door = doors[companyId];
			return (
				door &&
				(memberIds.some((id) => door.people.includes(id)) ||
					[accompanistId, driverId].some((id) => id !== null && door.accompanists.includes(id)))
			);
		})
	).length;
	return [
		findings.length - wishes + refused,
		wishes,
		Math.max(0, ...teams.map(({ memberIds }) => memberIds.length))
	];
}

const membersOf = (cells: Cells, team: string): string[] =>
	cellsOf(cells, 'person')
		.filter(([, seat]) => seat.team === team)
		.map(([id]) => id);
const sizeOf = (cells: Cells, team: string): number => membersOf(cells, team).length;

const put = (cells: Cells, team: string, part: Partial<DraftCrew>): Cells => {
	const before = cell(cells, 'crew', team)!;
	return changed(cells, [{ key: `crew:${team}`, before, after: { ...before, ...part } }]);
};
