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

/** A document being drawn. Every length the rest of `documents` gives or gets is in millimetres. */
export interface Paper {
	pdf: Pdf;
	/** The `Document` element: all that is read aloud hangs from it. */
	root: Tag;
	width: number;
	height: number;
}

export interface PaperOptions {
	title: string;
	/** Written in the file as its date of creation: no clock, so the same input gives the same bytes. */
	madeOn: Date;
	landscape?: boolean;
}

/** A4, PDF 1.7, tagged for PDF/UA, in French, without a first page. */
export function openPaper({ title, madeOn, landscape = false }: PaperOptions): Paper {
	const options = {
		size: 'A4',
		layout: landscape ? 'landscape' : 'portrait',
		// Margins are ours: with none, pdfkit never breaks a page by itself.
		margin: 0,
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
	return { pdf, root, width: landscape ? 297 : 210, height: landscape ? 210 : 297 };
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
