import { boxAround, boxesMeet, type Box } from './box';

/** Longitude first, WGS84 degrees, as in GeoJSON. */
export type Point = [lon: number, lat: number];
export type Line = Point[];

/** `departments.json`: each border once, with the département on either side (one along the sea). */
export interface DepartmentBorders {
	features: { properties: { between: string[] }; geometry: { coordinates: Line } }[];
}

/** `communes-07.json`: the département's outline, and the borders between its communes. */
export interface CommuneBorders {
	features: { properties: { kind: 'department' | 'communes' }; geometry: { coordinates: Line[] } }[];
	/** Every commune of the département, in 2026. */
	names: TownRow[];
}

/** Départements whose communes are shipped. */
export const withCommunes: readonly string[] = ['07', '38', '49'];

/** `towns.json`: name, longitude, latitude, population; most populous first. */
export type TownRow = [name: string, lon: number, lat: number, population: number];

/** What a base map draws, from the ground up. */
export interface Outlines {
	/** Closed rings of the département, to be filled. Empty overseas: no outline is shipped. */
	land: Line[];
	/** Borders of the départements around, without those of the one asked for. */
	neighbours: Line[];
	/** Borders between the communes; empty where they are not shipped. */
	communes: Line[];
	/** The département's own border. */
	department: Line[];
}

/** The outlines of one département: finer where its communes are shipped, without any fill when it is null. */
export function outlinesOf(
	department: string | null,
	borders: DepartmentBorders,
	communes: CommuneBorders | null
): Outlines {
	const own: Line[] = [];
	const neighbours: Line[] = [];
	for (const { properties, geometry } of borders.features) {
		const mine = department !== null && properties.between.includes(department);
		(mine ? own : neighbours).push(geometry.coordinates);
	}
	const kind = (wanted: string) =>
		(communes?.features ?? [])
			.filter((feature) => feature.properties.kind === wanted)
			.flatMap((feature) => feature.geometry.coordinates);
	const outline = communes ? kind('department') : joinRings(own);
	return { land: outline, neighbours, communes: kind('communes'), department: outline };
}

/** Ties lines that share an end into closed rings; what cannot be closed is left out. */
export function joinRings(lines: readonly Line[]): Line[] {
	const loose = new Set(lines);
	const rings: Line[] = [];
	for (const first of lines) {
		if (!loose.delete(first)) continue;
		let ring = [...first];
		for (let next = continuing(ring, loose); next && !isClosed(ring); next = continuing(ring, loose)) {
			loose.delete(next.line);
			ring = ring.concat(next.points.slice(1));
		}
		if (isClosed(ring) && ring.length > 3) rings.push(ring);
	}
	return rings;
}

/** The box of everything drawn, or null when there is nothing. */
export const boxOfLines = (lines: readonly Line[]): Box | null =>
	boxAround(lines.flat().map(([lon, lat]) => ({ lon, lat })));

export const lineMeets = (line: Line, box: Box): boolean => {
	const own = boxOfLines([line]);
	return own !== null && boxesMeet(own, box);
};

const same = (a: Point | undefined, b: Point | undefined): boolean =>
	a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

const isClosed = (line: Line): boolean => same(line[0], line.at(-1));

function continuing(ring: Line, loose: ReadonlySet<Line>): { line: Line; points: Line } | null {
	const end = ring.at(-1);
	for (const line of loose) {
		if (same(line[0], end)) return { line, points: line };
		if (same(line.at(-1), end)) return { line, points: line.toReversed() };
	}
	return null;
}
