import { clock } from '$lib/domain/french';
import { teamColour } from '$lib/domain/team';
import {
	A3_LANDSCAPE,
	A4_LANDSCAPE,
	bytes,
	FAINT,
	INK,
	MARGIN,
	mm,
	openPaper,
	RULE,
	SOFT,
	type Paper,
	type Tag
} from '../paper/page';
import { foot, HEAD, newSheet, numberSheets } from '../paper/sheet';
import { decoration, part } from '../paper/tags';
import { draw, fitted, heightOf, lineHeight, rule, wordsFit, write, type TextStyle } from '../paper/text';
import type { WallBar, WallDay, WallPlan, WallRow } from './content';

const TEAM = 38;
/** Where the rows start, under the day and the hours, millimetres from the top. */
const GRID = HEAD + 11.5;
/** A row is never thinner: below, a company's name is not read from a step away. Millimetres. */
const ROW = { least: 12.4, most: 26 };

export const wallFormats = { a4: A4_LANDSCAPE, a3: A3_LANDSCAPE } as const;
export type WallFormat = keyof typeof wallFormats;

/** One PDF, a landscape sheet a day, more when the teams are many. At least one day. */
export function printWallPlan(plan: WallPlan, format: WallFormat = 'a4'): Promise<Uint8Array<ArrayBuffer>> {
	if (plan.days.length === 0) throw new Error('no day to print');
	const { letterhead, title } = plan;
	const paper = openPaper({
		title: `${title} — ${letterhead.title}`,
		madeOn: letterhead.madeOn,
		format: wallFormats[format]
	});
	drawWallPlan(paper, plan);
	return bytes(paper);
}

/** On a paper that is landscape already. */
export function drawWallPlan(paper: Paper, plan: WallPlan): void {
	const first = paper.turning.last() + 1;
	for (const day of plan.days) drawDay(paper, plan, day);
	numberSheets(paper, plan.letterhead, first);
}

/** Tight: two lines under the hour in a thin row. */
const NAME: TextStyle = { size: 13, font: 'bold', leading: -0.22 };

interface Grid {
	x: number;
	y: number;
	width: number;
	height: number;
	/** Millimetres of an hour's minute. */
	perMinute: number;
}

function drawDay(paper: Paper, plan: WallPlan, day: WallDay): void {
	const room = foot(paper) - GRID - 0.5;
	const perSheet = Math.floor(room / ROW.least);
	const sheets = Math.ceil(day.rows.length / perSheet);
	const most = Math.ceil(day.rows.length / sheets);
	for (let sheet = 0; sheet < sheets; sheet++) {
		const rows = day.rows.slice(sheet * most, (sheet + 1) * most);
		drawSheet(paper, plan, day, rows, Math.min(room / rows.length, ROW.most));
	}
}

function drawSheet(
	paper: Paper,
	plan: WallPlan,
	day: WallDay,
	rows: readonly WallRow[],
	height: number
): void {
	newSheet(paper, plan.letterhead, plan.title);
	const section = part(paper, paper.root, 'Sect', { title: day.title });
	const width = paper.width - 2 * MARGIN;
	const title = day.title.charAt(0).toUpperCase() + day.title.slice(1);
	write(paper, section, 'H1', title, { x: MARGIN, y: HEAD - 4.5, width }, { size: 18, font: 'bold' });
	const grid: Grid = {
		x: MARGIN + TEAM,
		y: GRID,
		width: width - TEAM,
		height: rows.length * height,
		perMinute: (width - TEAM) / (day.to - day.from)
	};
	drawHours(paper, day, grid);
	const list = part(paper, section, 'L');
	rows.forEach((row, i) => drawRow(paper, list, row, day, { ...grid, y: grid.y + i * height, height }));
}

/** The hours above and their lines below, decoration: each visit says its own hour. */
function drawHours(paper: Paper, { from, to }: WallDay, grid: Grid): void {
	decoration(paper, () => {
		for (let hour = from; hour <= to; hour += 60) {
			const x = grid.x + (hour - from) * grid.perMinute;
			const at = { x: x - 10, y: grid.y - 6, width: 20 };
			const align = hour === to ? 'right' : 'center';
			draw(paper, clock(hour), align === 'right' ? { ...at, x: x - 20 } : at, {
				size: 10,
				font: 'semibold',
				align
			});
			paper.pdf
				.moveTo(mm(x), mm(grid.y))
				.lineTo(mm(x), mm(grid.y + grid.height))
				.lineWidth(mm(0.15))
				.strokeColor(RULE)
				.stroke();
		}
	});
	rule(paper, { x: MARGIN, y: grid.y, width: grid.width + TEAM }, INK, 0.4);
}

function drawRow(paper: Paper, list: Tag, row: WallRow, day: WallDay, box: Grid): void {
	const item = part(paper, list, 'LI');
	const colour = teamColour(row.letter);
	const side = Math.min(box.height - 2, 12);
	const top = box.y + (box.height - side) / 2;
	decoration(paper, () => {
		paper.pdf.rect(mm(MARGIN), mm(top), mm(side), mm(side)).fill(colour);
		const style = fitted(
			paper,
			row.letter,
			side - 3,
			{ size: side * 2.2, font: 'bold', colour: '#ffffff', align: 'center' },
			9
		);
		draw(
			paper,
			row.letter,
			{ x: MARGIN, y: top + side / 2 - (0.694 * style.size * 25.4) / 72, width: side },
			style
		);
	});
	const label = part(paper, item, 'Lbl');
	const text = { x: MARGIN + side + 2, y: box.y + box.height / 2 - 4.6, width: TEAM - side - 3 };
	const name = row.accompanist ? `${row.teamName} · ${row.accompanist}` : row.teamName;
	text.y += write(paper, label, 'P', name, text, {
		...fitted(paper, name, text.width, { size: 11, font: 'semibold' }, 8),
		lines: 1
	});
	write(
		paper,
		label,
		'P',
		row.hours,
		text,
		fitted(paper, row.hours, text.width, { size: 9.5, colour: SOFT }, 7)
	);

	const body = part(paper, item, 'LBody');
	for (const bar of row.bars) {
		const x = box.x + (bar.from - day.from) * box.perMinute;
		drawBar(paper, body, bar, colour, { ...box, x, width: (bar.to - bar.from) * box.perMinute });
	}
	rule(paper, { x: MARGIN, y: box.y + box.height, width: box.width + TEAM }, RULE);
}

function drawBar(paper: Paper, body: Tag, bar: WallBar, colour: string, { x, y, width, height }: Grid): void {
	const { pdf } = paper;
	if (bar.kind === 'drive') {
		const middle = mm(y + height / 2);
		decoration(paper, () =>
			pdf
				.moveTo(mm(x), middle)
				.lineTo(mm(x + width), middle)
				.lineWidth(mm(0.8))
				.strokeColor(colour)
				.stroke()
		);
		return;
	}
	const frame = [mm(x), mm(y + 1), mm(width), mm(height - 2)] as const;
	if (bar.kind === 'lunch') {
		decoration(paper, () => {
			pdf.rect(...frame).fill(FAINT);
			const style: TextStyle = { size: 9, colour: SOFT, align: 'center', lines: 1 };
			draw(paper, bar.says || 'Pause', { x, y: y + height / 2 - 2.2, width }, style);
		});
		return;
	}
	decoration(paper, () => {
		pdf
			.rect(...frame)
			.lineWidth(mm(0.35))
			.fillAndStroke('#ffffff', colour);
		pdf.rect(frame[0], frame[1], mm(1), frame[3]).fill(colour);
	});
	const inner = { x: x + 1.7, y: y + 1.1, width: width - 2 };
	const at = part(paper, body, 'P');
	const hour: TextStyle = { size: 9, font: 'semibold', colour, leading: -0.2 };
	inner.y += write(paper, at, 'Span', bar.at, inner, hour) - 0.2;
	const bottom = y + height - 0.8;
	const place = bar.place ? lineHeight(paper, PLACE) : 0;
	// The place where there is room for it: the name comes first.
	const low = bottom - inner.y < 4 + place;
	const high = bottom - inner.y - (low ? 0 : place);
	inner.y += write(paper, at, 'Span', bar.says, inner, nameStyle(paper, bar.says, inner.width, high));
	if (place && !low) write(paper, at, 'Span', bar.place, inner, PLACE);
}

const PLACE: TextStyle = { size: 7.5, font: 'italic', colour: SOFT, lines: 1, leading: -0.1 };

/** The largest size at which the name fits under its hour; beyond, it is cut rather than overflow. */
function nameStyle(paper: Paper, text: string, width: number, height: number): TextStyle {
	for (let size = NAME.size; size >= 7; size -= 0.5) {
		const style = { ...NAME, size };
		if (heightOf(paper, text, width, style) <= height && wordsFit(paper, text, width, style)) return style;
	}
	const smallest = { ...NAME, size: 7 };
	return { ...smallest, lines: Math.max(1, Math.floor(height / lineHeight(paper, smallest))) };
}
