import type { Letterhead } from './letterhead';
import { MARGIN, SOFT, type Paper, type Tag } from './page';
import { foot, HEAD, newSheet, numberSheets } from './sheet';
import { part } from './tags';
import { heightOf, write, type Box, type TextStyle } from './text';

/** Sheets filled from top to bottom, with their own page numbers; `box` is what is left of the last one. */
export interface Flow {
	paper: Paper;
	section: Tag;
	box: Box;
	letterhead: Letterhead;
	/** Said at the top of each sheet. */
	subject: string;
	/** Rank of the first page. */
	first: number;
}

export const TITLE: TextStyle = { size: 22, font: 'bold' };
export const SUBTITLE: TextStyle = { size: 14, font: 'bold' };
export const TEXT: TextStyle = { size: 11 };
export const QUIET: TextStyle = { size: 11, colour: SOFT };

/** Starts a sheet that is a part of the document, under that bookmark. */
export function openFlow(paper: Paper, letterhead: Letterhead, subject: string): Flow {
	const section = part(paper, paper.root, 'Part', { title: subject });
	const first = newSheet(paper, letterhead, subject);
	paper.pdf.outline.addItem(subject);
	return { paper, section, letterhead, subject, first, box: top(paper) };
}

const top = (paper: Paper): Box => ({ x: MARGIN, y: HEAD, width: paper.width - 2 * MARGIN });

/** Another sheet, unless `height` millimetres are left on this one; answers whether it turned. */
export function room(flow: Flow, height: number): boolean {
	if (flow.box.y + height <= foot(flow.paper)) return false;
	turn(flow);
	return true;
}

export function turn(flow: Flow): void {
	newSheet(flow.paper, flow.letterhead, flow.subject);
	flow.box = top(flow.paper);
}

/** A title or a paragraph under the last one; `after`, millimetres kept below it. */
export function say(
	flow: Flow,
	type: 'H1' | 'H2' | 'H3' | 'P',
	text: string,
	style: TextStyle,
	after = 0
): void {
	if (!text) return;
	const { paper, section } = flow;
	// A title alone at the foot of a sheet announces nothing.
	room(flow, heightOf(paper, text, flow.box.width, style) + (type === 'P' ? 0 : 14));
	flow.box.y += write(paper, section, type, text, flow.box, style) + after;
}

/** Page numbers and version, once all is drawn; `notice` stands between them. */
export const closeFlow = ({ paper, letterhead, first }: Flow, notice = ''): void =>
	numberSheets(paper, letterhead, first, notice);
