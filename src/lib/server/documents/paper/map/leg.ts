import { mm, type Paper } from '../page';
import type { Point } from './projection';

const PIECES = 12;

/** A leg from one mark to the next, slightly bent so that the way out and the way back stay apart. */
export function legPoints(from: Point, to: Point): Point[] {
	const bend = {
		x: (from.x + to.x) / 2 - (to.y - from.y) * 0.1,
		y: (from.y + to.y) / 2 + (to.x - from.x) * 0.1
	};
	return Array.from({ length: PIECES + 1 }, (_, i) => {
		const t = i / PIECES;
		const s = 1 - t;
		return {
			x: s * s * from.x + 2 * s * t * bend.x + t * t * to.x,
			y: s * s * from.y + 2 * s * t * bend.y + t * t * to.y
		};
	});
}

/** The leg on white, so that it stands out on outlines, and an arrow head at its middle. */
export function drawLeg(
	paper: Paper,
	points: readonly Point[],
	radius: number,
	colour: string,
	dash: readonly number[]
): void {
	const { pdf } = paper;
	const stroke = (weight: number, ink: string, pattern: readonly number[]) => {
		points.forEach(({ x, y }, i) => (i === 0 ? pdf.moveTo(mm(x), mm(y)) : pdf.lineTo(mm(x), mm(y))));
		// pdfkit takes a whole pattern, its types one length.
		if (pattern.length > 0) pdf.dash(pattern.map((length) => length * 0.7) as unknown as number, {});
		pdf.lineWidth(mm(weight)).lineJoin('round').strokeColor(ink).stroke();
		if (pattern.length > 0) pdf.undash();
	};
	stroke(1.7, '#ffffff', []);
	stroke(0.8, colour, dash);

	const [from, to] = [points[0]!, points.at(-1)!];
	if (Math.hypot(to.x - from.x, to.y - from.y) < 2 * radius + 5) return;
	const tip = points[PIECES / 2 + 1]!;
	const before = points[PIECES / 2]!;
	const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
	const wing = (turn: number): [number, number] => [
		mm(tip.x + 3.6 * Math.cos(angle + turn)),
		mm(tip.y + 3.6 * Math.sin(angle + turn))
	];
	pdf.polygon([mm(tip.x), mm(tip.y)], wing(Math.PI - 0.45), wing(Math.PI + 0.45)).fill(colour);
}
