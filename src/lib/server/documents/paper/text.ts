import type { FontName } from './fonts';
import { INK, inMm, mm, type Paper, type Tag } from './page';
import { content, decoration, part, type TagOptions } from './tags';

export interface TextStyle {
	/** Points, as type always is. */
	size: number;
	font?: FontName;
	colour?: string;
	align?: 'left' | 'right' | 'center';
	/** At most that many lines, cut with « … » when the text is too long. */
	lines?: number;
	/** Between letters, points. */
	spacing?: number;
	/** Added between lines, in parts of the size; negative in narrow places. */
	leading?: number;
}

/** Millimetres from the top left corner of the page. */
export interface Box {
	x: number;
	y: number;
	width: number;
}

const leadingOf = ({ size, leading = 0.06 }: TextStyle): number => size * leading;

function options(paper: Paper, width: number, style: TextStyle): PDFKit.Mixins.TextOptions {
	const { align = 'left', lines, spacing } = style;
	return {
		width: mm(width),
		align,
		lineGap: leadingOf(style),
		...(spacing && { characterSpacing: spacing }),
		...(lines && { height: mm(lines * lineHeight(paper, style)) - leadingOf(style), ellipsis: true })
	};
}

function pen(paper: Paper, { font = 'regular', size }: TextStyle): void {
	paper.pdf.font(font).fontSize(size);
}

/** Height of the text once wrapped, millimetres. */
export function heightOf(paper: Paper, text: string, width: number, style: TextStyle): number {
	pen(paper, style);
	const whole = inMm(paper.pdf.heightOfString(text, options(paper, width, { ...style, lines: undefined })));
	return style.lines ? Math.min(whole, style.lines * lineHeight(paper, style)) : whole;
}

/** Height of one line, millimetres. */
export function lineHeight(paper: Paper, style: TextStyle): number {
	pen(paper, style);
	return inMm(paper.pdf.currentLineHeight() + leadingOf(style));
}

/** Width of the text on one line, millimetres. */
export function widthOf(paper: Paper, text: string, style: TextStyle): number {
	pen(paper, style);
	return inMm(paper.pdf.widthOfString(text, { characterSpacing: style.spacing ?? 0 }));
}

/** The largest size, down to `smallest` points, at which the text stands on one line. */
export function fitted(
	paper: Paper,
	text: string,
	width: number,
	style: TextStyle,
	smallest: number
): TextStyle {
	const wanted = widthOf(paper, text, style);
	if (wanted <= width) return style;
	const size = Math.max(smallest, Math.floor(((style.size * width) / wanted) * 4) / 4);
	return { ...style, size };
}

/** Whether every word stands whole on a line of that width: otherwise pdfkit cuts it anywhere. */
export const wordsFit = (paper: Paper, text: string, width: number, style: TextStyle): boolean =>
	// With its space: pdfkit counts it, and would start the next line with it.
	text.split(/(?<=[\s-])/).every((word) => widthOf(paper, `${word.trimEnd()} `, style) <= width);

/** Draws without a tag: inside a figure, an artifact or `content`. Returns the height, millimetres. */
export function draw(paper: Paper, text: string, box: Box, style: TextStyle): number {
	const height = heightOf(paper, text, box.width, style);
	paper.pdf.fillColor(style.colour ?? INK);
	paper.pdf.text(text, mm(box.x), mm(box.y), options(paper, box.width, style));
	return height;
}

/** Writes a tagged piece of text under `parent`; returns its height, millimetres. */
export function write(
	paper: Paper,
	parent: Tag,
	type: string,
	text: string,
	box: Box,
	style: TextStyle,
	tag?: TagOptions
): number {
	let height = 0;
	content(paper, parent, type, () => (height = draw(paper, text, box, style)), tag);
	return height;
}

/** A web address or a telephone that can also be followed on a screen. */
export function writeLink(
	paper: Paper,
	parent: Tag,
	text: string,
	href: string,
	box: Box,
	style: TextStyle
): number {
	const tag = part(paper, parent, 'Link');
	let height = 0;
	tag.add(() => (height = draw(paper, text, box, style)));
	const wide = Math.min(box.width, widthOf(paper, text, style));
	const annotation = { structParent: tag, Contents: new String(text) };
	paper.pdf.link(mm(box.x), mm(box.y), mm(wide), mm(height), href, annotation as never);
	// pdfkit files the link under the page that is open when the element ends.
	tag.end();
	return height;
}

/** A horizontal rule, an artifact. */
export function rule(paper: Paper, { x, y, width }: Box, colour: string, weight = 0.25): void {
	decoration(paper, () =>
		paper.pdf
			.moveTo(mm(x), mm(y))
			.lineTo(mm(x + width), mm(y))
			.lineWidth(mm(weight))
			.strokeColor(colour)
			.stroke()
	);
}
