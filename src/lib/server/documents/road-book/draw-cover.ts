import { teamColour } from '$lib/domain/team';
import { MARGIN, mm, nextPage, RULE, SOFT, type Paper, type Tag } from '../paper/page';
import { field, LABEL, notice, noticeHeight, type Field } from '../paper/panel';
import { drawQr } from '../paper/qr';
import { drawDraft, drawMark, foot, HEAD, newSheet } from '../paper/sheet';
import { content, decoration, part } from '../paper/tags';
import { draw, fitted, heightOf, rule, write, writeLink, type Box, type TextStyle } from '../paper/text';
import type { RoadBook } from './content';
import type { Contact } from './crew';
import { TROUBLE } from './draw-day';

const GAP = 6;
const MEMBER: TextStyle = { size: 15, font: 'semibold' };
const DAY: TextStyle = { size: 12, font: 'semibold' };
const BODY: TextStyle = { size: 11 };

/** The first page of a team's road book; returns its number. */
export function drawCover(paper: Paper, parent: Tag, book: RoadBook): number {
	const first = nextPage(paper);
	const width = paper.width - 2 * MARGIN;
	const box: Box = { x: MARGIN, y: 12, width };
	const section = part(paper, parent, 'Sect');

	drawTop(paper, section, book, box);
	box.y = 30;
	const title: TextStyle = { size: 28, font: 'bold' };
	box.y += write(
		paper,
		section,
		'H1',
		book.letterhead.title,
		box,
		fitted(paper, book.letterhead.title, width * 1.6, title, 18)
	);
	const under = ['Carnet de route', book.letterhead.dates, book.territory].filter(Boolean).join(' · ');
	box.y += write(paper, section, 'P', under, box, { size: 13, colour: SOFT }) + GAP;
	box.y += drawTeam(paper, section, book, box) + GAP;
	box.y += drawPeople(paper, section, book, box) + GAP;

	const trouble = { title: TROUBLE, says: book.emergency };
	const bottom = { ...box, y: foot(paper) - noticeHeight(paper, trouble, width) };
	const end = book.link ? bottom.y - QR - 1 : bottom.y;
	const crowded = box.y + overviewHeight(paper, book, width, false) > end - 2;
	if (crowded) {
		notice(paper, section, trouble, bottom);
		newSheet(paper, book.letterhead, book.title);
		box.y = HEAD;
	}
	drawOverview(paper, section, book, box, box.y + overviewHeight(paper, book, width, true) <= end - 2);
	if (book.link) drawLink(paper, section, book.link, { ...box, y: end });
	if (!crowded) notice(paper, section, trouble, bottom);
	return first;
}

function drawTop(paper: Paper, parent: Tag, { letterhead }: RoadBook, { x, y, width }: Box): void {
	content(
		paper,
		parent,
		letterhead.logo ? 'Figure' : 'P',
		() => drawMark(paper, letterhead, { x, y: y - 2, width: 80 }, 16),
		{
			...(letterhead.logo && { alt: letterhead.rallyName, box: { x, y: y - 2, width: 80, height: 9 } })
		}
	);
	if (letterhead.draft) {
		content(paper, parent, 'P', () => drawDraft(paper, x + width - 26, y - 1), {
			alt: 'Brouillon\u00a0: ce plan n’est pas publié.'
		});
	}
	const version = { x: x + width - 100, y: y + 0.2, width: letterhead.draft ? 71 : 100 };
	write(paper, parent, 'P', letterhead.version, version, { size: 11, font: 'semibold', align: 'right' });
}

/** The letter in its colour, the name in words beside it, the members. */
function drawTeam(paper: Paper, parent: Tag, { letter, teamName, members }: RoadBook, box: Box): number {
	const side = 42;
	const inner = { x: box.x + side + 8, y: box.y + 2, width: box.width - side - 12 };
	const wide = inner.width / 2 - 3;
	const styles = members.map((member) => fitted(paper, member, wide, MEMBER, 12));
	const rows = Math.max(Math.ceil(members.length / 2), 1);
	const tall = members.map((member, i) => heightOf(paper, member, wide, styles[i]!) + 1);
	const column = (from: number) => tall.slice(from, from + rows).reduce((sum, height) => sum + height, 0);
	const height = Math.max(side, 18 + Math.max(column(0), column(rows)));
	const colour = teamColour(letter);
	decoration(paper, () => {
		const { pdf } = paper;
		pdf.rect(mm(box.x), mm(box.y), mm(side), mm(height)).fill(colour);
		pdf.rect(mm(box.x), mm(box.y), mm(box.width), mm(height)).lineWidth(mm(0.6)).strokeColor(colour).stroke();
		const big = fitted(
			paper,
			letter,
			side - 8,
			{ size: 96, font: 'bold', colour: '#ffffff', align: 'center' },
			20
		);
		draw(
			paper,
			letter,
			{ x: box.x, y: box.y + height / 2 - (0.694 * big.size * 25.4) / 72, width: side },
			big
		);
	});
	const name = { size: 24, font: 'bold', colour } as const;
	const top = inner.y + write(paper, parent, 'H2', teamName, inner, name) + 1.5;
	const list = part(paper, parent, 'L');
	const at = { ...inner, y: top, width: wide };
	members.forEach((member, i) => {
		if (i === rows) Object.assign(at, { x: inner.x + inner.width / 2, y: top });
		write(paper, part(paper, list, 'LI'), 'LBody', member, at, styles[i]!);
		at.y += tall[i]!;
	});
	return height;
}

/** Who and where, in three columns. */
function drawPeople(paper: Paper, parent: Tag, book: RoadBook, box: Box): number {
	const gap = 6;
	const wide = (box.width - 2 * gap) / 3;
	const { crew, vehicle, meeting, organizer } = book;
	const people = (contacts: readonly Contact[]): Field[] =>
		contacts.map(({ role, name, phone }) => ({ label: role, value: name, phone }));
	const place = {
		label: 'Point de rendez-vous',
		value: meeting?.label || 'à préciser',
		detail: meeting?.address
	};
	const columns: Field[][] = [
		people(crew),
		[place, { label: 'Véhicule', value: vehicle }],
		people([organizer])
	];
	const heights = columns.map((fields, i) => {
		const at = { x: box.x + i * (wide + gap), y: box.y, width: wide };
		for (const one of fields) at.y += field(paper, parent, one, at) + 4;
		return at.y - box.y - 4;
	});
	return Math.max(...heights);
}

const LEFT = 50;

interface OverviewRow {
	day: string;
	says: string;
	more: string;
}

function overviewRows({ overview, closing }: RoadBook): OverviewRow[] {
	const rows = overview.map(({ day, says, companies }) => ({ day, says, more: companies.join(' → ') }));
	return closing ? [...rows, { day: 'Clôture', says: closing, more: '' }] : rows;
}

function rowHeight(paper: Paper, { day, says, more }: OverviewRow, width: number, full: boolean): number {
	const right = width - LEFT - 4;
	const text = heightOf(paper, says, right, DAY) + (full && more ? heightOf(paper, more, right, BODY) : 0);
	return Math.max(heightOf(paper, day, LEFT, DAY), text) + 2.5;
}

const overviewHeight = (paper: Paper, book: RoadBook, width: number, full: boolean): number =>
	overviewRows(book).reduce((sum, row) => sum + rowHeight(paper, row, width, full), 9);

/** The days in brief; in `full`, with their companies, which the pages of the days say anyway. */
function drawOverview(paper: Paper, parent: Tag, book: RoadBook, box: Box, full: boolean): void {
	const right = box.width - LEFT - 4;
	rule(paper, box, RULE);
	const at = { ...box, y: box.y + 3 };
	at.y += write(paper, parent, 'H2', 'Les journées', at, LABEL) + 1;
	for (const row of overviewRows(book)) {
		const group = part(paper, parent, 'Div');
		write(paper, group, 'H3', capital(row.day), { ...at, width: LEFT }, DAY);
		const text = { x: at.x + LEFT + 4, y: at.y, width: right };
		text.y += write(paper, group, 'P', capital(row.says), text, DAY);
		if (full && row.more) write(paper, group, 'P', row.more, text, BODY);
		at.y += rowHeight(paper, row, box.width, full);
	}
}

const QR = 32;

function drawLink(paper: Paper, parent: Tag, link: string, { x, y, width }: Box): void {
	drawQr(paper, parent, link, { x: x - 3, y, side: QR }, `Code QR de la page de l’équipe\u00a0: ${link}`);
	const text = { x: x + 33, y: y + 6, width: width - 33 };
	text.y += write(paper, parent, 'P', 'La page de l’équipe, toujours à jour', text, {
		size: 13,
		font: 'semibold'
	});
	text.y += write(
		paper,
		parent,
		'P',
		'Elle dit aussi si ce papier est à jour. Photographiez le code, ou recopiez l’adresse\u00a0:',
		text,
		BODY
	);
	writeLink(paper, parent, link, link, text, BODY);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
