import PDFDocument from 'pdfkit';
import { registerFonts } from './fonts';

export type Pdf = InstanceType<typeof PDFDocument>;
export type Tag = ReturnType<Pdf['struct']>;

/** Millimetres to the points pdfkit counts in. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;
/** Points to millimetres. */
export const inMm = (points: number): number => (points * 25.4) / 72;

export const MARGIN = 14;
export const INK = '#1a1a1a';
/** Secondary text: 7:1 on white, so that it survives a tired printer. */
export const SOFT = '#4d4d4d';
export const RULE = '#b8b8b8';
export const FAINT = '#f1f1ee';

/** A page as it is drawn, millimetres, and how much larger it comes out. */
export interface Format {
	width: number;
	height: number;
	scale: number;
}
export const A4: Format = { width: 210, height: 297, scale: 1 };
export const A4_LANDSCAPE: Format = { width: 297, height: 210, scale: 1 };
/** A3 is an A4 seen larger: what fits one fits the other. */
export const A3: Format = { ...A4, scale: Math.SQRT2 };
export const A3_LANDSCAPE: Format = { ...A4_LANDSCAPE, scale: Math.SQRT2 };

/** Where the page being drawn stands on its sheet, millimetres. */
export interface Placing {
	x: number;
	y: number;
	scale: number;
}

/**
 * A document being drawn. Every length the rest of `documents` gives or gets is in millimetres of the page: pages are
 * added and found again by `nextPage` and `goToPage` only, for a page may stand anywhere on a sheet (see booklet.ts).
 */
export interface Paper {
	pdf: Pdf;
	/** The `Document` element: all that is read aloud hangs from it. */
	root: Tag;
	width: number;
	height: number;
	place: Placing;
	turning: Turning;
}

/** How pages follow one another. Ranks count from 0. */
export interface Turning {
	next(): void;
	goTo(page: number): void;
	/** Rank of the last page added. */
	last(): number;
}

export interface PaperOptions {
	title: string;
	/** Written in the file as its date of creation: no clock, so the same input gives the same bytes. */
	madeOn: Date;
	landscape?: boolean;
	format?: Format;
}

/** PDF 1.7, tagged for PDF/UA, in French, without a first page; A4 unless told otherwise. */
export function openPaper({ title, madeOn, landscape = false, format }: PaperOptions): Paper {
	const options = {
		autoFirstPage: false,
		bufferPages: true,
		pdfVersion: '1.7',
		subset: 'PDF/UA',
		tagged: true,
		lang: 'fr-FR',
		displayTitle: true,
		// Otherwise pdfkit starts with Helvetica, not embedded, which PDF/UA forbids.
		font: null,
		info: { Title: title, Creator: 'Équipage', Producer: 'Équipage', CreationDate: madeOn, ModDate: madeOn }
	};
	// Its types do not know PDF/UA yet.
	const pdf = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
	registerFonts(pdf);
	const root = pdf.struct('Document');
	pdf.addStructure(root);
	const paper: Paper = {
		pdf,
		root,
		width: 0,
		height: 0,
		place: { x: 0, y: 0, scale: 1 },
		turning: inOrder()
	};
	useFormat(paper, format ?? (landscape ? A4_LANDSCAPE : A4));
	return paper;

	function inOrder(): Turning {
		return {
			next() {
				const { width, height, place } = paper;
				addSheet(pdf, width * place.scale, height * place.scale);
				pdf.scale(place.scale);
			},
			goTo: (page) => void pdf.switchToPage(page),
			last: () => pdf.bufferedPageRange().count - 1
		};
	}
}

/**
 * A sheet of that size, millimetres. Its lower margin is far below it: pdfkit, which knows nothing of our scales, would
 * otherwise turn the page by itself.
 */
export const addSheet = (pdf: Pdf, width: number, height: number): void =>
	void pdf.addPage({
		size: [mm(width), mm(height)],
		margins: { top: 0, left: 0, right: 0, bottom: -mm(2000) }
	});

/** The pages added from now on are of that format. */
export function useFormat(paper: Paper, { width, height, scale }: Format): void {
	paper.width = width;
	paper.height = height;
	paper.place = { x: 0, y: 0, scale };
}

/** Adds a page with nothing on it yet, and draws there; returns its rank. */
export function nextPage({ turning }: Paper): number {
	turning.next();
	return turning.last();
}

/** Ends the document and gathers it. */
export function bytes({ pdf }: Paper): Promise<Uint8Array<ArrayBuffer>> {
	return new Promise((done, fail) => {
		const chunks: Buffer[] = [];
		pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
		pdf.on('end', () => done(new Uint8Array(Buffer.concat(chunks))));
		pdf.on('error', fail);
		pdf.end();
	});
}
