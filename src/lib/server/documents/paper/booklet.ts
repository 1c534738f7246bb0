import { A4_LANDSCAPE, addSheet, mm, openPaper, type Format, type Paper, type Turning } from './page';

/** A5 as it is drawn: a little larger than it comes out, so that a timetable keeps its columns. */
const SCALE = 0.85;
export const A5: Format = { width: 148.5 / SCALE, height: 210 / SCALE, scale: SCALE };

/** Which side of which sheet a page falls on. Sides count from 0, the front of the first sheet. */
export interface Slot {
	side: number;
	half: 'left' | 'right';
}

/** Pages rounded up to whole sheets folded in two. */
export const foldedPages = (pages: number): number => Math.ceil(pages / 4) * 4;

/**
 * Where page `page` of `pages` (a multiple of four) goes so that the sheets, printed on both sides, piled, folded and
 * stapled in their middle, read in order.
 */
export function slotOf(page: number, pages: number): Slot {
	const side = Math.min(page, pages - 1 - page);
	const first = page < pages / 2;
	return { side, half: (side % 2 === 0) === first ? 'right' : 'left' };
}

/**
 * Draws a booklet on A4 landscape sheets, two pages a side. `draw` draws its pages in order, twice: once aside, to
 * know how many they are. `pad` fills the pages left over at the end.
 */
export function drawBooklet(paper: Paper, draw: (on: Paper) => void, pad: (on: Paper) => void): void {
	const aside = openPaper({ title: '', madeOn: new Date(0), format: A5 });
	draw(aside);
	const drawn = aside.turning.last() + 1;
	const pages = foldedPages(drawn);
	const sides = Array.from({ length: pages / 2 }, () => {
		addSheet(paper.pdf, A4_LANDSCAPE.width, A4_LANDSCAPE.height);
		return paper.pdf.bufferedPageRange().count - 1;
	});
	const before = { ...paper };
	const turning = onSides(paper, sides, pages);
	Object.assign(paper, { width: A5.width, height: A5.height, turning });
	draw(paper);
	for (let page = drawn; page < pages; page++) {
		turning.next();
		pad(paper);
	}
	turning.leave();
	Object.assign(paper, before);
}

function onSides(paper: Paper, sides: readonly number[], pages: number): Turning & { leave(): void } {
	const { pdf } = paper;
	let last = -1;
	let inside = false;
	const leave = () => {
		if (inside) pdf.restore();
		inside = false;
	};
	const enter = (page: number) => {
		leave();
		const { side, half } = slotOf(page, pages);
		pdf.switchToPage(sides[side]!);
		paper.place = { x: half === 'left' ? 0 : A4_LANDSCAPE.width / 2, y: 0, scale: SCALE };
		pdf.save();
		pdf.translate(mm(paper.place.x), 0).scale(SCALE);
		inside = true;
	};
	return { next: () => enter(++last), goTo: enter, last: () => last, leave };
}
