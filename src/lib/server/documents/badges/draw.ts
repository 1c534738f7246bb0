import { teamColour } from '$lib/domain/team';
import type { Letterhead } from '../paper/letterhead';
import { bytes, INK, mm, openPaper, SOFT, type Paper, type Tag } from '../paper/page';
import { drawMark } from '../paper/sheet';
import { content, decoration, part } from '../paper/tags';
import { draw, fitted, heightOf, wordsFit, write, type TextStyle } from '../paper/text';
import type { Badge, Badges } from './content';
import { cellAt, sheetFormats, type SheetFormat, type SheetFormatName } from './sheet-format';

/** One PDF of badges on sheets of that format. At least one badge. */
export function printBadges(
	content: Badges,
	format: SheetFormatName = 'eight-to-cut'
): Promise<Uint8Array<ArrayBuffer>> {
	// prettier-ignore
	if (content.badges.length === 0) throw new Error('no badge to print');
	const { letterhead, title, badges } = content;
	const paper = openPaper({ title: `${title} — ${letterhead.title}`, madeOn: letterhead.madeOn });
	const shape = sheetFormats[format];
	const perSheet = shape.columns * shape.rows;
	const list = part(paper, paper.root, 'L');
	badges.forEach((badge, i) => {
		if (i % perSheet === 0) {
			paper.pdf.addPage();
			if (shape.cutMarks) drawCutMarks(paper, shape);
		}
		drawBadge(paper, part(paper, list, 'LI'), badge, letterhead, { ...cellAt(i, shape), ...shape });
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

/** Rally above, name in the middle, as large as it goes, team below: letter, word and colour together. */
function drawBadge(paper: Paper, item: Tag, badge: Badge, letterhead: Letterhead, cell: Cell): void {
	const body = part(paper, item, 'LBody');
	const colour = badge.letter ? teamColour(badge.letter) : INK;
	const inner = { x: cell.x + INSIDE, y: cell.y + INSIDE - 2, width: cell.width - 2 * INSIDE };

	content(
		paper,
		body,
		letterhead.logo ? 'Figure' : 'P',
		() => drawMark(paper, letterhead, { ...inner, y: inner.y - 1.5 }, 11, 7),
		{
			...(letterhead.logo && { alt: letterhead.rallyName, box: { ...inner, height: 7 } })
		}
	);
	const line = [letterhead.title, letterhead.dates].filter(Boolean).join(' · ');
	write(paper, body, 'P', line, { ...inner, y: inner.y + 6.2 }, { size: 8.5, colour: SOFT, lines: 1 });

	const style = nameStyle(paper, badge.name, inner.width, 22);
	const high = heightOf(paper, badge.name, inner.width, style);
	const middle = cell.y + 14.5 + (cell.height - 14.5 - 14) / 2;
	write(paper, body, 'P', badge.name, { ...inner, y: middle - high / 2 }, style);

	const foot = { x: cell.x, y: cell.y + cell.height - 13, width: cell.width, height: 11 };
	if (badge.letter) drawTeam(paper, body, badge, colour, foot);
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

function drawTeam(paper: Paper, body: Tag, badge: Badge, colour: string, box: Cell): void {
	const square = box.height;
	const left = box.x + INSIDE;
	decoration(paper, () => {
		const { pdf } = paper;
		pdf.rect(mm(left), mm(box.y), mm(square), mm(square)).fill(colour);
		pdf
			.rect(mm(left + square), mm(box.y), mm(box.width - 2 * INSIDE - square), mm(square))
			.lineWidth(mm(0.5))
			.strokeColor(colour)
			.stroke();
		const style: TextStyle = {
			size: badge.letter!.length > 1 ? 18 : 26,
			font: 'bold',
			colour: '#ffffff',
			align: 'center'
		};
		draw(
			paper,
			badge.letter!,
			{ x: left, y: box.y + square / 2 - (0.694 * style.size * 25.4) / 72, width: square },
			style
		);
	});
	const x = left + square + 4;
	const width = box.width - 2 * INSIDE - square - 6;
	write(paper, body, 'P', badge.teamName, { x, y: box.y + 2.4, width }, { size: 16, font: 'bold', colour });
	if (badge.role)
		write(paper, body, 'P', badge.role, { x, y: box.y + 3.4, width }, { size: 11, align: 'right' });
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
