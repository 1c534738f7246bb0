import { closeFlow, openFlow, QUIET, say, TITLE } from '../paper/flow';
import { bytes, openPaper } from '../paper/page';
import { drawTable } from '../paper/table';
import type { RunSheet } from './content';

const SHARES = [0.1, 0.11, 0.3, 0.29, 0.2];

/** One PDF. */
export function printRunSheet(sheet: RunSheet): Promise<Uint8Array<ArrayBuffer>> {
	const { title, madeOn } = sheet.letterhead;
	const paper = openPaper({ title: `${sheet.title} — ${title}`, madeOn });
	const flow = openFlow(paper, sheet.letterhead, sheet.title);
	say(flow, 'H1', sheet.title, TITLE, 1);
	for (const text of sheet.says) say(flow, 'P', text, QUIET, 1);
	flow.box.y += 3;
	const columns = sheet.columns.map((name, i) => ({
		title: name,
		share: SHARES[i]!,
		...(i === 0 && { style: { size: 12, font: 'bold' as const } })
	}));
	drawTable(flow, columns, sheet.rows, { row: 11 });
	flow.box.y += 5;
	for (const text of sheet.notes) say(flow, 'P', text, QUIET, 1);
	closeFlow(flow);
	return bytes(paper);
}
