/** Pixels on screen, or points on paper: any flat unit with y downwards. */
export interface Rect {
	left: number;
	top: number;
	width: number;
	height: number;
}

export interface Label {
	id: string;
	/** Where it may go, best first. */
	candidates: readonly Rect[];
	/** Shown even over something else, when no candidate is free but one is in the frame. */
	required?: boolean;
}

/** Gives each label, most important first, its first free place; those left without one are not in the answer. */
export function placeLabels(
	labels: readonly Label[],
	taken: readonly Rect[],
	frame: Rect
): Map<string, Rect> {
	const used = [...taken];
	const placed = new Map<string, Rect>();
	for (const { id, candidates, required } of labels) {
		const visible = candidates.filter((rect) => contains(frame, rect));
		const covers = (rect: Rect) => used.filter((other) => overlap(rect, other)).length;
		const place = visible.find((rect) => covers(rect) === 0);
		const chosen = place ?? (required ? visible.toSorted((a, b) => covers(a) - covers(b))[0] : undefined);
		if (!chosen) continue;
		used.push(chosen);
		placed.set(id, chosen);
	}
	return placed;
}

/** A label of this size around a point: right, left, below, above, then further away. */
export function around(
	point: { x: number; y: number },
	size: { width: number; height: number },
	gap: number
): Rect[] {
	const { width, height } = size;
	const at = (left: number, top: number): Rect => ({ left, top, width, height });
	return [gap, gap * 2].flatMap((space) => [
		at(point.x + space, point.y - height / 2),
		at(point.x - space - width, point.y - height / 2),
		at(point.x - width / 2, point.y + space),
		at(point.x - width / 2, point.y - space - height)
	]);
}

export const centredOn = ({ x, y }: { x: number; y: number }, width: number, height = width): Rect => ({
	left: x - width / 2,
	top: y - height / 2,
	width,
	height
});

/** The same rectangle with a margin on every side, to keep others at a distance. */
export const widened = (rect: Rect, margin: number): Rect => ({
	left: rect.left - margin,
	top: rect.top - margin,
	width: rect.width + 2 * margin,
	height: rect.height + 2 * margin
});

const overlap = (a: Rect, b: Rect): boolean =>
	a.left < b.left + b.width &&
	b.left < a.left + a.width &&
	a.top < b.top + b.height &&
	b.top < a.top + a.height;

const contains = (frame: Rect, rect: Rect): boolean =>
	rect.left >= frame.left &&
	rect.top >= frame.top &&
	rect.left + rect.width <= frame.left + frame.width &&
	rect.top + rect.height <= frame.top + frame.height;

export interface Disc {
	x: number;
	y: number;
	radius: number;
}

/**
 * The same discs, moved apart as little as a few rounds allow until none covers another: companies known by their
 * commune alone all stand at its centre. Deterministic; discs alone do not move.
 */
export function movedApart(discs: readonly Disc[], gap = 1): Disc[] {
	// At the very same point no direction is better: start from a spiral (golden angle), so that many fan out round it.
	const moved = discs.map((disc, i) => {
		const here = discs
			.slice(0, i)
			.filter((other) => Math.hypot(other.x - disc.x, other.y - disc.y) < 0.01).length;
		const out = disc.radius * Math.sqrt(here);
		return { ...disc, x: disc.x + out * Math.cos(here * 2.4), y: disc.y + out * Math.sin(here * 2.4) };
	});
	for (let round = 0; round < 60; round++) {
		let still = true;
		for (const [i, a] of moved.entries()) {
			for (const [j, b] of moved.entries()) {
				if (j <= i) continue;
				const wanted = a.radius + b.radius + gap;
				const [dx, dy] = [b.x - a.x, b.y - a.y];
				const distance = Math.hypot(dx, dy);
				if (distance >= wanted - 0.01 || distance === 0) continue;
				still = false;
				const push = (wanted - distance) / 2 / distance;
				a.x -= dx * push;
				a.y -= dy * push;
				b.x += dx * push;
				b.y += dy * push;
			}
		}
		if (still) break;
	}
	return moved;
}
