import { closeFlow, openFlow, room, say } from '../paper/flow';
import { bytes, openPaper, SOFT, type Paper } from '../paper/page';
import type { TextStyle } from '../paper/text';
import type { Attestation } from './content';

const BODY: TextStyle = { size: 12.5, leading: 0.14 };
const LABEL: TextStyle = { size: 13, font: 'bold' };
/** Height left for a signature and a stamp, millimetres. */
const SIGNED = 55;

/** One PDF, a sheet a person. At least one. */
export function printAttestations(sheets: readonly Attestation[]): Promise<Uint8Array<ArrayBuffer>> {
	const first = sheets[0];
	if (!first) throw new Error('no attestation to print');
	const { title, madeOn } = first.letterhead;
	const paper = openPaper({ title: `Attestations — ${title}`, madeOn });
	for (const sheet of sheets) drawAttestation(paper, sheet);
	return bytes(paper);
}

function drawAttestation(paper: Paper, sheet: Attestation): void {
	const flow = openFlow(paper, sheet.letterhead, `Attestation · ${sheet.to}`);
	flow.box.y += 10;
	say(flow, 'H1', 'Attestation de participation', { size: 24, font: 'bold' }, 8);
	say(flow, 'P', sheet.says, { size: 14, leading: 0.16 }, 8);
	say(flow, 'H2', 'Présence', LABEL, 2);
	for (const text of sheet.halfDays) say(flow, 'P', text, BODY, 1);
	if (sheet.companies.length > 0) {
		flow.box.y += 6;
		say(flow, 'H2', 'Entreprises visitées', LABEL, 2);
		for (const text of sheet.companies) say(flow, 'P', text, BODY, 1);
	}
	room(flow, SIGNED);
	flow.box.y += 12;
	for (const text of sheet.signature) say(flow, 'P', text, { size: 12.5, colour: SOFT }, 4);
	closeFlow(flow);
}
