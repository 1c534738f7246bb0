import { joinRings, type DepartmentBorders, type Line } from './contours';

/** Mainland France as one drawing: every border, and where each département's number may stand. Units of the drawing. */
export interface FranceMap {
	width: number;
	height: number;
	/** Path of all borders, for an SVG. */
	borders: string;
	/** By INSEE code; none overseas, where no outline is shipped. */
	centres: Record<string, { x: number; y: number }>;
}

const MIDDLE = 46.5;

/** Drawn `width` units wide; points nearer than one unit to the one before are left out. */
export function franceMap({ features }: DepartmentBorders, width = 600): FranceMap {
	const points = features.flatMap(({ geometry }) => geometry.coordinates);
	const [west, east] = [Math.min(...points.map(([lon]) => lon)), Math.max(...points.map(([lon]) => lon))];
	const [south, north] = [
		Math.min(...points.map(([, lat]) => lat)),
		Math.max(...points.map(([, lat]) => lat))
	];
	const perLon = width / (east - west);
	const perLat = perLon / Math.cos((MIDDLE * Math.PI) / 180);
	const place = ([lon, lat]: Line[number]) => ({ x: (lon - west) * perLon, y: (north - lat) * perLat });

	const lines = new Map<string, Line[]>();
	for (const { properties, geometry } of features)
		for (const code of properties.between)
			lines.set(code, [...(lines.get(code) ?? []), geometry.coordinates]);

	return {
		width,
		height: Math.ceil((north - south) * perLat),
		borders: features.map(({ geometry }) => pathOf(geometry.coordinates.map(place))).join(''),
		centres: Object.fromEntries(
			[...lines].flatMap(([code, own]) => {
				const rings = joinRings(own).map((ring) => ring.map(place));
				const largest = rings.sort((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))[0];
				return largest ? [[code, centreOf(largest)]] : [];
			})
		)
	};
}

interface Spot {
	x: number;
	y: number;
}

function pathOf(points: readonly Spot[]): string {
	const kept = points.filter((point, i) => {
		const before = points[i - 1];
		return !before || i === points.length - 1 || i % 3 === 0 || Math.hypot(point.x - before.x, point.y - before.y) > 2; // prettier-ignore
	});
	return kept.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}

const cross = (a: Spot, b: Spot) => a.x * b.y - b.x * a.y;
const pairs = (ring: readonly Spot[]) => ring.slice(1).map((point, i) => [ring[i]!, point] as const);
const areaOf = (ring: readonly Spot[]) => pairs(ring).reduce((sum, [a, b]) => sum + cross(a, b), 0) / 2;

function centreOf(ring: readonly Spot[]): Spot {
	const area = areaOf(ring);
	const along = (of: (spot: Spot) => number) =>
		pairs(ring).reduce((sum, [a, b]) => sum + (of(a) + of(b)) * cross(a, b), 0) / (6 * area);
	return { x: along(({ x }) => x), y: along(({ y }) => y) };
}

export interface Marker extends Spot {
	code: string;
	count: number;
	radius: number;
}

/** A disc per département with rallies, pushed apart until none hides another. */
export function markersOf(map: FranceMap, counts: ReadonlyMap<string, number>): Marker[] {
	const markers = [...counts]
		.flatMap(([code, count]): Marker[] => {
			const centre = map.centres[code];
			return centre && count > 0 ? [{ code, count, ...centre, radius: 9 + 2.5 * Math.sqrt(count) }] : [];
		})
		.sort((a, b) => b.count - a.count || a.code.localeCompare(b.code));
	for (let turn = 0; turn < 60; turn++) {
		for (const [i, a] of markers.entries()) {
			for (const b of markers.slice(i + 1)) {
				const [dx, dy] = [b.x - a.x || 0.1, b.y - a.y || 0.1];
				const gap = a.radius + b.radius + 1 - Math.hypot(dx, dy);
				if (gap <= 0) continue;
				const [px, py] = [((dx / Math.hypot(dx, dy)) * gap) / 2, ((dy / Math.hypot(dx, dy)) * gap) / 2];
				a.x -= px;
				a.y -= py;
				b.x += px;
				b.y += py;
			}
		}
	}
	return markers;
}
