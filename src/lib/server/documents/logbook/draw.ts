import { teamColour } from '$lib/domain/team';
import { bytes, INK, MARGIN, mm, openPaper, RULE, SOFT, type Paper, type Tag } from '../paper/page';
import { foot, HEAD, newSheet, numberSheets } from '../paper/sheet';
import { decoration, part } from '../paper/tags';
import { draw, heightOf, lineHeight, rule, write, type Box, type TextStyle } from '../paper/text';
import type { Logbook, LogbookDay, LogbookRow } from './content';

/** Columns, in parts of the width; those with an empty title or of the second half are filled in by hand. */
const columns = [
	{ title: 'Prévu à', part: 0.07 },
	{ title: 'Trajet', part: 0.29 },
	{ title: 'Distance prévue', part: 0.1 },
	{ title: 'Parti à', part: 0.07 },
	{ title: 'Arrivé à', part: 0.07 },
	{ title: 'Compteur au départ', part: 0.1 },
	{ title: 'Compteur à l’arrivée', part: 0.1 },
	{ title: 'Au volant, remarques', part: 0.2 }
] as const;
const HEADER: TextStyle = { size: 9, font: 'semibold', colour: SOFT };
const CELL: TextStyle = { size: 10.5 };
const DAY: TextStyle = { size: 13, font: 'bold' };
/** Tall enough to write in by hand in a car. Millimetres. */
const ROW = 10.5;
const BLANK_ROWS = 2;

/** One PDF of A4 landscape sheets, each car's with its own page numbers. At least one car. */
export function printLogbooks(books: readonly Logbook[]): Promise<Uint8Array<ArrayBuffer>> {
	const first = books[0];
	if (!first) throw new Error('no logbook to print');
	const paper = openPaper({
		title: `Carnets de bord — ${first.letterhead.title}`,
		madeOn: first.letterhead.madeOn,
		landscape: true
	});
	drawLogbooks(paper, books);
	return bytes(paper);
}

/** On a paper that is landscape already. */
export function drawLogbooks(paper: Paper, books: readonly Logbook[]): void {
	for (const book of books) drawBook(paper, book);
}

function drawBook(paper: Paper, book: Logbook): void {
	const section = part(paper, paper.root, 'Part', { title: `${book.title} ${book.vehicle}` });
	const subject = `${book.title} · équipe ${book.letter} · ${book.vehicle}`;
	const first = newSheet(paper, book.letterhead, subject);
	const box: Box = { x: MARGIN, y: HEAD - 3, width: paper.width - 2 * MARGIN };
	const colour = teamColour(book.letter);
	box.y += write(paper, section, 'H1', `${book.title}\u00a0: ${book.vehicle}`, box, {
		size: 18,
		font: 'bold',
		colour
	});
	box.y += write(paper, section, 'P', book.details.join(' · '), box, { size: 11, colour: SOFT }) + 2;
	for (const day of book.days) {
		if (box.y + 3 * ROW + 14 > foot(paper)) turn(paper, book, subject, box);
		drawDay(paper, section, day, box, () => turn(paper, book, subject, box));
		box.y += 3;
	}
	if (book.total) {
		const says = `Distance prévue sur tout le rallye\u00a0: ${book.total}`;
		if (box.y + 8 > foot(paper)) turn(paper, book, subject, box);
		write(paper, section, 'P', says, box, { size: 12, font: 'semibold' });
	}
	numberSheets(paper, book.letterhead, first, 'À garder dans le véhicule, à rendre à l’organisation.');
}

function turn(paper: Paper, book: Logbook, subject: string, box: Box): void {
	newSheet(paper, book.letterhead, subject);
	box.y = HEAD;
}

/** A table a day: the drives foreseen, then rows for those that were not. */
function drawDay(paper: Paper, parent: Tag, day: LogbookDay, box: Box, next: () => void): void {
	const title = day.title.charAt(0).toUpperCase() + day.title.slice(1);
	const says = day.kilometres ? `${title} · ${day.kilometres}` : title;
	box.y += write(paper, parent, 'H2', says, box, DAY) + 1;
	const table = part(paper, parent, 'Table');
	const head = part(paper, table, 'TR');
	box.y += drawHead(paper, box, (text, at) =>
		write(paper, head, 'TH', text, at, HEADER, { scope: 'Column' })
	);
	const rows: (LogbookRow | null)[] = [...day.rows, ...Array.from({ length: BLANK_ROWS }, () => null)];
	for (const row of rows) {
		const height = Math.max(ROW, row ? heightOf(paper, wayOf(row), widths(box)[1]! - 2, CELL) + 2 : 0);
		if (box.y + height > foot(paper)) {
			next();
			box.y += drawHead(paper, box, (text, at) => decoration(paper, () => draw(paper, text, at, HEADER)));
		}
		drawRow(paper, table, row, box, height);
		box.y += height;
	}
}

const widths = ({ width }: Box): number[] => columns.map(({ part: share }) => share * width);
const wayOf = ({ from, to }: LogbookRow): string => `${from} → ${to}`;

function drawHead(paper: Paper, box: Box, put: (text: string, at: Box) => void): number {
	const wide = widths(box);
	const height = Math.max(...columns.map(({ title }, i) => heightOf(paper, title, wide[i]! - 2, HEADER))) + 1;
	let x = box.x;
	columns.forEach(({ title }, i) => {
		put(title, { x: x + 1, y: box.y, width: wide[i]! - 2 });
		x += wide[i]!;
	});
	rule(paper, { ...box, y: box.y + height }, INK, 0.4);
	return height;
}

function drawRow(paper: Paper, table: Tag, row: LogbookRow | null, box: Box, height: number): void {
	const wide = widths(box);
	const tr = part(paper, table, 'TR');
	const cells = row ? [row.at, wayOf(row), row.kilometres] : [];
	let x = box.x;
	columns.forEach((_, i) => {
		const text = cells[i];
		const y = box.y + (i === 1 ? 1 : (height - lineHeight(paper, CELL)) / 2);
		if (text)
			write(paper, tr, i === 0 ? 'TH' : 'TD', text, { x: x + 1, y, width: wide[i]! - 2 }, CELL, i === 0 ? { scope: 'Row' } : undefined); // prettier-ignore
		else write(paper, tr, 'TD', ' ', { x: x + 1, y, width: wide[i]! - 2 }, CELL);
		x += wide[i]!;
		if (i < columns.length - 1)
			decoration(paper, () =>
				paper.pdf
					.moveTo(mm(x), mm(box.y))
					.lineTo(mm(x), mm(box.y + height))
					.lineWidth(mm(0.15))
					.strokeColor(RULE)
					.stroke()
			);
	});
	rule(paper, { ...box, y: box.y + height }, RULE);
}
