import { drawBooklet } from '../paper/booklet';
import { A4_LANDSCAPE, bytes, MARGIN, mm, openPaper, RULE, type Paper } from '../paper/page';
import { foot, HEAD, numberSheets } from '../paper/sheet';
import { decoration, part } from '../paper/tags';
import { write } from '../paper/text';
import type { RoadBook } from './content';
import { drawCover } from './draw-cover';
import { drawDay } from './draw-day';

export const roadBookFormats = { a4: 'A4', a5: 'Livret A5' } as const;
export type RoadBookFormat = keyof typeof roadBookFormats;

/**
 * One PDF of the road books in the order given, each with its own page numbers. At least one. As booklets, each is
 * sheets of its own, to print on both sides turned on the short edge, fold and staple.
 */
export function printRoadBooks(
	books: readonly RoadBook[],
	format: RoadBookFormat = 'a4'
): Promise<Uint8Array<ArrayBuffer>> {
	const first = books[0];
	if (!first) throw new Error('no road book to print');
	const title = books.length === 1 ? first.title : format === 'a5' ? 'Livrets de route' : 'Carnets de route';
	const { madeOn } = first.letterhead;
	const paper = openPaper({
		title: `${title} — ${first.letterhead.title}`,
		madeOn,
		...(format === 'a5' && { format: A4_LANDSCAPE })
	});
	for (const book of books) {
		if (format === 'a4') drawRoadBook(paper, book);
		else drawBooklet(paper, (on) => drawRoadBook(on, book), drawNotes);
	}
	return bytes(paper);
}

export function drawRoadBooks(paper: Paper, books: readonly RoadBook[]): void {
	for (const book of books) drawRoadBook(paper, book);
}

/** Adds the pages of one team: a cover, then its days. */
function drawRoadBook(paper: Paper, book: RoadBook): void {
	const section = part(paper, paper.root, 'Part', { title: book.title });
	const first = drawCover(paper, section, book);
	const bookmark = paper.pdf.outline.addItem(book.teamName);
	for (const day of book.days) drawDay(paper, section, book, day, bookmark);
	const notice = book.link ? 'La page de l’équipe donne toujours la dernière version.' : '';
	numberSheets(paper, book.letterhead, first, [book.teamName, notice].filter(Boolean).join(' · '));
}

/** A page left over in a booklet: lines to write on. `turning` has already added it. */
function drawNotes(paper: Paper): void {
	const section = part(paper, paper.root, 'Sect', { title: 'Notes' });
	const width = paper.width - 2 * MARGIN;
	write(paper, section, 'H2', 'Notes', { x: MARGIN, y: HEAD - 12, width }, { size: 16, font: 'bold' });
	decoration(paper, () => {
		paper.pdf.lineWidth(mm(0.2)).strokeColor(RULE);
		for (let y = HEAD + 4; y <= foot(paper); y += 9)
			paper.pdf
				.moveTo(mm(MARGIN), mm(y))
				.lineTo(mm(MARGIN + width), mm(y))
				.stroke();
	});
}
