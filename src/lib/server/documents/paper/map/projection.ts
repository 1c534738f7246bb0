import type { Position } from '$lib/domain/rally';

export interface Frame {
	x: number;
	y: number;
	width: number;
	height: number;
}
/** A point of the page, millimetres. */
export interface Point {
	x: number;
	y: number;
}

export interface Projection {
	project(position: Position): Point;
	/** Kilometres on the ground in one millimetre of paper. */
	kmPerMm: number;
	/** The ground seen in the frame, degrees. */
	seen: { west: number; east: number; south: number; north: number };
}

const KM_PER_DEGREE = 111.32;

/**
 * Fits positions in a frame, north up, the same scale both ways. On the scale of a day by car the earth is
 * flat: degrees of longitude are only shortened by the cosine of the middle latitude.
 * `padding` is kept free around, millimetres; nothing is drawn closer than `smallestKm` across.
 */
export function fit(
	positions: readonly Position[],
	frame: Frame,
	padding: number,
	smallestKm = 3
): Projection {
	const lons = positions.map(({ lon }) => lon);
	const lats = positions.map(({ lat }) => lat);
	const middle = {
		lon: (Math.min(...lons) + Math.max(...lons)) / 2,
		lat: (Math.min(...lats) + Math.max(...lats)) / 2
	};
	const kmPerLon = KM_PER_DEGREE * Math.cos((middle.lat * Math.PI) / 180);
	const wide = Math.max((Math.max(...lons) - Math.min(...lons)) * kmPerLon, smallestKm);
	const high = Math.max((Math.max(...lats) - Math.min(...lats)) * KM_PER_DEGREE, smallestKm);
	const kmPerMm = Math.max(wide / (frame.width - 2 * padding), high / (frame.height - 2 * padding));
	const halfLon = (frame.width * kmPerMm) / 2 / kmPerLon;
	const halfLat = (frame.height * kmPerMm) / 2 / KM_PER_DEGREE;

	return {
		project: ({ lon, lat }) => ({
			x: frame.x + frame.width / 2 + ((lon - middle.lon) * kmPerLon) / kmPerMm,
			y: frame.y + frame.height / 2 - ((lat - middle.lat) * KM_PER_DEGREE) / kmPerMm
		}),
		kmPerMm,
		seen: {
			west: middle.lon - halfLon,
			east: middle.lon + halfLon,
			south: middle.lat - halfLat,
			north: middle.lat + halfLat
		}
	};
}

/** Whether any of the outline's box is in what is seen. */
export function isSeen(points: readonly Position[], { seen }: Projection): boolean {
	let west = Infinity,
		east = -Infinity,
		south = Infinity,
		north = -Infinity;
	for (const { lon, lat } of points) {
		west = Math.min(west, lon);
		east = Math.max(east, lon);
		south = Math.min(south, lat);
		north = Math.max(north, lat);
	}
	return west < seen.east && east > seen.west && south < seen.north && north > seen.south;
}

/** A round distance that takes between a tenth and a quarter of the width, kilometres. */
export function scaleLength(kmPerMm: number, width: number): number {
	const most = (kmPerMm * width) / 4;
	const power = 10 ** Math.floor(Math.log10(most));
	return [5, 2, 1].map((n) => n * power).find((km) => km <= most) ?? power;
}
