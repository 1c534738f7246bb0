import { teamColour } from '$lib/domain/team';
import type { Letterhead } from '../paper/letterhead';
import { bytes, INK, mm, nextPage, openPaper, SOFT, type Paper, type Tag } from '../paper/page';
import { qrModules } from '../paper/qr';
import { drawMark } from '../paper/sheet';
import { content, decoration, part } from '../paper/tags';
import { draw, fitted, heightOf, widthOf, wordsFit, write, type TextStyle } from '../paper/text';
import type { Badge, Badges } from './content';
import { cellAt, perSheet, sheetFormats, type SheetFormat, type SheetFormatName } from './sheet-format';

export interface BadgeSheets {
	format?: SheetFormatName;
	/** Place of the first badge, from 1: those before it are gone from a sheet partly used. */
	start?: number;
}

/** One PDF of badges on sheets of that format. At least one badge. */
export function printBadges(
	content: Badges,
	{ format = 'eight-to-cut', start = 1 }: BadgeSheets = {}
): Promise<Uint8Array<ArrayBuffer>> {
	// prettier-ignore
	if (content.badges.length === 0) throw new Error('no badge to print');
	const { letterhead, title, badges } = content;
	const paper = openPaper({ title: `${title} — ${letterhead.title}`, madeOn: letterhead.madeOn });
	const shape: SheetFormat = sheetFormats[format];
	const most = perSheet(shape);
	const skipped = Math.min(Math.max(Math.floor(start) || 1, 1), most) - 1;
	const list = part(paper, paper.root, 'L');
	badges.forEach((badge, i) => {
		const at = i + skipped;
		if (i === 0 || at % most === 0) {
			nextPage(paper);
			if (shape.cutMarks) drawCutMarks(paper, shape);
		}
		const cell = { ...cellAt(at, shape), width: shape.width, height: shape.height };
		drawBadge(paper, part(paper, list, 'LI'), badge, letterhead, cell);
	});
	return bytes(paper);
}

interface Cell {
	x: number;
	y: number;
	width: number;
	height: number;
}

const INSIDE = 5;
const NAME: TextStyle = { size: 48, font: 'bold', align: 'center' };

/** The code by which a badge is checked, at its top right. Millimetres. */
const CHECK = 12;

/** Below that height everything but the name and the team gives way. Millimetres. */
const LOW = 45;

/** Rally above, name in the middle, as large as it goes, team below: letter, word and colour together. */
function drawBadge(paper: Paper, item: Tag, badge: Badge, letterhead: Letterhead, cell: Cell): void {
	const body = part(paper, item, 'LBody');
	const low = cell.height < LOW;
	const inside = low ? 4 : INSIDE;
	const inner = { x: cell.x + inside, y: cell.y + inside - 2, width: cell.width - 2 * inside };
	const { check } = letterhead;
	// A low badge has no room for a code that a phone could read.
	const code = check && !low ? CHECK : 0;
	if (check && code)
		decoration(paper, () => qrModules(paper, check, { x: cell.x + cell.width - code - 2, y: cell.y + 2, side: code })); // prettier-ignore
	const head = { ...inner, width: inner.width - code };
	const mark = { ...head, y: inner.y - (low ? 2 : 1.5) };
	const [size, high] = low ? [9, 6] : [11, 7];

	content(
		paper,
		body,
		letterhead.logo ? 'Figure' : 'P',
		() => drawMark(paper, letterhead, mark, size, high),
		{
			...(letterhead.logo && { alt: letterhead.rallyName, box: { ...inner, height: high } })
		}
	);
	const line = [letterhead.title, letterhead.dates].filter(Boolean).join(' · ');
	if (!low) write(paper, body, 'P', line, { ...head, y: inner.y + 6.2 }, { size: 8.5, colour: SOFT, lines: 1 }); // prettier-ignore

	const [above, below] = low ? [8, 10.5] : [14.5, 14];
	const style = nameStyle(paper, badge.name, inner.width, low ? 17 : 22);
	const tall = heightOf(paper, badge.name, inner.width, style);
	const middle = cell.y + above + (cell.height - above - below) / 2;
	write(paper, body, 'P', badge.name, { ...inner, y: middle - tall / 2 }, style);

	const foot = { x: cell.x, y: cell.y + cell.height - (low ? 10.5 : 13), width: cell.width, height: low ? 8 : 11 }; // prettier-ignore
	if (badge.letter) drawTeam(paper, body, badge, foot);
	else if (badge.role)
		write(paper, body, 'P', badge.role, { ...inner, y: foot.y + 2.5 }, { size: 13, align: 'center' });
}

/** On one line when it stays large; otherwise on two, at the largest size that fits `high`. */
function nameStyle(paper: Paper, name: string, width: number, high: number): TextStyle {
	const single = fitted(paper, name, width - 2, NAME, 26);
	for (let size = single.size; size > 9; size -= 0.5) {
		const style = { ...NAME, size };
		if (heightOf(paper, name, width, style) <= high && wordsFit(paper, name, width, style)) return style;
	}
	return { ...NAME, size: 9 };
}

function drawTeam(paper: Paper, body: Tag, badge: Badge, box: Cell): void {
	const square = box.height;
	const share = square / 11;
	const left = box.x + INSIDE;
	const colour = teamColour(badge.letter!);
	decoration(paper, () => {
		const { pdf } = paper;
		pdf.rect(mm(left), mm(box.y), mm(square), mm(square)).fill(colour);
		pdf
			.rect(mm(left + square), mm(box.y), mm(box.width - 2 * INSIDE - square), mm(square))
			.lineWidth(mm(0.5))
			.strokeColor(colour)
			.stroke();
		const size = (badge.letter!.length > 1 ? 18 : 26) * share;
		const style: TextStyle = { size, font: 'bold', colour: '#ffffff', align: 'center' };
		const y = box.y + square / 2 - (0.694 * size * 25.4) / 72;
		draw(paper, badge.letter!, { x: left, y, width: square }, style);
	});
	const x = left + square + 3;
	const width = box.width - 2 * INSIDE - square - 5;
	const name: TextStyle = { size: 16 * share, font: 'bold', colour };
	write(paper, body, 'P', badge.teamName, { x, y: box.y + 2.4 * share, width }, name);
	if (!badge.role) return;
	const room = width - widthOf(paper, badge.teamName, name) - 2;
	const role = fitted(paper, badge.role, room, { size: 11 * share, align: 'right' }, 6);
	write(paper, body, 'P', badge.role, { x: x + width - room, y: box.y + 3.4 * share, width: room }, role);
}

/** Short lines outside the block, at each cut. */
function drawCutMarks(paper: Paper, format: SheetFormat): void {
	const { columns, rows, width, height } = format;
	const { x: left, y: top } = cellAt(0, format);
	const right = left + columns * width;
	const bottom = top + rows * height;
	decoration(paper, () => {
		const { pdf } = paper;
		const line = (x1: number, y1: number, x2: number, y2: number) =>
			pdf.moveTo(mm(x1), mm(y1)).lineTo(mm(x2), mm(y2));
		for (let column = 0; column <= columns; column++) {
			const x = left + column * width;
			line(x, top - 8, x, top - 2);
			line(x, bottom + 2, x, bottom + 8);
		}
		for (let row = 0; row <= rows; row++) {
			const y = top + row * height;
			line(left - 8, y, left - 2, y);
			line(right + 2, y, right + 8, y);
		}
		pdf.lineWidth(0.5).strokeColor(INK).stroke();
		for (let row = 0; row <= rows; row++) line(left, top + row * height, right, top + row * height);
		for (let column = 0; column <= columns; column++)
			line(left + column * width, top, left + column * width, bottom);
		pdf.lineWidth(0.25).strokeColor('#dcdcdc').stroke();
	});
}
