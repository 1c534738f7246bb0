import { bboxClip, multiLineString, polygon, simplify } from '@turf/turf';
import type { Box } from './box';
import { lineMeets, type Line, type Outlines } from './contours';

/**
 * What of the outlines falls in a box, no finer than `tolerance` degrees (0.001° is 111 m north to south): the lines
 * of a map drawn on paper. `land` stays closed, cut along the box, so that it can be filled.
 */
export function clipOutlines(
	outlines: Outlines,
	box: Box,
	tolerance = (box.east - box.west) / 2000
): Outlines {
	return {
		land: outlines.land.flatMap((ring) => clipRing(ring, box, tolerance)),
		neighbours: clipLines(outlines.neighbours, box, tolerance),
		communes: clipLines(outlines.communes, box, tolerance),
		department: clipLines(outlines.department, box, tolerance)
	};
}

function clipLines(lines: readonly Line[], box: Box, tolerance: number): Line[] {
	const near = lines.filter((line) => line.length > 1 && lineMeets(line, box));
	if (near.length === 0) return [];
	const { geometry } = bboxClip(multiLineString(near), corners(box));
	return geometry.type === 'MultiLineString'
		? (geometry.coordinates as Line[]).filter((line) => line.length > 1).map((line) => thin(line, tolerance))
		: geometry.coordinates.length > 1
			? [thin(geometry.coordinates as Line, tolerance)]
			: [];
}

function clipRing(ring: Line, box: Box, tolerance: number): Line[] {
	if (ring.length < 4 || !lineMeets(ring, box)) return [];
	const { geometry } = bboxClip(polygon([ring]), corners(box));
	return (geometry.coordinates as Line[]).filter((cut) => cut.length > 3).map((cut) => thin(cut, tolerance));
}

/** The ends stay: a closed line stays closed. Splitting it in two keeps Douglas–Peucker meaningful on a ring. */
function thin(line: Line, tolerance: number): Line {
	if (tolerance <= 0 || line.length < 4) return line;
	const middle = Math.floor(line.length / 2);
	const halves = multiLineString([line.slice(0, middle + 1), line.slice(middle)]);
	const [a = [], b = []] = simplify(halves, { tolerance, highQuality: true }).geometry.coordinates as Line[];
	return [...a, ...b.slice(1)];
}

const corners = (box: Box): [number, number, number, number] => [box.west, box.south, box.east, box.north];
