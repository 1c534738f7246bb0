import { teamColour } from '$lib/domain/team';
import { drawMap, hasPoints } from '../paper/map/draw';
import { MARGIN, mm, RULE, SOFT, type Paper, type Tag } from '../paper/page';
import { notice, noticeHeight, type Notice } from '../paper/panel';
import { drawQr } from '../paper/qr';
import { foot, HEAD, newSheet } from '../paper/sheet';
import { decoration, part } from '../paper/tags';
import { heightOf, lineHeight, write, type Box, type TextStyle } from '../paper/text';
import type { RoadBook, RoadBookDay } from './content';
import { drawTimetable } from './draw-timetable';

export const TROUBLE = 'En cas de problème';

const GAP = 5;
/** A map smaller than that tells nothing; a taller one no more. */
const MAP = { least: 66, most: 125 };
const NOTE_LINE = 8;
const LEAST_NOTES = 3 * NOTE_LINE + 6;
const HEADING: TextStyle = { size: 12, font: 'semibold' };
const CAPTION: TextStyle = { size: 9, colour: SOFT };

type Bookmark = ReturnType<Paper['pdf']['outline']['addItem']>;

/** The sheets of one day: timetable, map, notes, what to do when something goes wrong. */
export function drawDay(
	paper: Paper,
	parent: Tag,
	book: RoadBook,
	day: RoadBookDay,
	bookmark: Bookmark
): void {
	const section = part(paper, parent, 'Sect', { title: day.title });
	const trouble: Notice = { title: TROUBLE, says: book.emergency };
	const width = paper.width - 2 * MARGIN;
	const troubleHeight = noticeHeight(paper, trouble, width);
	const bottom = foot(paper) - troubleHeight;
	const turn = (): Box => {
		newSheet(paper, book.letterhead, `${book.title} · ${day.title}`);
		return { x: MARGIN, y: HEAD, width };
	};

	let box = turn();
	bookmark.addItem(day.title);
	box.y += drawTitle(paper, section, book, day, box) + GAP;
	box = drawTimetable(paper, section, day.lines, teamColour(book.letter), box, { bottom: foot(paper), turn });
	box.y += GAP;

	const hasMap = hasPoints(day.chart);
	const mapExtra = captionHeight(paper, day, width) + GAP;
	const wanted = (hasMap ? MAP.least + mapExtra : 0) + LEAST_NOTES;
	if (box.y + wanted > bottom - GAP) {
		if (box.y + LEAST_NOTES < foot(paper)) drawNotes(paper, section, ['Notes'], box, foot(paper) - 2);
		box = turn();
	}
	if (hasMap) {
		const free = bottom - GAP - box.y - LEAST_NOTES - mapExtra;
		box.y += drawMapBlock(paper, section, book, day, box, Math.min(free, MAP.most)) + GAP;
	}
	drawNotes(paper, section, day.noteTitles, box, bottom - GAP);
	notice(paper, section, trouble, { ...box, y: bottom });
}

/** Date, departure and return, in type that is read at a glance; the page's code at the right. */
function drawTitle(
	paper: Paper,
	parent: Tag,
	{ letter, link }: RoadBook,
	day: RoadBookDay,
	box: Box
): number {
	const side = 24;
	const wide = box.width - (link ? side + 4 : 0);
	const at = { ...box, width: wide };
	const colour = teamColour(letter);
	at.y += write(paper, parent, 'H2', day.title.charAt(0).toUpperCase() + day.title.slice(1), at, {
		size: 22,
		font: 'bold'
	});
	const hours = `Départ à ${day.departure} · retour vers ${day.back}`;
	at.y += write(paper, parent, 'P', hours, at, { size: 15, font: 'semibold', colour });
	const more = [day.summary, day.programme].filter(Boolean).join(' · ');
	at.y += write(paper, parent, 'P', more, at, { size: 11, colour: SOFT });
	if (link) {
		const spoken = `Code QR de la page de l’équipe\u00a0: ${link}`;
		drawQr(paper, parent, link, { x: box.x + box.width - side + 2, y: box.y - 2, side }, spoken);
	}
	return at.y - box.y;
}

function captions({ chart }: RoadBookDay): string[] {
	const approximate = chart.meeting?.approximate || chart.stops.some((stop) => stop.approximate);
	const route = 'RV\u00a0: point de rendez-vous. Les traits donnent l’ordre des visites, non la route.';
	return [
		approximate ? `${route} En tirets\u00a0: place approximative (centre de la commune).` : route,
		...(chart.unplaced.length === 0
			? []
			: [`Sans place connue sur la carte\u00a0: ${chart.unplaced.join(', ')}.`])
	];
}

const captionHeight = (paper: Paper, day: RoadBookDay, width: number): number =>
	captions(day).reduce((sum, text) => sum + heightOf(paper, text, width, CAPTION), 1);

function drawMapBlock(
	paper: Paper,
	parent: Tag,
	book: RoadBook,
	day: RoadBookDay,
	box: Box,
	height: number
): number {
	drawMap(paper, parent, day.chart, book.background, { x: box.x, y: box.y, width: box.width, height });
	let y = box.y + height + 1;
	for (const text of captions(day)) y += write(paper, parent, 'P', text, { ...box, y }, CAPTION);
	return y - box.y;
}

/** Ruled lines down to `bottom`, shared between the hosts when there is room for two lines each. */
function drawNotes(paper: Paper, parent: Tag, hosts: readonly string[], box: Box, bottom: number): void {
	const each = (bottom - box.y) / hosts.length;
	const titles = each >= lineHeight(paper, HEADING) + 2 * NOTE_LINE + 2 ? hosts : ['Notes'];
	const room = (bottom - box.y) / titles.length;
	titles.forEach((title, i) => {
		const at = { ...box, y: box.y + i * room };
		const end = at.y + room - (i < titles.length - 1 ? 2 : 0);
		at.y += write(paper, parent, 'H3', title, at, { ...HEADING, lines: 1 });
		decoration(paper, () => {
			paper.pdf.lineWidth(mm(0.2)).strokeColor(RULE);
			for (let y = at.y + NOTE_LINE; y <= end; y += NOTE_LINE) {
				paper.pdf
					.moveTo(mm(at.x), mm(y))
					.lineTo(mm(at.x + at.width), mm(y))
					.stroke();
			}
		});
	});
}
