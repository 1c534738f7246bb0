import { closeFlow, openFlow, QUIET, room, say, SUBTITLE, TEXT, TITLE, type Flow } from '../paper/flow';
import { bytes, INK, mm, openPaper, RULE, type Paper } from '../paper/page';
import { drawMarks } from '../paper/pictures';
import { drawTable, type Column, type Row } from '../paper/table';
import { decoration, part } from '../paper/tags';
import { heightOf, write, type TextStyle } from '../paper/text';
import type { BarsSection, BilanContent, BilanSection } from './content';

const SMALL: TextStyle = { size: 9.5 };
const figureColumns: Column[] = [
	{ title: 'Indicateur', share: 0.4, style: { size: 11, font: 'semibold' } },
	{ title: 'Prévu', share: 0.15 },
	{ title: 'Réalisé', share: 0.18, style: { size: 11, font: 'semibold' } },
	{ title: 'Part du réalisé', share: 0.27 }
];
const gridColumns: Column[] = [
	{ title: 'Principe', share: 0.46, style: { size: 10 } },
	{ title: 'Proposé', share: 0.11, style: { size: 10 } },
	{ title: 'Appréciation', share: 0.14, style: { size: 10, font: 'semibold' } },
	{ title: 'Remarque', share: 0.29, style: { size: 10 } }
];

/** One PDF: the same sections as on the page. */
export function printBilan(content: BilanContent): Promise<Uint8Array<ArrayBuffer>> {
	const { title, madeOn } = content.letterhead;
	const paper = openPaper({ title: `${content.title} — ${title}`, madeOn });
	drawBilan(paper, content);
	return bytes(paper);
}

export function drawBilan(paper: Paper, content: BilanContent): void {
	const flow = openFlow(paper, content.letterhead, content.title);
	drawMarks(flow, content.marks);
	say(flow, 'H1', content.title, TITLE, 1);
	for (const { label, value } of content.about) say(flow, 'P', `${label}\u00a0: ${value}`, TEXT, 0.5);
	flow.box.y += 4;
	for (const section of content.sections) drawSection(flow, section);
	flow.box.y += 3;
	for (const note of content.notes) say(flow, 'P', note, { ...QUIET, size: 9 }, 0.5);
	closeFlow(flow, content.organization);
}

function drawSection(flow: Flow, section: BilanSection): void {
	if (section.kind === 'bars') return drawBars(flow, section);
	say(flow, 'H2', section.title, SUBTITLE, 1.5);
	switch (section.kind) {
		case 'text':
			for (const paragraph of section.paragraphs) say(flow, 'P', paragraph, TEXT, 2);
			break;
		case 'list':
			for (const item of section.items) say(flow, 'P', `•\u00a0${item}`, TEXT, 0.5);
			break;
		case 'table':
			say(flow, 'P', section.note, { ...QUIET, size: 9.5 }, 2);
			drawTable(
				flow,
				section.heads.map((title, at) => ({ title, share: at === 0 ? 0.34 : 0.22, style: { size: 10 } })),
				section.rows.map((cells) => ({ cells })),
				{ row: 7 }
			);
			break;
		case 'figures':
			drawTable(
				flow,
				figureColumns,
				section.rows.map(({ label, planned, done, share }) => ({ cells: [label, planned, done, share] })),
				{ row: 7 }
			);
			flow.box.y += 2;
			for (const { label, definition } of section.rows)
				say(flow, 'P', `${label}\u00a0: ${definition}`, { ...QUIET, size: 8.5 });
			break;
		case 'grid': {
			say(flow, 'P', section.note, { ...QUIET, size: 9.5 }, 2);
			const rows = section.rows.flatMap((row, at): Row[] => [
				...(section.rows[at - 1]?.heading === row.heading ? [] : [{ cells: [row.heading], heading: true }]),
				{ cells: [row.label, row.proposed, row.own, row.comment] }
			]);
			drawTable(flow, gridColumns, rows, { row: 7 });
		}
	}
	flow.box.y += 5;
}

const BAR = 4;
const ROW = 6.4;

/** A table whose numbers are repeated by bars: read aloud as a table, seen without colour by lengths and figures. */
function drawBars(flow: Flow, { title, note, bars }: BarsSection): void {
	// A short chart stays whole; a long one is cut between two bars.
	room(flow, 14 + Math.min(bars.length, 12) * ROW);
	say(flow, 'H2', title, { ...SUBTITLE, size: 12.5 }, 0.5);
	say(flow, 'P', note, { ...QUIET, size: 9.5 }, 1.5);
	const { paper, section } = flow;
	const table = part(paper, section, 'Table');
	const width = flow.box.width;
	const [label, bar] = [width * 0.42, width * 0.34];
	const head = part(paper, table, 'TR');
	const heads: [string, number][] = [
		['Groupe', 0],
		['Nombre', label + bar + 3]
	];
	const header: TextStyle = { size: 9, font: 'semibold', colour: QUIET.colour ?? INK };
	for (const [text, x] of heads)
		write(paper, head, 'TH', text, { x: flow.box.x + x, y: flow.box.y, width: label }, header, {
			scope: 'Column'
		});
	flow.box.y += 5;
	for (const { label: name, share, said } of bars) {
		const tall = Math.max(ROW, heightOf(paper, name, label - 3, SMALL) + 1.5);
		room(flow, tall);
		const { x, y } = flow.box;
		const tr = part(paper, table, 'TR');
		write(paper, tr, 'TH', name, { x, y: y + 0.6, width: label - 3 }, SMALL, { scope: 'Row' });
		decoration(paper, () => drawBar(paper, x + label, y + 0.6, bar, share));
		write(
			paper,
			tr,
			'TD',
			said,
			{ x: x + label + bar + 3, y: y + 0.6, width: width - label - bar - 3 },
			SMALL
		);
		flow.box.y += tall;
	}
	flow.box.y += 5;
}

/** A full bar on its frame; hatched when the number is masked, so that it is not taken for zero. */
function drawBar({ pdf }: Paper, x: number, y: number, width: number, share: number | null): void {
	pdf.lineWidth(mm(0.2)).strokeColor(RULE);
	pdf.rect(mm(x), mm(y), mm(width), mm(BAR)).stroke();
	if (share !== null) {
		if (share > 0) pdf.rect(mm(x), mm(y), mm(width * share), mm(BAR)).fill('#2f6f73');
		return;
	}
	for (let at = 2; at < width; at += 3)
		pdf
			.moveTo(mm(x + at), mm(y))
			.lineTo(mm(x + Math.max(at - 2, 0)), mm(y + BAR))
			.stroke();
}
