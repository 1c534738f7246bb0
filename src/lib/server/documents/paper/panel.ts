import { FAINT, INK, mm, SOFT, type Paper, type Tag } from './page';
import { decoration, part } from './tags';
import { heightOf, write, type Box, type TextStyle } from './text';

export const LABEL: TextStyle = { size: 9.5, font: 'semibold', colour: SOFT };
export const VALUE: TextStyle = { size: 13, font: 'semibold' };
const PLAIN: TextStyle = { size: 11 };
/** What is dialled: found and read from the passenger's seat. */
const PHONE: TextStyle = { size: 15, font: 'bold' };

export interface Field {
	label: string;
	value: string;
	detail?: string;
	phone?: string;
}

/** A small title over what it announces; returns the height, millimetres. */
export function field(paper: Paper, parent: Tag, { label, value, detail, phone }: Field, box: Box): number {
	const group = part(paper, parent, 'Div');
	let y = box.y;
	for (const [text, style] of [
		[label, LABEL],
		[value, VALUE],
		[detail, PLAIN],
		[phone, PHONE]
	] as const) {
		if (text) y += write(paper, group, 'P', text, { ...box, y }, style);
	}
	return y - box.y;
}

const INSIDE = 4;

export interface Notice {
	title: string;
	says: readonly string[];
}

const TITLE: TextStyle = { size: 11.5, font: 'bold' };
const SAYS: TextStyle = { size: 11 };

/** Height of the framed notice, millimetres. */
export const noticeHeight = (paper: Paper, { title, says }: Notice, width: number): number =>
	[title, ...says].reduce(
		(sum, text, i) => sum + heightOf(paper, text, width - 2 * INSIDE, i === 0 ? TITLE : SAYS),
		2 * INSIDE - 1
	);

/** What to do when something goes wrong: a thick bar on its left so that it is found at once. */
export function notice(paper: Paper, parent: Tag, text: Notice, box: Box): number {
	const height = noticeHeight(paper, text, box.width);
	decoration(paper, () => {
		paper.pdf.rect(mm(box.x), mm(box.y), mm(box.width), mm(height)).fill(FAINT);
		paper.pdf.rect(mm(box.x), mm(box.y), mm(1.6), mm(height)).fill(INK);
	});
	const group = part(paper, parent, 'Sect');
	const inner = { x: box.x + INSIDE + 1, y: box.y + INSIDE - 0.5, width: box.width - 2 * INSIDE };
	inner.y += write(paper, group, 'H2', text.title, inner, TITLE);
	for (const line of text.says) inner.y += write(paper, group, 'P', line, inner, SAYS);
	return height;
}
