import { setImmediate as breathe } from 'node:timers/promises';
import { drawAttendance } from '../attendance/draw';
import { drawCallList } from '../call-list/draw';
import { drawLogbooks } from '../logbook/draw';
import { drawMissionOrders } from '../mission-order/draw';
import { closeFlow, openFlow, QUIET, say, SUBTITLE, TEXT, TITLE } from '../paper/flow';
import { A4, A4_LANDSCAPE, bytes, openPaper, useFormat, type Format, type Paper } from '../paper/page';
import { notice } from '../paper/panel';
import { drawTable } from '../paper/table';
import { drawWallPlan } from '../planning/draw';
import { drawRoadBooks } from '../road-book/draw';
import type { BackupPack, BlankForm } from './content';

/** A part of the pack: pages of one format. */
interface PackPart {
	name: string;
	format?: Format;
	draw(paper: Paper): void;
}

/** What the pack is made of, in the order in which one looks for it. */
function partsOf(pack: BackupPack): PackPart[] {
	const { wall, books, calls, attendance, missions, logs } = pack;
	return [
		{ name: 'Équipages', draw: (paper) => drawCrews(paper, pack) },
		{ name: 'Numéros utiles', draw: (paper) => drawContacts(paper, pack) },
		...(wall.days.length > 0
			? [
					{
						name: 'Tableau du rallye',
						format: A4_LANDSCAPE,
						draw: (paper: Paper) => drawWallPlan(paper, wall)
					}
				]
			: []),
		{ name: 'Appels de la veille', draw: (paper) => drawCallList(paper, calls) },
		{ name: 'Sécurité', draw: (paper) => drawSafety(paper, pack) },
		...books.map((book) => ({
			name: `Feuille de route, équipe ${book.letter}`,
			draw: (paper: Paper) => drawRoadBooks(paper, [book])
		})),
		{ name: 'Émargement', draw: (paper) => drawAttendance(paper, attendance) },
		{ name: 'Ordres de mission', draw: (paper) => drawMissionOrders(paper, missions) },
		{ name: 'Carnets de bord', format: A4_LANDSCAPE, draw: (paper) => drawLogbooks(paper, logs) },
		{ name: 'Feuilles à remplir', draw: (paper) => drawForms(paper, pack) }
	];
}

export interface PackProgress {
	done: number;
	total: number;
}

/**
 * One PDF. `onProgress` is told after each part; between two parts the process answers whoever else asks, and `signal`
 * gives it up.
 */
export async function printBackupPack(
	pack: BackupPack,
	onProgress?: (progress: PackProgress) => void,
	signal?: AbortSignal
): Promise<Uint8Array<ArrayBuffer>> {
	const { title, madeOn } = pack.letterhead;
	const paper = openPaper({ title: `${pack.title} — ${title}`, madeOn });
	const parts = partsOf(pack);
	drawCover(paper, pack, parts);
	for (const [i, part] of parts.entries()) {
		await breathe();
		signal?.throwIfAborted();
		useFormat(paper, part.format ?? A4);
		part.draw(paper);
		onProgress?.({ done: i + 1, total: parts.length });
	}
	return bytes(paper);
}

const PRIVATE = 'Porte des numéros\u00a0: pour l’organisation seulement, à détruire après le rallye.';

function drawCover(paper: Paper, pack: BackupPack, parts: readonly PackPart[]): void {
	const { letterhead, organizer } = pack;
	const flow = openFlow(paper, letterhead, pack.title);
	say(flow, 'H1', pack.title, { ...TITLE, size: 30 });
	say(flow, 'P', [letterhead.title, letterhead.dates].filter(Boolean).join(' · '), SUBTITLE, 2);
	say(flow, 'P', `De quoi mener la journée sans écran ni réseau. ${letterhead.version}.`, TEXT, 1);
	say(flow, 'P', PRIVATE, QUIET, 5);
	const who = [organizer.name || 'l’organisation', organizer.phone].filter(Boolean).join(', ');
	const says = [...pack.emergency, `Organisation\u00a0: ${who}.`];
	flow.box.y += notice(paper, flow.section, { title: 'En cas de problème', says }, flow.box) + 6;
	say(flow, 'H2', 'Ce qu’il y a dans ce dossier', SUBTITLE, 1);
	const columns = [
		{ title: 'Partie', share: 0.1 },
		{ title: 'Ce que c’est', share: 0.9 }
	];
	const rows = parts.map(({ name }, i) => ({ cells: [String(i + 1), name] }));
	drawTable(flow, columns, rows, { row: 7 });
	closeFlow(flow, PRIVATE);
}

function drawCrews(paper: Paper, { letterhead, crews }: BackupPack): void {
	const flow = openFlow(paper, letterhead, 'Équipages');
	say(flow, 'H1', 'Équipages', TITLE, 3);
	const columns = [
		{ title: 'Équipe', share: 0.09, style: { size: 14, font: 'bold' } },
		{ title: 'Véhicule', share: 0.2 },
		{ title: 'Qui accompagne, qui conduit', share: 0.29, style: { size: 11, font: 'semibold' } },
		{ title: 'Participants', share: 0.42 }
	] as const;
	const rows = crews.map(({ letter, vehicle, crew, members, count }) => ({
		cells: [letter, vehicle, crew, `${count}\u00a0: ${members}`]
	}));
	drawTable(flow, columns, rows, { row: 12 });
	closeFlow(flow, PRIVATE);
}

function drawContacts(paper: Paper, { letterhead, contacts, emergency }: BackupPack): void {
	const flow = openFlow(paper, letterhead, 'Numéros utiles');
	say(flow, 'H1', 'Numéros utiles', TITLE, 1);
	for (const text of emergency) say(flow, 'P', text, TEXT, 1);
	flow.box.y += 2;
	const columns = [
		{ title: 'Nom', share: 0.4, style: { size: 11, font: 'semibold' } },
		{ title: 'Rôle, ou qui demander', share: 0.34 },
		{ title: 'Téléphone', share: 0.26, style: { size: 12.5, font: 'bold' } }
	] as const;
	const rows = contacts.flatMap(({ title, people }) => [
		{ cells: [title], heading: true },
		...people.map(({ name, role, phone }) => ({ cells: [name, role, phone || '………………………'] }))
	]);
	drawTable(flow, columns, rows, { row: 8 });
	closeFlow(flow, PRIVATE);
}

function drawSafety(paper: Paper, { letterhead, safety, emergency }: BackupPack): void {
	const flow = openFlow(paper, letterhead, 'Sécurité');
	say(flow, 'H1', 'Sécurité', TITLE, 1);
	for (const text of emergency) say(flow, 'P', text, { ...TEXT, font: 'semibold' }, 1);
	flow.box.y += 2;
	const columns = [
		{ title: 'Entreprise', share: 0.28, style: { size: 11, font: 'semibold' } },
		{ title: 'Adresse, à donner aux secours', share: 0.3 },
		{ title: 'Ce qu’elle demande', share: 0.42 }
	] as const;
	const rows = safety.map(({ company, address, says }) => ({ cells: [company, address, says] }));
	drawTable(flow, columns, rows, { row: 9 });
	closeFlow(flow);
}

function drawForms(paper: Paper, { letterhead, forms }: BackupPack): void {
	for (const form of forms) drawForm(paper, letterhead, form);
}

function drawForm(paper: Paper, letterhead: BackupPack['letterhead'], form: BlankForm): void {
	const flow = openFlow(paper, letterhead, form.title);
	say(flow, 'H1', form.title, TITLE, 1);
	say(flow, 'P', form.intro, QUIET, 3);
	const rows = Array.from({ length: form.rows }, () => ({ cells: [] }));
	drawTable(flow, form.columns, rows, { row: form.columns.length > 4 ? 12 : 20, grid: true });
	closeFlow(flow, 'À recopier dans Équipage dès que possible.');
}
