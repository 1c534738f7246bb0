import { teamColour } from '$lib/domain/team';
import { closeFlow, openFlow, QUIET, say, SUBTITLE, TITLE } from '../paper/flow';
import { bytes, INK, mm, openPaper, RULE, SOFT, type Paper, type Tag } from '../paper/page';
import { drawTable, type Column, type Row } from '../paper/table';
import { decoration } from '../paper/tags';
import { write, type Box } from '../paper/text';
import type { AttendanceSheet } from './content';

const columns: Column[] = [
	{ title: 'Prénom et nom', share: 0.34, style: { size: 12, font: 'semibold' } },
	{ title: 'Heure d’arrivée', share: 0.12 },
	{ title: 'Signature', share: 0.34 },
	{ title: 'Remarque', share: 0.2, style: { size: 9.5, colour: SOFT } }
];
/** Tall enough for a signature. Millimetres. */
const ROW = 11;
const SIGN = { width: 68, height: 25 };

/** One PDF, each sheet with its own page numbers. At least one. */
export function printAttendance(sheets: readonly AttendanceSheet[]): Promise<Uint8Array<ArrayBuffer>> {
	const first = sheets[0];
	if (!first) throw new Error('no attendance sheet to print');
	const { title, madeOn } = first.letterhead;
	const paper = openPaper({ title: `Feuilles d’émargement — ${title}`, madeOn });
	drawAttendance(paper, sheets);
	return bytes(paper);
}

export function drawAttendance(paper: Paper, sheets: readonly AttendanceSheet[]): void {
	for (const sheet of sheets) drawSheet(paper, sheet);
}

function drawSheet(paper: Paper, sheet: AttendanceSheet): void {
	const subject = ['Émargement', sheet.team, sheet.halfDay].filter(Boolean).join(' · ');
	const flow = openFlow(paper, sheet.letterhead, subject);
	const colour = sheet.letter ? teamColour(sheet.letter) : INK;
	const { x, y, width } = flow.box;
	flow.box.width = width - SIGN.width - 6;
	say(flow, 'H1', [sheet.title, sheet.team].filter(Boolean).join(' — '), { ...TITLE, size: 20, colour });
	say(flow, 'P', `${sheet.halfDay} · ${sheet.kind}`, { ...SUBTITLE, size: 13 }, 1);
	say(flow, 'P', 'Chaque personne signe pour elle-même, à son arrivée.', QUIET);
	drawSigner(paper, flow.section, sheet.signer, { x: x + width - SIGN.width, y, width: SIGN.width });
	flow.box = { x, y: Math.max(flow.box.y, y + SIGN.height) + 3, width };
	const rows: Row[] = [
		...sheet.groups.flatMap(({ title, people }): Row[] => [
			...(title ? [{ cells: [title], heading: true }] : []),
			...people.map(({ name, note }) => ({ cells: [name, '', '', note] }))
		]),
		...Array.from({ length: sheet.blanks }, () => ({ cells: [] }))
	];
	drawTable(flow, columns, rows, { row: ROW, grid: true });
	closeFlow(flow, 'À rendre à l’organisation.');
}

/** At the top, where it never stands alone on a second sheet. */
function drawSigner(paper: Paper, section: Tag, says: string, box: Box): void {
	write(paper, section, 'P', says, { ...box, x: box.x + 2, width: box.width - 4 }, { size: 9, colour: SOFT });
	decoration(paper, () =>
		paper.pdf
			.rect(mm(box.x), mm(box.y), mm(box.width), mm(SIGN.height))
			.lineWidth(mm(0.3))
			.strokeColor(RULE)
			.stroke()
	);
}
