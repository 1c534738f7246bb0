import { closeFlow, openFlow, QUIET, say, SUBTITLE, TEXT, TITLE } from '../paper/flow';
import { bytes, openPaper, type Paper } from '../paper/page';
import { drawTable, type Column, type Row } from '../paper/table';
import type { CallList } from './content';

const columns: Column[] = [
	{ title: 'Personne', share: 0.27, style: { size: 11.5, font: 'semibold' } },
	{ title: 'Téléphone', share: 0.21, style: { size: 12, font: 'bold' } },
	{ title: 'Attendue', share: 0.18, style: { size: 10 } },
	{ title: 'Joint', share: 0.07, tick: true },
	{ title: 'Message', share: 0.09, tick: true },
	{ title: 'Vient', share: 0.07, tick: true },
	{ title: 'Remarque', share: 0.11 }
];

/** One PDF. */
export function printCallLists(lists: readonly CallList[]): Promise<Uint8Array<ArrayBuffer>> {
	const first = lists[0];
	if (!first) throw new Error('no call list to print');
	const { title, madeOn } = first.letterhead;
	const paper = openPaper({ title: `Listes d’appels — ${title}`, madeOn });
	for (const list of lists) drawCallList(paper, list);
	return bytes(paper);
}

export function drawCallList(paper: Paper, list: CallList): void {
	const flow = openFlow(paper, list.letterhead, list.title);
	say(flow, 'H1', list.title, TITLE);
	say(flow, 'P', list.when, SUBTITLE, 2);
	for (const text of list.script) say(flow, 'P', text, TEXT, 1);
	say(
		flow,
		'P',
		'Cette liste porte des numéros\u00a0: elle reste à l’organisation, puis se détruit.',
		QUIET,
		3
	);
	const rows = list.groups.flatMap(({ title, people }): Row[] => [
		...(title ? [{ cells: [title], heading: true }] : []),
		...people.map(({ name, phone, expected }) => ({ cells: [name, phone, expected] }))
	]);
	drawTable(flow, columns, rows, { row: 10, grid: true });
	closeFlow(flow, 'Pour l’organisation seulement.');
}
