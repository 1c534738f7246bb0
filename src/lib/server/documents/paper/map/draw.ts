import { teamColour, teamDash } from '$lib/domain/team';
import { INK, mm, RULE, SOFT, type Paper, type Tag } from '../page';
import { disc, inDisc } from '../sheet';
import { content } from '../tags';
import { draw, lineHeight, widthOf, type TextStyle } from '../text';
import type { Chart, MapBackground } from './chart';
import { doorsOf, drawDoor } from './doors';
import { drawLeg, legPoints } from './leg';
import { around, place, type Room, type Segment } from './labels';
import { fit, isSeen, scaleLength, type Frame, type Point, type Projection } from './projection';
import { spread } from './spread';

const RADIUS = 2.7;
const STOP: TextStyle = { size: 9, font: 'semibold' };
const MEETING: TextStyle = { size: 9, font: 'bold' };
const DOOR: TextStyle = { size: 7.5, font: 'semibold' };
const COMMUNE: TextStyle = { size: 7.5, font: 'italic', colour: SOFT };

interface Mark {
	text: string;
	label: string;
	style: TextStyle;
	true: Point;
	at: Point;
	approximate: boolean;
	meeting: boolean;
}

/** Draws the day in its frame as one figure read as its `alt`. The chart must have at least one point. */
export function drawMap(
	paper: Paper,
	parent: Tag,
	chart: Chart,
	background: MapBackground,
	frame: Frame
): void {
	const inside = { x: frame.x + 1, y: frame.y + 1, width: frame.width - 2, height: frame.height - 2 };
	const projection = fit(positionsOf(chart), frame, 13);
	const marks = marksOf(chart, projection, inside);
	content(
		paper,
		parent,
		'Figure',
		() => {
			const { pdf } = paper;
			pdf.save().rect(mm(frame.x), mm(frame.y), mm(frame.width), mm(frame.height)).clip();
			pdf.rect(mm(frame.x), mm(frame.y), mm(frame.width), mm(frame.height)).fill('#fbfbf9');
			drawOutlines(paper, background, projection);
			const lines = drawRoute(paper, chart, marks);
			const room: Room = { frame: inside, taken: marks.map(({ at }) => around(at, RADIUS + 0.4)), lines };
			drawNorthAndScale(paper, frame, projection, room);
			const doors = doorsOf(chart, projection, RADIUS + 1);
			for (const { at } of doors) drawDoor(paper, at, teamColour(chart.letter));
			for (const mark of marks) drawMark(paper, mark, teamColour(chart.letter));
			for (const mark of marks) label(paper, mark.label, mark.at, mark.style, RADIUS + 0.8, room);
			for (const { text, at } of doors) label(paper, text, at, DOOR, 1.8, room);
			drawCommunes(paper, background, projection, room);
			pdf.restore();
			pdf
				.rect(mm(frame.x), mm(frame.y), mm(frame.width), mm(frame.height))
				.lineWidth(mm(0.25))
				.strokeColor(RULE)
				.stroke();
		},
		{ alt: chart.alt, box: frame }
	);
}

export const hasPoints = (chart: Chart): boolean => chart.stops.length > 0;

const positionsOf = (chart: Chart) => [
	...chart.stops.map(({ position }) => position),
	...chart.stops.flatMap(({ entrance }) => entrance ?? []),
	...(chart.meeting ? [chart.meeting.position] : [])
];

function marksOf({ meeting, stops }: Chart, projection: Projection, frame: Frame): Mark[] {
	const points = [
		...(meeting ? [{ ...meeting, text: '', style: MEETING, meeting: true }] : []),
		...stops.map((stop) => ({
			text: String(stop.number),
			label: stop.name,
			style: STOP,
			...stop,
			meeting: false
		}))
	];
	const truth = points.map(({ position }) => projection.project(position));
	const apart = spread(truth, 2 * RADIUS + 0.6, frame);
	return points.map((point, i) => {
		const at = apart[i]!;
		const crowded = apart.some(
			(other) => other !== at && Math.hypot(other.x - at.x, other.y - at.y) < 4 * RADIUS
		);
		// Among marks that touch, a name alone could be anyone's.
		const label = crowded && point.text ? `${point.text} ${point.label}` : point.label;
		return { ...point, label, true: truth[i]!, at };
	});
}

function drawOutlines({ pdf }: Paper, { outlines }: MapBackground, projection: Projection): void {
	for (const kind of ['commune', 'department'] as const) {
		let drawn = false;
		for (const outline of outlines) {
			if (outline.kind !== kind || !isSeen(outline.points, projection)) continue;
			trace(pdf, outline.points.map(projection.project));
			drawn = true;
		}
		const [weight, colour] = kind === 'commune' ? [0.15, '#c9c9c2'] : [0.5, '#8d8d85'];
		if (drawn) pdf.lineWidth(mm(weight)).strokeColor(colour).stroke();
	}
}

/** Points closer than a quarter of a millimetre are one: paper shows no more, and files stay small. */
function trace(pdf: Paper['pdf'], points: readonly Point[]): void {
	let last: Point | null = null;
	points.forEach((point, i) => {
		const near = last && Math.hypot(point.x - last.x, point.y - last.y) < 0.25;
		if (near && i < points.length - 1) return;
		if (last) pdf.lineTo(mm(point.x), mm(point.y));
		else pdf.moveTo(mm(point.x), mm(point.y));
		last = point;
	});
}

/** From the meeting point through the stops and back; returns the pieces labels had better avoid. */
function drawRoute(paper: Paper, chart: Chart, marks: readonly Mark[]): Segment[] {
	const ends = chart.meeting ? [...marks, marks[0]!] : [...marks];
	const dash = teamDash(chart.letter).split(' ').filter(Boolean).map(Number);
	return ends.slice(1).flatMap((to, i) => {
		const points = legPoints(ends[i]!.at, to.at);
		drawLeg(paper, points, RADIUS, teamColour(chart.letter), dash);
		return points.slice(1).map((point, j): Segment => [points[j]!, point]);
	});
}

function drawMark(paper: Paper, mark: Mark, colour: string): void {
	const { pdf } = paper;
	const { x, y } = mark.at;
	if (Math.hypot(mark.true.x - x, mark.true.y - y) > 1) {
		pdf
			.moveTo(mm(mark.true.x), mm(mark.true.y))
			.lineTo(mm(x), mm(y))
			.lineWidth(mm(0.2))
			.strokeColor(SOFT)
			.stroke();
		pdf.circle(mm(mark.true.x), mm(mark.true.y), mm(0.5)).fill(SOFT);
	}
	pdf.circle(mm(x), mm(y), mm(RADIUS + 0.4)).fill('#ffffff');
	if (mark.meeting) {
		pdf.rect(mm(x - 2.3), mm(y - 2.3), mm(4.6), mm(4.6));
		if (mark.approximate)
			pdf.lineWidth(mm(0.4)).dash(mm(0.9), { space: mm(0.7) }).strokeColor(INK).stroke().undash(); // prettier-ignore
		else pdf.fill(INK);
		inDisc(paper, 'RV', x, y, 2.5, mark.approximate ? INK : '#ffffff');
	} else if (mark.approximate) {
		pdf
			.circle(mm(x), mm(y), mm(RADIUS - 0.2))
			.lineWidth(mm(0.4))
			.dash(mm(0.9), { space: mm(0.7) })
			.strokeColor(colour)
			.stroke()
			.undash();
		inDisc(paper, mark.text, x, y, RADIUS, colour);
	} else disc(paper, mark.text, x, y, RADIUS, colour);
}

function label(paper: Paper, text: string, at: Point, style: TextStyle, distance: number, room: Room): void {
	const shown = shortened(paper, text, style, 46);
	const size = { width: widthOf(paper, shown, style) + 1, height: lineHeight(paper, style) };
	// A label that says its number may stand further off.
	const rect =
		place(at, size, distance, room) ?? (/^\d/.test(text) ? place(at, size, distance * 2.5, room) : null);
	if (!rect) return;
	paper.pdf
		.save()
		.fillOpacity(0.82)
		.rect(mm(rect.x), mm(rect.y + 0.3), mm(rect.width), mm(rect.height - 0.5))
		.fill('#ffffff')
		.restore();
	draw(paper, shown, { x: rect.x + 0.5, y: rect.y, width: rect.width + 2 }, style);
}

function shortened(paper: Paper, text: string, style: TextStyle, width: number): string {
	let cut = text;
	while (cut.length > 8 && widthOf(paper, `${cut}…`, style) > width) cut = cut.slice(0, -1).trimEnd();
	return cut === text ? text : `${cut}…`;
}

function drawCommunes(paper: Paper, { labels }: MapBackground, projection: Projection, room: Room): void {
	let drawn = 0;
	for (const { name, position } of labels) {
		const at = projection.project(position);
		const { x, y, width, height } = room.frame;
		if (at.x < x || at.x > x + width || at.y < y || at.y > y + height) continue;
		label(paper, name, { x: at.x, y: at.y }, COMMUNE, 0.6, room);
		if (++drawn === 30) return;
	}
}

function drawNorthAndScale(paper: Paper, frame: Frame, { kmPerMm }: Projection, room: Room): void {
	const { pdf } = paper;
	const north = { x: frame.x + frame.width - 5, y: frame.y + 4 };
	pdf
		.polygon(
			[mm(north.x), mm(north.y)],
			[mm(north.x - 1.4), mm(north.y + 4)],
			[mm(north.x + 1.4), mm(north.y + 4)]
		)
		.fill(INK);
	draw(paper, 'N', { x: north.x - 4, y: north.y + 4, width: 8 }, { size: 9, font: 'bold', align: 'center' });
	room.taken.push({ x: north.x - 3, y: frame.y, width: 8, height: 13 });

	const km = scaleLength(kmPerMm, frame.width);
	const long = km / kmPerMm;
	const bar = { x: frame.x + 4, y: frame.y + frame.height - 4 };
	const text = km < 1 ? `${Math.round(km * 1000)}\u00a0m` : `${km}\u00a0km`;
	pdf
		.rect(mm(bar.x - 2), mm(bar.y - 5), mm(long + 4), mm(8))
		.fillOpacity(0.85)
		.fill('#ffffff')
		.fillOpacity(1);
	pdf
		.moveTo(mm(bar.x), mm(bar.y - 1))
		.lineTo(mm(bar.x), mm(bar.y))
		.lineTo(mm(bar.x + long), mm(bar.y))
		.lineTo(mm(bar.x + long), mm(bar.y - 1))
		.lineWidth(mm(0.4))
		.strokeColor(INK)
		.stroke();
	draw(paper, text, { x: bar.x, y: bar.y - 4.6, width: Math.max(long, 14) }, { size: 8 });
	room.taken.push({ x: bar.x - 2, y: bar.y - 5, width: Math.max(long, 14) + 4, height: 9 });
}
