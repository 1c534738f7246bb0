import { teamColour } from '$lib/domain/team';
import { closeFlow, openFlow, room, type Flow } from '../paper/flow';
import { bytes, INK, openPaper, RULE, type Paper } from '../paper/page';
import { pictogram } from '../paper/pictograms';
import { part } from '../paper/tags';
import { fitted, heightOf, lineHeight, rule, write, type TextStyle } from '../paper/text';
import type { ParticipantSheet, SheetBlock, SheetDay } from './content';

const NAME: TextStyle = { size: 34, font: 'bold' };
const HEADING: TextStyle = { size: 18, font: 'bold' };
const BODY: TextStyle = { size: 16, leading: 0.12 };
const AT: TextStyle = { size: 16, font: 'bold' };
/** Pictures are as wide as two lines are high. Millimetres. */
const PICTURE = 13;
const SMALL = 7.5;

/** One PDF, large type, each person's sheets with their own page numbers. At least one. */
export function printParticipantSheets(
	sheets: readonly ParticipantSheet[]
): Promise<Uint8Array<ArrayBuffer>> {
	const first = sheets[0];
	if (!first) throw new Error('no participant sheet to print');
	const { title, madeOn } = first.letterhead;
	const paper = openPaper({ title: `Fiches des participants — ${title}`, madeOn });
	for (const sheet of sheets) drawSheet(paper, sheet);
	return bytes(paper);
}

function drawSheet(paper: Paper, sheet: ParticipantSheet): void {
	const flow = openFlow(paper, sheet.letterhead, `Mon rallye · ${sheet.name}`);
	const colour = sheet.letter ? teamColour(sheet.letter) : INK;
	const name = fitted(paper, sheet.name, flow.box.width, NAME, 20);
	flow.box.y += write(paper, flow.section, 'H1', sheet.name, flow.box, name);
	const hello: TextStyle = { ...HEADING, colour };
	flow.box.y += write(paper, flow.section, 'P', 'Votre rallye pour l’emploi', flow.box, hello) + 4;
	for (const block of sheet.blocks) drawBlock(flow, block, colour);
	for (const day of sheet.days) drawDay(flow, day, colour);
	closeFlow(flow);
}

function drawBlock(flow: Flow, { picture, title, says }: SheetBlock, colour: string): void {
	const { paper } = flow;
	const width = flow.box.width - PICTURE - 6;
	const text = [title, ...says].map((line, i) => heightOf(paper, line, width, i === 0 ? HEADING : BODY));
	const height = Math.max(
		PICTURE,
		text.reduce((sum, one) => sum + one, 0)
	);
	room(flow, height);
	pictogram(paper, picture, { x: flow.box.x, y: flow.box.y + 0.5, side: PICTURE }, colour);
	const group = part(paper, flow.section, 'Sect');
	const at = { x: flow.box.x + PICTURE + 6, y: flow.box.y, width };
	at.y += write(paper, group, 'H2', title, at, HEADING);
	for (const line of says) at.y += write(paper, group, 'P', line, at, BODY);
	flow.box.y += height + 6;
}

function drawDay(flow: Flow, { title, hours, stops }: SheetDay, colour: string): void {
	const { paper } = flow;
	const left = SMALL + 4;
	const wide = flow.box.width - left - 28;
	const rows = stops.map(({ says }) => Math.max(SMALL, heightOf(paper, says, wide, BODY)) + 3);
	const head = lineHeight(paper, HEADING) + lineHeight(paper, BODY) + 8;
	// A day is not cut in two unless it is longer than a sheet.
	room(flow, Math.min(head + rows.reduce((sum, one) => sum + one, 0), paper.height - 60));
	rule(paper, flow.box, RULE);
	flow.box.y += 4;
	const group = part(paper, flow.section, 'Sect');
	flow.box.y += write(paper, group, 'H2', title, flow.box, { ...HEADING, colour });
	flow.box.y += write(paper, group, 'P', hours, flow.box, BODY) + 3;
	const list = part(paper, group, 'L');
	stops.forEach(({ at, says, picture }, i) => {
		room(flow, rows[i]!);
		const { x, y } = flow.box;
		pictogram(paper, picture, { x, y: y - 0.2, side: SMALL }, colour);
		const item = part(paper, list, 'LI');
		write(paper, item, 'Lbl', at, { x: x + left, y, width: 27 }, AT);
		write(paper, item, 'LBody', says, { x: x + left + 28, y, width: wide }, BODY);
		flow.box.y += rows[i]!;
	});
	flow.box.y += 3;
}
