import { closeFlow, openFlow, QUIET, room, say, SUBTITLE, TEXT, TITLE, type Flow } from '../paper/flow';
import { bytes, INK, mm, openPaper, RULE } from '../paper/page';
import { drawTable, type Column } from '../paper/table';
import { decoration, part } from '../paper/tags';
import { write } from '../paper/text';
import type { NetworkReport, ReportBars, ReportTable } from './content';

const SMALL = { size: 9.5 } as const;
const BAR = 6;

/** One PDF, A4 upright: tables, and bars whose numbers stand beside them. */
export function printNetworkReport(report: NetworkReport): Promise<Uint8Array<ArrayBuffer>> {
	const { letterhead, title } = report;
	const paper = openPaper({ title: `${title} — rallyes pour l’emploi`, madeOn: letterhead.madeOn });
	const flow = openFlow(paper, letterhead, title);
	say(flow, 'H1', title, TITLE, 1);
	for (const text of report.intro) say(flow, 'P', text, TEXT, 1.5);
	for (const table of report.consolidated) drawReportTable(flow, table, [0.3, 0.12, 0.14, 0.16, 0.14, 0.14]);
	if (report.bars.length > 0) say(flow, 'H2', 'Qui sont les participants', SUBTITLE, 1);
	for (const bars of report.bars) drawBars(flow, bars);
	if (report.compliance)
		drawReportTable(flow, report.compliance, [0.52, 0.07, 0.07, 0.07, 0.07, 0.07, 0.06, 0.07]);
	if (report.cited) drawReportTable(flow, report.cited, [0.28, 0.08, 0.14, 0.25, 0.25]);
	closeFlow(flow);
	return bytes(paper);
}

function drawReportTable(
	flow: Flow,
	{ title, note, head, rows }: ReportTable,
	shares: readonly number[]
): void {
	flow.box.y += 4;
	say(flow, 'H2', title, SUBTITLE, 1);
	const columns = head.map((name, i): Column => ({ title: name, share: shares[i]!, style: SMALL }));
	drawTable(
		flow,
		columns,
		rows.map((cells) => ({ cells, heading: cells.length === 1 })),
		{ row: 6 }
	);
	flow.box.y += 1.5;
	say(flow, 'P', note, { ...QUIET, size: 9 }, 1);
}

/** The bar says nothing that the number beside it does not: it is not read aloud, and needs no colour. */
function drawBars(flow: Flow, { title, note, rows }: ReportBars): void {
	const { paper } = flow;
	room(flow, 16 + rows.length * BAR);
	say(flow, 'H3', title, { size: 11, font: 'semibold' }, 0.5);
	const table = part(paper, flow.section, 'Table');
	for (const { label, value, share } of rows) {
		room(flow, BAR);
		const { x, y, width } = flow.box;
		const line = part(paper, table, 'TR');
		write(paper, line, 'TH', label, { x, y, width: 58 }, { ...SMALL, lines: 1 }, { scope: 'Row' });
		write(paper, line, 'TD', value, { x: x + 60, y, width: 18 }, { ...SMALL, font: 'semibold', align: 'right' }); // prettier-ignore
		decoration(paper, () => {
			const full = width - 84;
			paper.pdf
				.rect(mm(x + 82), mm(y + 0.6), mm(full), mm(3))
				.lineWidth(mm(0.15))
				.stroke(RULE);
			if (share) paper.pdf.rect(mm(x + 82), mm(y + 0.6), mm(full * share), mm(3)).fill(INK);
		});
		flow.box.y += BAR - 0.8;
	}
	say(flow, 'P', note, { ...QUIET, size: 9 }, 2.5);
}
