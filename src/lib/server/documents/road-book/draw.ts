import { bytes, openPaper, type Paper } from '../paper/page';
import { numberSheets } from '../paper/sheet';
import { part } from '../paper/tags';
import type { RoadBook } from './content';
import { drawCover } from './draw-cover';
import { drawDay } from './draw-day';

/** One PDF of the road books in the order given, each with its own page numbers. At least one. */
export function printRoadBooks(books: readonly RoadBook[]): Promise<Uint8Array<ArrayBuffer>> {
	const first = books[0];
	if (!first) throw new Error('no road book to print');
	const title = books.length === 1 ? first.title : 'Carnets de route';
	const paper = openPaper({ title: `${title} — ${first.letterhead.title}`, madeOn: first.letterhead.madeOn });
	for (const book of books) drawRoadBook(paper, book);
	return bytes(paper);
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
