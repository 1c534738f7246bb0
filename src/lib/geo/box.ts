import type { Position } from '$lib/domain/rally';

/** WGS84 degrees. Never crosses the antimeridian: no French département does. */
export interface Box {
	west: number;
	south: number;
	east: number;
	north: number;
}

const METRES_PER_DEGREE = 111_195;

export const inBox = ({ lon, lat }: Position, { west, south, east, north }: Box): boolean =>
	west <= lon && lon <= east && south <= lat && lat <= north;

export const boxesMeet = (a: Box, b: Box): boolean =>
	a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;

/** The smallest box holding every position, widened on each side by `margin` metres; null without a position. */
export function boxAround(positions: readonly Position[], margin = 0): Box | null {
	if (positions.length === 0) return null;
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { lon, lat } of positions) {
		west = Math.min(west, lon);
		south = Math.min(south, lat);
		east = Math.max(east, lon);
		north = Math.max(north, lat);
	}
	const dLat = margin / METRES_PER_DEGREE;
	const dLon = dLat / Math.cos((((south + north) / 2) * Math.PI) / 180);
	return { west: west - dLon, south: south - dLat, east: east + dLon, north: north + dLat };
}
