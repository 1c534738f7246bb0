import { departments } from '$lib/domain/departments';
import { yearOf, yearsOf } from '$lib/domain/network/board';
import { markersOf } from '$lib/geo/france-map';
import type { Db } from '../../db/client';
import { network } from '../../db/repositories/network';
import { france } from '../../geocoding/contours';

/** How many rallies in each département, of one year or of all: as a drawing and as a table. */
export async function readPlaces(db: Db, year: number | null) {
	const all = await network(db).rallies();
	const rallies = year === null ? all : all.filter((rally) => yearOf(rally) === year);
	const counts = new Map<string, number>();
	for (const { department } of rallies) counts.set(department, (counts.get(department) ?? 0) + 1);
	const map = await france();
	return {
		years: yearsOf(all),
		map: { width: map.width, height: map.height, borders: map.borders },
		markers: markersOf(map, counts),
		rows: [...counts]
			.map(([code, count]) => ({
				code,
				name: departments[code] ?? code,
				count,
				onMap: code in map.centres,
				organizations: [
					...new Set(rallies.filter(({ department }) => department === code).map((one) => one.organization))
				].sort((a, b) => a.localeCompare(b, 'fr'))
			}))
			.sort((a, b) => b.count - a.count || a.code.localeCompare(b.code))
	};
}
