import { closeFlow, openFlow, QUIET, say, TITLE } from '../paper/flow';
import { bytes, openPaper, type Paper } from '../paper/page';
import { drawTable, type Column } from '../paper/table';
import type { PrizeList } from './content';

const columns: Column[] = [
	{ title: 'Donateur', share: 0.24, style: { size: 11, font: 'semibold' } },
	{ title: 'Lot', share: 0.28 },
	{ title: 'Nombre', share: 0.08 },
	{ title: 'Valeur', share: 0.1 },
	{ title: 'Reçu', share: 0.08 },
	{ title: 'Remis à', share: 0.22 }
];

/** One PDF. */
export function printPrizes(list: PrizeList): Promise<Uint8Array<ArrayBuffer>> {
	const { title, madeOn } = list.letterhead;
	const paper = openPaper({ title: `${list.title} — ${title}`, madeOn });
	drawPrizes(paper, list);
	return bytes(paper);
}

export function drawPrizes(paper: Paper, list: PrizeList): void {
	const flow = openFlow(paper, list.letterhead, list.title);
	say(flow, 'H1', list.title, TITLE);
	say(flow, 'P', list.summary, QUIET, 4);
	const rows = list.rows.map(({ donor, what, quantity, value, received }) => ({
		cells: [donor, what, quantity, value, received]
	}));
	const blank = Array.from({ length: list.blanks }, () => ({ cells: [] }));
	drawTable(flow, columns, [...rows, ...blank], { row: 10, grid: true });
	closeFlow(flow);
}
