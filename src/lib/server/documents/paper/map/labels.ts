import type { Frame, Point } from './projection';

/** A rectangle of the page, millimetres. */
export type Rect = Frame;
export type Segment = [Point, Point];

export const overlap = (a: Rect, b: Rect): boolean =>
	a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export const around = ({ x, y }: Point, radius: number): Rect => ({
	x: x - radius,
	y: y - radius,
	width: 2 * radius,
	height: 2 * radius
});

const within = (inner: Rect, outer: Rect): boolean =>
	inner.x >= outer.x &&
	inner.y >= outer.y &&
	inner.x + inner.width <= outer.x + outer.width &&
	inner.y + inner.height <= outer.y + outer.height;

export interface Room {
	frame: Rect;
	/** Where nothing may be written any more; `place` adds to it. */
	taken: Rect[];
	/** Lines a label had better not cover. */
	lines: readonly Segment[];
}

/**
 * Finds a place for a label of that size beside its point, at `distance` from its centre, and takes it.
 * Null when every place is taken: the label is then left out, its number stays.
 */
export function place(
	at: Point,
	size: { width: number; height: number },
	distance: number,
	room: Room
): Rect | null {
	let best: { rect: Rect; cost: number } | null = null;
	candidates(at, size, distance).forEach((rect, rank) => {
		if (!within(rect, room.frame) || room.taken.some((other) => overlap(rect, other))) return;
		const cost = rank * 0.3 + room.lines.filter((line) => crosses(line, rect)).length;
		if (!best || cost < best.cost) best = { rect, cost };
	});
	const found = best as { rect: Rect; cost: number } | null;
	if (found) room.taken.push(found.rect);
	return found?.rect ?? null;
}

/** Right, left, below, above, then the corners: the order in which a reader looks. */
function candidates(
	{ x, y }: Point,
	{ width, height }: { width: number; height: number },
	d: number
): Rect[] {
	const corner = d * 0.7;
	const origins: [number, number][] = [
		[x + d, y - height / 2],
		[x - d - width, y - height / 2],
		[x - width / 2, y + d],
		[x - width / 2, y - d - height],
		[x + corner, y + corner],
		[x + corner, y - corner - height],
		[x - corner - width, y + corner],
		[x - corner - width, y - corner - height],
		[x - width / 4, y + d],
		[x - (3 * width) / 4, y + d],
		[x - width / 4, y - d - height],
		[x - (3 * width) / 4, y - d - height]
	];
	return origins.map(([left, top]) => ({ x: left, y: top, width, height }));
}

/** Whether the segment enters the rectangle (Liang and Barsky). */
function crosses([from, to]: Segment, rect: Rect): boolean {
	const dx = to.x - from.x;
	const dy = to.y - from.y;
	let enter = 0;
	let leave = 1;
	const sides: [number, number][] = [
		[-dx, from.x - rect.x],
		[dx, rect.x + rect.width - from.x],
		[-dy, from.y - rect.y],
		[dy, rect.y + rect.height - from.y]
	];
	for (const [p, q] of sides) {
		if (p === 0 && q < 0) return false;
		if (p < 0) enter = Math.max(enter, q / p);
		if (p > 0) leave = Math.min(leave, q / p);
	}
	return enter < leave;
}
