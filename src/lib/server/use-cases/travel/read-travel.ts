import { MEETING, type PlanTravel } from '$lib/domain/plan';
import type { Dossier } from '$lib/domain/dossier';
import { travelMatrix, type LocatedPlace } from '$lib/geo/travel-times';
import type { Db } from '../../db/client';
import { typedTravels } from '../../db/repositories/typed-travel';

/** The places between which teams drive: the meeting point, then every company that has a position. */
export const placesOf = ({ rally, companies }: Pick<Dossier, 'rally' | 'companies'>): LocatedPlace[] => [
	...(rally.meetingPoint?.position ? [{ id: MEETING, position: rally.meetingPoint.position }] : []),
	...companies.flatMap(({ id, position }) => (position ? [{ id, position }] : []))
];

/** The directed times between all the places of a rally, minutes; what the organizer typed wins. */
export async function readTravel(db: Db, dossier: Pick<Dossier, 'rally' | 'companies'>): Promise<PlanTravel> {
	const { ids, minutes, legs } = travelMatrix({
		places: placesOf(dossier),
		terrain: dossier.rally.settings.terrain,
		typed: await typedTravels(db).list(dossier.rally.id)
	});
	return {
		ids,
		minutes,
		sources: legs.map((row) => row.map(({ source }) => (source === 'typed' ? 'typed' : 'estimated')))
	};
}
