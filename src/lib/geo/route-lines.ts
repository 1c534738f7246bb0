import type { Position } from '$lib/domain/rally';

/** Beyond this many positions a line follows real roads, and is drawn as it is. */
const MOST_STOPS = 20;
/** Points of a curved leg. */
const STEPS = 12;

/**
 * Lines as drawn, one for each list of stops. A leg that several lines share stays straight for the first and is
 * bent aside for the others, more for each: no team hides another.
 */
export function spreadLines(lines: readonly (readonly Position[])[]): Position[][] {
	const drawn = new Map<string, number>();
	return lines.map((line) => {
		if (line.length > MOST_STOPS) return [...line];
		return line.flatMap((from, i) => {
			const to = line[i + 1];
			if (!to) return [from];
			const [a, b] = [keyOf(from), keyOf(to)];
			const leg = a < b ? `${a} ${b}` : `${b} ${a}`;
			const before = drawn.get(leg) ?? 0;
			drawn.set(leg, before + 1);
			// Alternate sides, further out each time, whichever way the leg is driven.
			const bend = (before % 2 === 1 ? 0.12 : -0.12) * Math.ceil(before / 2) * (a < b ? 1 : -1);
			return before === 0 ? [from] : curve(from, to, bend);
		});
	});
}

/** From `from` up to but without `to`, leaning aside by `bend` times the length. */
function curve(from: Position, to: Position, bend: number): Position[] {
	const squeeze = Math.cos((((from.lat + to.lat) / 2) * Math.PI) / 180);
	const dx = (to.lon - from.lon) * squeeze;
	const dy = to.lat - from.lat;
	return Array.from({ length: STEPS }, (_, step) => {
		const t = step / STEPS;
		const aside = 4 * t * (1 - t) * bend;
		return { lon: from.lon + (dx * t - dy * aside) / squeeze, lat: from.lat + dy * t + dx * aside };
	});
}

export interface Spot {
	x: number;
	y: number;
}

/**
 * Where to write a line's letter along it, in pixels: about every `spacing`, each time the best spot first and then
 * a few before and after it, for when the first is taken.
 */
export function spotsAlong(points: readonly Spot[], spacing: number): Spot[][] {
	const lengths = points
		.slice(1)
		.map((point, i) => Math.hypot(point.x - points[i]!.x, point.y - points[i]!.y));
	const total = lengths.reduce((sum, length) => sum + length, 0);
	if (total === 0) return [];
	const count = Math.min(400, Math.max(1, Math.round(total / spacing)));
	return Array.from({ length: count }, (_, i) => {
		const middle = ((i + 0.5) * total) / count;
		return [0, 1, -1, 2, -2, 3, -3, 4, -4]
			.map((shift) => middle + (shift * Math.min(spacing, total)) / 10)
			.map((distance) => pointAt(points, lengths, distance));
	});
}

function pointAt(points: readonly Spot[], lengths: readonly number[], distance: number): Spot {
	let left = distance;
	for (const [i, length] of lengths.entries()) {
		if (left <= length && length > 0) {
			const [from, to] = [points[i]!, points[i + 1]!];
			return { x: from.x + ((to.x - from.x) * left) / length, y: from.y + ((to.y - from.y) * left) / length };
		}
		left -= length;
	}
	return points.at(-1)!;
}

const keyOf = ({ lon, lat }: Position): string => `${lon},${lat}`;
