import type { Letterhead } from './letterhead';
import { INK, MARGIN, mm, nextPage, RULE, SOFT, type Paper } from './page';
import { qrModules } from './qr';
import { decoration } from './tags';
import { draw, rule, widthOf, type Box } from './text';

/** Where content may start and must end, millimetres from the top of the sheet. */
export const HEAD = 27;
export const foot = (paper: Paper): number => paper.height - 17;

/** The code by which a sheet is checked, at its top right. Millimetres. */
const CHECK = 15.5;

/**
 * Adds a page with the name of the rally, its title, what the sheet is and the code that tells whether it still holds;
 * returns the rank of the page. Repeated on every sheet, so never read aloud.
 */
export function newSheet(paper: Paper, letterhead: Letterhead, subject: string): number {
	const page = nextPage(paper);
	const width = paper.width - 2 * MARGIN;
	const { check } = letterhead;
	decoration(
		paper,
		() => {
			drawMark(paper, letterhead, { x: MARGIN, y: 9, width: 37 }, 11);
			const right = { x: MARGIN + 68, y: 9, width: width - 68 - (check ? CHECK + 2 : 0) };
			if (check) qrModules(paper, check, { x: MARGIN + width - CHECK, y: 5, side: CHECK });
			draw(paper, subject, right, { size: 11, font: 'semibold', align: 'right', lines: 1 });
			const line = [letterhead.title, letterhead.dates].filter(Boolean).join(' · ');
			draw(paper, line, { ...right, y: 14.5 }, { size: 9, colour: SOFT, align: 'right', lines: 1 });
			if (letterhead.draft) drawDraft(paper, MARGIN + 40, 10.6);
		},
		'Pagination'
	);
	rule(paper, { x: MARGIN, y: 21.5, width }, RULE);
	return page;
}

/** The logo where the organizer gave it, otherwise the name in words: the place is the same. Millimetres. */
export function drawMark(
	paper: Paper,
	{ logo, rallyName }: Letterhead,
	box: Box,
	size: number,
	height = 9
): void {
	if (logo) {
		paper.pdf.image(imageOf(paper, logo), mm(box.x), mm(box.y), { fit: [mm(box.width), mm(height)] });
		return;
	}
	draw(paper, rallyName, { ...box, y: box.y + 2 }, { size, font: 'bold', lines: 1 });
}

const images = new WeakMap<Paper, Map<Uint8Array, PDFKit.Mixins.ImageSrc>>();

/** Opened once a document: given as bytes, pdfkit would write it again on every sheet. */
export function imageOf(paper: Paper, logo: Uint8Array): PDFKit.Mixins.ImageSrc {
	const opened = images.get(paper) ?? new Map<Uint8Array, PDFKit.Mixins.ImageSrc>();
	images.set(paper, opened);
	const known = opened.get(logo);
	if (known) return known;
	// Its types know only `image`.
	const { pdf } = paper as unknown as { pdf: { openImage(bytes: Buffer): PDFKit.Mixins.ImageSrc } };
	const image = pdf.openImage(Buffer.from(logo));
	opened.set(logo, image);
	return image;
}

/** « BROUILLON », white on black: still read after a photocopy. 26 × 6 mm. */
export function drawDraft(paper: Paper, x: number, y: number): void {
	paper.pdf.rect(mm(x), mm(y), mm(26), mm(6)).fill(INK);
	const style = { size: 10, font: 'bold', colour: '#ffffff', align: 'center', spacing: 0.8 } as const;
	draw(paper, 'BROUILLON', { x, y: y + 0.9, width: 26 }, style);
}

/** Foot of the pages from `first` to the last one drawn: version, what to trust, page x/y of these pages. */
export function numberSheets(paper: Paper, letterhead: Letterhead, first: number, notice = ''): void {
	const last = paper.turning.last();
	const width = paper.width - 2 * MARGIN;
	const y = paper.height - 12;
	for (let page = first; page <= last; page++) {
		paper.turning.goTo(page);
		rule(paper, { x: MARGIN, y: y - 1.5, width }, RULE);
		decoration(
			paper,
			() => {
				const version = letterhead.draft ? `${letterhead.version} · brouillon` : letterhead.version;
				const style = { size: 9, font: 'semibold' } as const;
				draw(paper, version, { x: MARGIN, y, width: 60 }, style);
				const middle = { x: MARGIN + 50, y, width: width - 80 };
				const soft = { size: 9, colour: SOFT, align: 'center', lines: 1 } as const;
				// On a narrow page, what comes first rather than a sentence cut short.
				const fits = widthOf(paper, notice, soft) <= middle.width;
				draw(paper, fits ? notice : notice.split(' · ')[0]!, middle, soft);
				const pages = `page ${page - first + 1}/${last - first + 1}`;
				draw(paper, pages, { x: paper.width - MARGIN - 40, y, width: 40 }, { ...style, align: 'right' });
			},
			'Pagination'
		);
	}
}

/** A disc of colour holding a white letter or number, centred on x, y; `radius` in millimetres. */
export function disc(paper: Paper, text: string, x: number, y: number, radius: number, colour: string): void {
	paper.pdf.circle(mm(x), mm(y), mm(radius)).fill(colour);
	inDisc(paper, text, x, y, radius, '#ffffff');
}

/** The text of a disc, alone. */
export function inDisc(
	paper: Paper,
	text: string,
	x: number,
	y: number,
	radius: number,
	colour: string
): void {
	let size = radius * 3.7;
	const style = { font: 'bold', colour, align: 'center' } as const;
	while (size > 4 && widthOf(paper, text, { ...style, size }) > radius * 1.6) size -= 0.5;
	// Source Sans capitals and figures are 0.66 em tall and start 0.364 em under the top of their line.
	const top = y - ((0.364 + 0.33) * size * 25.4) / 72;
	draw(paper, text, { x: x - radius * 2, y: top, width: radius * 4 }, { ...style, size });
}
