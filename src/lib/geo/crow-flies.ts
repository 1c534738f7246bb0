import type { Position } from '$lib/domain/rally';

/** Mean radius of the Earth (IUGG), metres. */
const RADIUS = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** Great-circle distance (haversine), metres. */
export function crowFlies(a: Position, b: Position): number {
	const dLat = Math.sin(((b.lat - a.lat) * RADIANS) / 2);
	const dLon = Math.sin(((b.lon - a.lon) * RADIANS) / 2);
	const h = dLat * dLat + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * dLon * dLon;
	return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}
