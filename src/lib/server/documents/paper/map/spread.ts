import type { Frame, Point } from './projection';

/**
 * Moves marks apart until none touches another: hosts known by their commune alone share one point.
 * Deterministic: marks on the same point leave it in different directions by their rank.
 */
export function spread(points: readonly Point[], apart: number, frame: Frame): Point[] {
	const marks = points.map(({ x, y }) => ({ x, y }));
	for (let round = 0; round < 60; round++) {
		let moved = false;
		for (let i = 0; i < marks.length; i++) {
			for (let j = i + 1; j < marks.length; j++)
				moved = separate(marks[i]!, marks[j]!, apart, i + j) || moved;
		}
		for (const mark of marks) {
			mark.x = Math.min(Math.max(mark.x, frame.x + apart / 2), frame.x + frame.width - apart / 2);
			mark.y = Math.min(Math.max(mark.y, frame.y + apart / 2), frame.y + frame.height - apart / 2);
		}
		if (!moved) break;
	}
	return marks;
}

function separate(a: Point, b: Point, apart: number, rank: number): boolean {
	let dx = b.x - a.x;
	let dy = b.y - a.y;
	let distance = Math.hypot(dx, dy);
	if (distance >= apart) return false;
	if (distance < 0.01) {
		// The golden angle spreads directions evenly whatever their number.
		dx = Math.cos(rank * 2.4);
		dy = Math.sin(rank * 2.4);
		distance = 1;
	}
	const push = (apart - Math.hypot(b.x - a.x, b.y - a.y)) / 2 + 0.02;
	a.x -= (dx / distance) * push;
	a.y -= (dy / distance) * push;
	b.x += (dx / distance) * push;
	b.y += (dy / distance) * push;
	return true;
}
