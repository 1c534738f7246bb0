import { teamColour } from '$lib/domain/team';
import { bytes, INK, MARGIN, mm, openPaper, RULE, SOFT, type Paper, type Tag } from '../paper/page';
import { foot, HEAD, newSheet, numberSheets } from '../paper/sheet';
import { decoration, part } from '../paper/tags';
import { heightOf, rule, write, type Box, type TextStyle } from '../paper/text';
import type { MissionDay, MissionOrder, Said } from './content';

const LABEL = 44;
const LABELLED: TextStyle = { size: 10, font: 'semibold', colour: SOFT };
const VALUE: TextStyle = { size: 11.5 };
const HEADING: TextStyle = { size: 14, font: 'bold' };
const DAY: TextStyle = { size: 12, font: 'semibold' };
const BRIEF: TextStyle = { size: 10.5 };
/** Room under « signature ». Millimetres. */
const SIGN = 26;

/** One PDF, an order a sheet (more when its days are many), each with its own page numbers. At least one. */
export function printMissionOrders(orders: readonly MissionOrder[]): Promise<Uint8Array<ArrayBuffer>> {
	const first = orders[0];
	if (!first) throw new Error('no mission order to print');
	const paper = openPaper({
		title: `Ordres de mission — ${first.letterhead.title}`,
		madeOn: first.letterhead.madeOn
	});
	drawMissionOrders(paper, orders);
	return bytes(paper);
}

export function drawMissionOrders(paper: Paper, orders: readonly MissionOrder[]): void {
	for (const order of orders) drawOrder(paper, order);
}

function drawOrder(paper: Paper, order: MissionOrder): void {
	const section = part(paper, paper.root, 'Part', {
		title: `${order.title} ${order.person[0]?.value ?? ''}`
	});
	const subject = `${order.title} · équipe ${order.letter}`;
	const first = newSheet(paper, order.letterhead, subject);
	const box: Box = { x: MARGIN, y: HEAD, width: paper.width - 2 * MARGIN };
	const room = (height: number) => {
		if (box.y + height <= foot(paper)) return;
		newSheet(paper, order.letterhead, subject);
		box.y = HEAD;
	};
	box.y += write(paper, section, 'H1', order.title, box, {
		size: 24,
		font: 'bold',
		colour: teamColour(order.letter)
	});
	box.y += 3;
	drawSaid(paper, section, order.person, box, room);
	box.y += 4;
	drawSaid(paper, section, order.vehicle, box, room);
	box.y += 5;
	room(20);
	box.y += write(paper, section, 'H2', 'Déplacements prévus', box, HEADING) + 1;
	for (const day of order.days) {
		room(dayHeight(paper, day, box.width));
		box.y += drawDay(paper, section, day, box);
	}
	if (order.total) box.y += write(paper, section, 'P', order.total, box, DAY) + 4;
	drawBriefing(paper, section, order.briefing, box, room);
	room(SIGN + 18);
	drawBlanks(paper, section, order.blanks, box);
	numberSheets(
		paper,
		order.letterhead,
		first,
		'Prérempli d’après le planning ; ce qui change se corrige à la main.'
	);
}

function drawSaid(
	paper: Paper,
	parent: Tag,
	lines: readonly Said[],
	box: Box,
	room: (height: number) => void
): void {
	const list = part(paper, parent, 'L');
	for (const { label, value } of lines) {
		const height = Math.max(heightOf(paper, value, box.width - LABEL, VALUE), 6) + 1.2;
		room(height);
		const item = part(paper, list, 'LI');
		write(paper, item, 'Lbl', label, { ...box, y: box.y + 0.6, width: LABEL - 3 }, LABELLED);
		write(paper, item, 'LBody', value, { x: box.x + LABEL, y: box.y, width: box.width - LABEL }, VALUE);
		box.y += height;
	}
}

function drawBriefing(
	paper: Paper,
	parent: Tag,
	briefing: readonly string[],
	box: Box,
	room: (height: number) => void
): void {
	if (briefing.length === 0) return;
	room(24);
	box.y += write(paper, parent, 'H2', 'Pendant la journée', box, HEADING) + 0.5;
	const list = part(paper, parent, 'L');
	for (const says of briefing) {
		const at = { x: box.x + 5, y: box.y, width: box.width - 5 };
		room(heightOf(paper, says, at.width, BRIEF));
		at.y = box.y;
		const item = part(paper, list, 'LI');
		write(paper, item, 'Lbl', '–', { ...box, width: 4 }, BRIEF);
		box.y += write(paper, item, 'LBody', says, at, BRIEF) + 0.3;
	}
	box.y += 4;
}

const dayHeight = (paper: Paper, { title, way }: MissionDay, width: number): number =>
	heightOf(paper, title, width, DAY) + 6 + heightOf(paper, way, width, VALUE) + 4;

function drawDay(paper: Paper, parent: Tag, day: MissionDay, box: Box): number {
	const start = box.y;
	const at = { ...box };
	const title = day.title.charAt(0).toUpperCase() + day.title.slice(1);
	at.y += write(paper, parent, 'H3', title, at, DAY);
	const says = [day.hours, day.kilometres].filter(Boolean).join(' · ');
	at.y += write(paper, parent, 'P', says, at, { size: 11, colour: SOFT });
	at.y += write(paper, parent, 'P', day.way, at, VALUE) + 2.5;
	rule(paper, { ...box, y: at.y - 1 }, RULE);
	return at.y - start;
}

/** Place and date on one line, then a box to sign for each. */
function drawBlanks(paper: Paper, parent: Tag, blanks: readonly string[], box: Box): void {
	const half = box.width / 2 - 3;
	blanks.forEach((blank, i) => {
		const at = { x: box.x + (i % 2) * (half + 6), y: box.y + (i < 2 ? 0 : 12), width: half };
		write(paper, parent, 'P', blank, at, LABELLED);
		decoration(paper, () => {
			if (i < 2)
				paper.pdf
					.moveTo(mm(at.x + 16), mm(at.y + 5))
					.lineTo(mm(at.x + half), mm(at.y + 5))
					.lineWidth(mm(0.2))
					.strokeColor(RULE)
					.stroke();
			else
				paper.pdf
					.rect(mm(at.x), mm(at.y + 6), mm(half), mm(SIGN))
					.lineWidth(mm(0.25))
					.strokeColor(INK)
					.stroke();
		});
	});
}
