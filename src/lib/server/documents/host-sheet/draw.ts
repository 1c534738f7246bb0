import { closeFlow, openFlow, QUIET, room, say, SUBTITLE, TEXT, TITLE, type Flow } from '../paper/flow';
import { bytes, openPaper, type Paper } from '../paper/page';
import { field, notice, noticeHeight } from '../paper/panel';
import { drawQr } from '../paper/qr';
import { drawTable } from '../paper/table';
import { heightOf, write, writeLink } from '../paper/text';
import { part } from '../paper/tags';
import type { HostSheet } from './content';

const BIG = { size: 14, font: 'bold' } as const;
const columns = [
	{ title: 'Jour', share: 0.27, style: { size: 12, font: 'semibold' } },
	{ title: 'Heures', share: 0.28, style: BIG },
	{ title: 'Qui vient', share: 0.35, style: { size: 12 } },
	{ title: 'Équipe', share: 0.1, style: { size: 12, font: 'bold' } }
] as const;

/** One PDF, a sheet a company. At least one. */
export function printHostSheets(sheets: readonly HostSheet[]): Promise<Uint8Array<ArrayBuffer>> {
	const first = sheets[0];
	if (!first) throw new Error('no host sheet to print');
	const { title, madeOn } = first.letterhead;
	const paper = openPaper({ title: `Fiches d’accueil — ${title}`, madeOn });
	drawHostSheets(paper, sheets);
	return bytes(paper);
}

export function drawHostSheets(paper: Paper, sheets: readonly HostSheet[]): void {
	for (const sheet of sheets) drawSheet(paper, sheet);
}

function drawSheet(paper: Paper, sheet: HostSheet): void {
	const flow = openFlow(paper, sheet.letterhead, `Fiche d’accueil · ${sheet.company}`);
	say(flow, 'H1', sheet.company, TITLE);
	say(flow, 'P', sheet.address, QUIET);
	say(flow, 'P', sheet.welcome && `Accueil\u00a0: ${sheet.welcome}`, QUIET);
	flow.box.y += 4;
	say(flow, 'H2', 'Qui vient, et quand', SUBTITLE, 1);
	const rows = sheet.visits.map(({ day, hours, people, team }) => ({ cells: [day, hours, people, team] }));
	drawTable(flow, columns, rows, { row: 13 });
	flow.box.y += 6;
	if (sheet.asked.length > 0) drawAsked(flow, sheet);
	say(flow, 'H2', 'Pendant la visite', SUBTITLE, 1);
	const list = part(paper, flow.section, 'L');
	for (const advice of sheet.advice) {
		room(flow, heightOf(paper, advice, flow.box.width - 6, TEXT) + 1);
		const item = part(paper, list, 'LI');
		write(paper, item, 'Lbl', '–', { ...flow.box, width: 5 }, TEXT);
		const at = { ...flow.box, x: flow.box.x + 6, width: flow.box.width - 6 };
		flow.box.y += write(paper, item, 'LBody', advice, at, TEXT) + 1;
	}
	flow.box.y += 5;
	drawWhomToCall(flow, sheet);
	if (sheet.link) drawLink(flow, sheet.link);
	closeFlow(flow, sheet.link ? 'Votre page donne toujours les dernières heures.' : '');
}

/** What the company itself said, so that it sees what the teams were told. */
function drawAsked(flow: Flow, { asked }: HostSheet): void {
	say(flow, 'H2', 'Ce que nous avons dit aux équipes de votre part', SUBTITLE, 1);
	for (const { label, says } of asked) {
		room(flow, heightOf(flow.paper, says, flow.box.width, TEXT) + 8);
		flow.box.y += field(flow.paper, flow.section, { label, value: '', detail: says }, flow.box) + 1.5;
	}
	flow.box.y += 4;
}

function drawWhomToCall(flow: Flow, { organizer }: HostSheet): void {
	const who = [organizer.name || 'l’organisation', organizer.phone].filter(Boolean).join(', ');
	const text = {
		title: 'Un retard, un empêchement, une question le jour même',
		says: [`Appelez ${who}. Une équipe en retard vous est annoncée par téléphone.`]
	};
	const height = noticeHeight(flow.paper, text, flow.box.width);
	room(flow, height);
	flow.box.y += notice(flow.paper, flow.section, text, flow.box) + 5;
}

const QR = 30;

function drawLink(flow: Flow, link: string): void {
	const { paper, section } = flow;
	room(flow, QR);
	const { x, y, width } = flow.box;
	drawQr(paper, section, link, { x: x - 2, y, side: QR }, `Code QR de votre page\u00a0: ${link}`);
	const text = { x: x + QR + 2, y: y + 6, width: width - QR - 2 };
	text.y += write(paper, section, 'P', 'Votre page, toujours à jour', text, { size: 13, font: 'semibold' });
	text.y += write(paper, section, 'P', 'Heures, nombre de personnes, agenda\u00a0; vous pouvez y changer votre accueil.', text, TEXT); // prettier-ignore
	writeLink(paper, section, link, link, text, { size: 10 });
	flow.box.y += QR;
}
