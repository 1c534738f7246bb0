import type { Dossier } from '$lib/domain/dossier';
import { MEETING, type PlanTravel } from '$lib/domain/plan';
import type { Position } from '$lib/domain/rally';
import { rushPercent } from '$lib/domain/rush-hours';
import {
	travelMatrix,
	withRouted,
	withTyped,
	type LocatedPlace,
	type TravelMatrix,
	type TypedTime
} from '$lib/geo/travel-times';
import type { Db } from '../../db/client';
import { roadTimes, type RoadTimeRow } from '../../db/repositories/road-times';
import { typedTravels } from '../../db/repositories/typed-travel';

type Known = Pick<Dossier, 'rally' | 'companies'>;

/** The places between which teams drive: the meeting point, then every company that has a position. */
export const placesOf = ({ rally, companies }: Known): LocatedPlace[] => [
	...(rally.meetingPoint?.position ? [{ id: MEETING, position: rally.meetingPoint.position }] : []),
	...companies.flatMap(({ id, position }) => (position ? [{ id, position }] : []))
];

/** Whether an answer is about the two places where they stand now. */
export function stillThere(row: RoadTimeRow, at: ReadonlyMap<string, Position>): boolean {
	const [from, to] = [at.get(row.fromPlace), at.get(row.toPlace)];
	return (
		from?.lon === row.fromLongitude &&
		from.lat === row.fromLatitude &&
		to?.lon === row.toLongitude &&
		to.lat === row.toLatitude
	);
}

export interface RallyRoads {
	matrix: TravelMatrix;
	/** What the road server said of the pairs as they stand, faults included. */
	rows: RoadTimeRow[];
	typed: TypedTime[];
}

/** Estimates everywhere, the road server's times where it gave one, what the organizer typed above all. */
export async function readRoads(db: Db, dossier: Known): Promise<RallyRoads> {
	const { rally } = dossier;
	const { terrain, roadMargin, parkingMinutes } = rally.settings;
	const places = placesOf(dossier);
	const at = new Map(places.map(({ id, position }) => [id, position]));
	const rows = (await roadTimes(db).list(rally.id)).filter((row) => stillThere(row, at));
	const longer = rushPercent(rally);
	const estimated = travelMatrix({ places, terrain, parkingMinutes, rushPercent: longer, typed: [] });
	const routed = withRouted(
		estimated,
		rows.flatMap(({ fromPlace, toPlace, seconds, metres }) =>
			seconds === null ? [] : [{ from: fromPlace, to: toPlace, seconds, metres }]
		),
		{ marginPercent: roadMargin, parkingMinutes, rushPercent: longer }
	);
	const typed = await typedTravels(db).list(rally.id);
	return { matrix: withTyped(routed, typed), rows, typed };
}

/** The directed times between all the places of a rally, minutes. Asks nobody: only what is known is read. */
export async function readTravel(db: Db, dossier: Known): Promise<PlanTravel> {
	const { ids, minutes, legs } = (await readRoads(db, dossier)).matrix;
	return { ids, minutes, sources: legs.map((row) => row.map(({ source }) => source)) };
}
