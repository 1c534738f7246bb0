import { mm, type Paper } from '../page';
import type { Chart } from './chart';
import type { Point, Projection } from './projection';

/** Doors that show apart from the mark of their stop, millimetres: nearer than `apart`, the mark is on them. */
export const doorsOf = (
	{ stops }: Pick<Chart, 'stops'>,
	projection: Pick<Projection, 'project'>,
	apart: number
): { text: string; at: Point }[] =>
	stops.flatMap(({ number, position, entrance }) => {
		if (!entrance) return [];
		const [at, stop] = [projection.project(entrance), projection.project(position)];
		return Math.hypot(at.x - stop.x, at.y - stop.y) < apart ? [] : [{ text: `entrée ${number}`, at }];
	});

/** A small triangle: the discs are the stops. */
export function drawDoor({ pdf }: Paper, { x, y }: Point, colour: string): void {
	pdf
		.polygon([mm(x), mm(y - 1.3)], [mm(x - 1.2), mm(y + 0.9)], [mm(x + 1.2), mm(y + 0.9)])
		.lineWidth(mm(0.3))
		.fillAndStroke('#ffffff', colour);
}
