import { closeFlow, openFlow, QUIET, say, SUBTITLE, TEXT, TITLE } from '../paper/flow';
import { bytes, openPaper, type Paper } from '../paper/page';
import { drawTable, type Column, type Row } from '../paper/table';
import type { FidelitySheet } from './content';

const level = { size: 12, font: 'semibold', align: 'center' } as const;
const columns: Column[] = [
	{ title: 'Principe', share: 0.42, style: { size: 10.5 } },
	{ title: 'Proposé', share: 0.09, style: level },
	{ title: 'Structure', share: 0.1, style: level },
	{ title: 'Fédération', share: 0.11, style: level },
	{ title: 'Commentaire', share: 0.28, style: { size: 10 } }
];

/** One PDF. */
export function printFidelity(sheet: FidelitySheet): Promise<Uint8Array<ArrayBuffer>> {
	const { title, madeOn } = sheet.letterhead;
	const paper = openPaper({ title: `${sheet.title} — ${title}`, madeOn });
	drawFidelity(paper, sheet);
	return bytes(paper);
}

export function drawFidelity(paper: Paper, sheet: FidelitySheet): void {
	const flow = openFlow(paper, sheet.letterhead, sheet.title);
	say(flow, 'H1', sheet.title, TITLE);
	for (const text of sheet.intro) say(flow, 'P', text, QUIET, 2);
	const rows = sheet.sections.flatMap(({ heading, rows }): Row[] => [
		{ cells: [heading], heading: true },
		...rows.map(({ principle, proposed, own, federation, comment }) => ({
			cells: [principle, proposed, own, federation, comment]
		}))
	]);
	drawTable(flow, columns, rows, { row: 8, grid: true });
	flow.box.y += 6;
	say(flow, 'H2', 'Dérogations', SUBTITLE, 1);
	if (sheet.derogations.length === 0) say(flow, 'P', 'Aucune.', TEXT);
	for (const { what, reason, signed } of sheet.derogations) {
		say(flow, 'H3', what, { ...TEXT, font: 'semibold' });
		say(flow, 'P', reason, TEXT);
		say(flow, 'P', signed, { ...QUIET, size: 9.5 }, 2.5);
	}
	closeFlow(flow);
}
