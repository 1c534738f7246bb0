import { INK, mm, RULE, SOFT, type Paper, type Tag } from '../paper/page';
import { disc } from '../paper/sheet';
import { decoration, part } from '../paper/tags';
import { draw, fitted, heightOf, lineHeight, rule, write, type Box, type TextStyle } from '../paper/text';
import type { DayLine, Host } from './lines';

/** Where a page ends, and how to start another. */
export interface Flow {
	bottom: number;
	turn(): Box;
}

/** Columns: hours, what happens, whom to ask for. Millimetres. */
const HOURS = 25;
const ASK = 48;
const PAD = 2.2;

const HEAD: TextStyle = { size: 9.5, font: 'semibold', colour: SOFT };
const TIME: TextStyle = { size: 14, font: 'bold' };
const UNTIL: TextStyle = { size: 11, colour: SOFT };
const NAME: TextStyle = { size: 14, font: 'bold' };
const BODY: TextStyle = { size: 11 };
const ASKED: TextStyle = { size: 11.5, font: 'semibold' };
const PHONE: TextStyle = { size: 13, font: 'bold' };
const SMALL: TextStyle = { size: 11, colour: SOFT };
const NARROW: TextStyle = { size: 11, font: 'semibold' };

/** The day minute by minute, over as many sheets as it takes; returns where it ended. */
export function drawTimetable(
	paper: Paper,
	parent: Tag,
	lines: readonly DayLine[],
	colour: string,
	start: Box,
	flow: Flow
): Box {
	// prettier-ignore
	const table = part(paper, parent, 'Table');
	const box = { ...start };
	const tr = part(paper, table, 'TR');
	box.y += drawHead(paper, box, (text, at) => write(paper, tr, 'TH', text, at, HEAD, { scope: 'Column' }));
	let row: Box = box;
	lines.forEach((line, i) => {
		// A drive stays on the page of the visit it leads to.
		const visit = lines.findIndex((other, j) => j > i && other.kind === 'visit');
		const together = line.kind === 'drive' && visit > 0 ? lines.slice(i, visit + 1) : [line];
		const height = together.reduce((sum, other) => sum + rowHeight(paper, other, row.width), 0);
		if (row.y + height > flow.bottom) {
			row = flow.turn();
			// Seen again on each sheet, read once.
			row.y += drawHead(paper, row, (text, at) => decoration(paper, () => draw(paper, text, at, HEAD)));
		}
		row = { ...row, y: row.y + drawRow(paper, table, line, colour, row) };
	});
	return row;
}

function drawHead(paper: Paper, box: Box, put: (text: string, at: Box) => void): number {
	const middle = box.width - HOURS - ASK;
	put('Heures', { ...box, width: HOURS });
	put('Étape', { ...box, x: box.x + HOURS, width: middle });
	put('Sur place', { ...box, x: box.x + HOURS + middle + 3, width: ASK - 3 });
	const height = lineHeight(paper, HEAD) + 1;
	rule(paper, { ...box, y: box.y + height }, INK, 0.4);
	return height;
}

const rowHeight = (paper: Paper, line: DayLine, width: number): number =>
	line.kind === 'visit' ? visitHeight(paper, line.host, width) : narrowHeight(paper, line, width);

const drawRow = (paper: Paper, table: Tag, line: DayLine, colour: string, box: Box): number =>
	line.kind === 'visit' ? drawVisit(paper, table, line, colour, box) : drawNarrow(paper, table, line, box);

type Narrow = Exclude<DayLine, { kind: 'visit' }>;
type Visit = Extract<DayLine, { kind: 'visit' }>;

const narrowHeight = (paper: Paper, { says }: Narrow, width: number): number =>
	heightOf(paper, says, width - HOURS - ASK, SMALL) + 2.4;

/** Road, meal, free time: one quiet line. */
function drawNarrow(paper: Paper, table: Tag, line: Narrow, box: Box): number {
	const tr = part(paper, table, 'TR');
	const height = narrowHeight(paper, line, box.width);
	const y = box.y + 1.2;
	const middle = box.width - HOURS - ASK;
	const style = line.kind === 'lunch' ? { ...SMALL, font: 'semibold' as const, colour: INK } : SMALL;
	write(paper, tr, 'TH', line.from, { x: box.x, y, width: HOURS }, NARROW, { scope: 'Row' });
	write(paper, tr, 'TD', line.says, { x: box.x + HOURS, y, width: middle }, style);
	write(paper, tr, 'TD', line.length, { x: box.x + HOURS + middle + 3, y, width: ASK - 3 }, SMALL);
	rule(paper, { ...box, y: box.y + height }, RULE);
	return height;
}

const NUMBER = 9;

/** What the host said, each with its own short title; what it did not say is not there. */
const saidBy = ({ parking, arrival, wear, safety, idPaper, photos, trades, hiring }: Host): string[] => [
	...(parking ? [`Se garer\u00a0: ${parking}`] : []),
	...(arrival ? [`Arrivée\u00a0: ${arrival}`] : []),
	...(wear ? [`À porter\u00a0: ${wear}`] : []),
	...(safety ? [`Sécurité\u00a0: ${safety}`] : []),
	...([idPaper, photos].filter(Boolean).length > 0 ? [[idPaper, photos].filter(Boolean).join(' · ')] : []),
	...(trades ? [`À voir\u00a0: ${trades}`] : []),
	...(hiring ? [`Emploi\u00a0: ${hiring}`] : [])
];

const bodyWidth = (width: number) => width - HOURS - ASK - NUMBER;

function visitHeight(paper: Paper, host: Host, width: number): number {
	const wide = bodyWidth(width);
	const name = heightOf(paper, host.name, wide, NAME);
	const address = host.address ? heightOf(paper, host.address, wide, BODY) : 0;
	const said = saidBy(host).reduce((sum, text) => sum + heightOf(paper, text, wide + ASK, BODY), 0);
	const asked =
		(host.contactName ? heightOf(paper, host.contactName, ASK - 3, ASKED) : 0) +
		(host.contactPhone ? lineHeight(paper, PHONE) : 0);
	const hours = lineHeight(paper, TIME) + lineHeight(paper, UNTIL);
	return Math.max(Math.max(name + address, asked) + said, hours) + 2 * PAD;
}

function drawVisit(paper: Paper, table: Tag, line: Visit, colour: string, box: Box): number {
	const { host } = line;
	const height = visitHeight(paper, host, box.width);
	const wide = bodyWidth(box.width);
	const x = box.x + HOURS + NUMBER;
	const top = box.y + PAD;
	decoration(paper, () =>
		paper.pdf.rect(mm(box.x - 3), mm(box.y + 0.4), mm(1.6), mm(height - 0.8)).fill(colour)
	);

	const tr = part(paper, table, 'TR');
	const when = part(paper, tr, 'TH', { scope: 'Row' });
	const until = top + write(paper, when, 'P', line.from, { x: box.x, y: top, width: HOURS }, TIME);
	write(paper, when, 'P', `à ${line.to}`, { x: box.x, y: until, width: HOURS }, UNTIL);

	decoration(paper, () => disc(paper, String(line.number), box.x + HOURS + 3, top + 3, 3, colour));
	const what = part(paper, tr, 'TD');
	let y = top + write(paper, what, 'P', host.name, { x, y: top, width: wide }, NAME);
	if (host.address) y += write(paper, what, 'P', host.address, { x, y, width: wide }, BODY);

	const ask = { x: x + wide + 3, y: top + 0.4, width: ASK - 3 };
	const who = part(paper, tr, 'TD');
	if (host.contactName) ask.y += write(paper, who, 'P', host.contactName, ask, ASKED);
	if (host.contactPhone) {
		ask.y += write(
			paper,
			who,
			'P',
			host.contactPhone,
			ask,
			fitted(paper, host.contactPhone, ask.width, PHONE, 8)
		);
	}
	// The notes run under both columns, but belong to the visit.
	y = Math.max(y, ask.y);
	for (const text of saidBy(host)) y += write(paper, what, 'P', text, { x, y, width: wide + ASK }, BODY);
	rule(paper, { ...box, y: box.y + height }, RULE);
	return height;
}
