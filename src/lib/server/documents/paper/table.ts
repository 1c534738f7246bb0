import { FAINT, INK, mm, RULE, SOFT, type Tag } from './page';
import { turn, type Flow } from './flow';
import { foot } from './sheet';
import { decoration, part } from './tags';
import { draw, heightOf, rule, write, type Box, type TextStyle } from './text';

export interface Column {
	title: string;
	/** In parts of the width of the sheet. */
	share: number;
	style?: TextStyle;
	/** A square to tick in each row. */
	tick?: boolean;
}

export interface Row {
	/** What stands in the columns, in order; what is missing or empty is filled in by hand. */
	cells: readonly string[];
	/** A line across the table that says what follows. */
	heading?: boolean;
}

interface TableOptions {
	/** Least height of a row, millimetres: tall enough to write in where something is to be written. */
	row: number;
	/** Vertical lines, for what is filled in by hand. */
	grid?: boolean;
}

const HEADER: TextStyle = { size: 9.5, font: 'semibold', colour: SOFT };
const CELL: TextStyle = { size: 11 };
const GROUP: TextStyle = { size: 11.5, font: 'bold' };
const PAD = 1.2;

/** A table over as many sheets as it takes, its head on each; the first column names the row. */
export function drawTable(
	flow: Flow,
	columns: readonly Column[],
	rows: readonly Row[],
	{ row: least, grid = false }: TableOptions
): void {
	const { paper } = flow;
	const table = part(paper, flow.section, 'Table');
	const head = part(paper, table, 'TR');
	const wide = columns.map(({ share }) => share * flow.box.width);
	flow.box.y += drawHead(flow, columns, wide, (text, at) =>
		write(paper, head, 'TH', text, at, HEADER, { scope: 'Column' })
	);
	rows.forEach((row, i) => {
		const height = heightOfRow(flow, columns, wide, row, least);
		const next = rows[i + 1];
		// What announces rows stays with the first of them.
		const kept = row.heading && next ? height + heightOfRow(flow, columns, wide, next, least) : height;
		if (flow.box.y + kept > foot(paper)) {
			turn(flow);
			// Seen again on each sheet, read once.
			flow.box.y += drawHead(flow, columns, wide, (text, at) =>
				decoration(paper, () => draw(paper, text, at, HEADER))
			);
		}
		const tr = part(paper, table, 'TR');
		if (row.heading) drawHeading(flow, tr, row.cells[0] ?? '', height);
		else drawCells(flow, tr, columns, wide, row.cells, height, grid);
		rule(paper, { ...flow.box, y: flow.box.y + height }, RULE);
		flow.box.y += height;
	});
}

function heightOfRow(
	{ paper, box }: Flow,
	columns: readonly Column[],
	wide: readonly number[],
	{ cells, heading }: Row,
	least: number
): number {
	if (heading) return heightOf(paper, cells[0] ?? '', box.width - 4, GROUP) + 2 * PAD;
	const heights = columns.map(({ style }, i) =>
		cells[i] ? heightOf(paper, cells[i]!, wide[i]! - 2, style ?? CELL) + 2 * PAD : 0
	);
	return Math.max(least, ...heights);
}

function drawHead(
	{ paper, box }: Flow,
	columns: readonly Column[],
	wide: readonly number[],
	put: (text: string, at: Box) => void
): number {
	const height = Math.max(...columns.map(({ title }, i) => heightOf(paper, title, wide[i]! - 2, HEADER))) + 1; // prettier-ignore
	let x = box.x;
	columns.forEach(({ title }, i) => {
		// A column without a title still has its head for who listens.
		put(title || ' ', { x: x + 1, y: box.y, width: wide[i]! - 2 });
		x += wide[i]!;
	});
	rule(paper, { ...box, y: box.y + height }, INK, 0.4);
	return height;
}

function drawHeading({ paper, box }: Flow, tr: Tag, text: string, height: number): void {
	decoration(paper, () => paper.pdf.rect(mm(box.x), mm(box.y), mm(box.width), mm(height)).fill(FAINT));
	write(paper, tr, 'TH', text, { x: box.x + 1, y: box.y + PAD, width: box.width - 4 }, GROUP, { scope: 'Row' }); // prettier-ignore
}

function drawCells(
	{ paper, box }: Flow,
	tr: Tag,
	columns: readonly Column[],
	wide: readonly number[],
	cells: readonly string[],
	height: number,
	grid: boolean
): void {
	const { pdf } = paper;
	let x = box.x;
	columns.forEach(({ style = CELL, tick }, i) => {
		const text = cells[i] || ' ';
		const width = wide[i]! - 2;
		const tall = heightOf(paper, text, width, style);
		const at = { x: x + 1, y: box.y + Math.max(PAD, (height - tall) / 2), width };
		write(paper, tr, i === 0 ? 'TH' : 'TD', text, at, style, i === 0 ? { scope: 'Row' } : undefined);
		const [left, middle] = [x, box.y + height / 2];
		decoration(paper, () => {
			pdf.strokeColor(RULE).lineWidth(mm(0.2));
			if (grid && i > 0) pdf.moveTo(mm(left), mm(box.y)).lineTo(mm(left), mm(box.y + height)).stroke(); // prettier-ignore
			if (tick)
				pdf
					.rect(mm(left + wide[i]! / 2 - 2), mm(middle - 2), mm(4), mm(4))
					.lineWidth(mm(0.3))
					.strokeColor(INK)
					.stroke();
		});
		x += wide[i]!;
	});
}
