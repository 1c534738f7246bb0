import { closeFlow, openFlow, room, say, type Flow } from '../paper/flow';
import { bytes, mm, openPaper, RULE, SOFT, type Paper } from '../paper/page';
import { drawPicture } from '../paper/pictures';
import { decoration } from '../paper/tags';
import { write, type TextStyle } from '../paper/text';
import type { ThankYouLetter } from './content';

const BODY: TextStyle = { size: 12.5, leading: 0.14 };
const PLACE = { width: 42, height: 18, gap: 3 };

/** One PDF, a letter a company or partner, its address where a window envelope shows it. At least one. */
export function printThanks(letters: readonly ThankYouLetter[]): Promise<Uint8Array<ArrayBuffer>> {
	const first = letters[0];
	if (!first) throw new Error('no letter to print');
	const { title, madeOn } = first.letterhead;
	const paper = openPaper({ title: `Remerciements — ${title}`, madeOn });
	for (const letter of letters) drawLetter(paper, letter);
	return bytes(paper);
}

function drawLetter(paper: Paper, letter: ThankYouLetter): void {
	const flow = openFlow(paper, letter.letterhead, `Remerciement · ${letter.to[0]}`);
	const address = { x: 110, y: 45, width: 85 };
	for (const [i, text] of letter.to.entries())
		address.y += write(paper, flow.section, 'P', text, address, { size: i ? 12 : 13, font: i ? 'regular' : 'semibold' }); // prettier-ignore
	write(paper, flow.section, 'P', letter.on, { ...address, y: address.y + 8 }, { size: 11, colour: SOFT });
	flow.box.y = Math.max(84, address.y + 20);
	say(flow, 'H1', letter.subject, { size: 20, font: 'bold' }, 5);
	for (const text of letter.paragraphs) say(flow, 'P', text, BODY, 3);
	flow.box.y += 8;
	for (const text of letter.signature) say(flow, 'P', text, BODY, 1);
	if (letter.donors.length > 0) {
		room(flow, 30);
		flow.box.y += 10;
		say(flow, 'H2', 'Avec le soutien de', { size: 11, font: 'semibold', colour: SOFT }, 2);
		drawDonors(paper, flow, letter.donors);
	}
	closeFlow(flow);
}

/** The logo of each donor, or its name in the place of it. */
function drawDonors(paper: Paper, flow: Flow, donors: ThankYouLetter['donors']): void {
	const across = Math.floor((flow.box.width + PLACE.gap) / (PLACE.width + PLACE.gap));
	donors.forEach(({ name, picture }, i) => {
		if (i % across === 0) room(flow, PLACE.height);
		const x = flow.box.x + (i % across) * (PLACE.width + PLACE.gap);
		const { y } = flow.box;
		if (picture) drawPicture(flow, name, picture, { x, y, width: PLACE.width, height: PLACE.height });
		else {
			decoration(paper, () =>
				paper.pdf
					.rect(mm(x), mm(y), mm(PLACE.width), mm(PLACE.height))
					.lineWidth(mm(0.2))
					.strokeColor(RULE)
					.stroke()
			);
			write(paper, flow.section, 'P', name, { x: x + 2, y: y + 4, width: PLACE.width - 4 }, { size: 10, align: 'center', lines: 2 }); // prettier-ignore
		}
		if (i % across === across - 1 || i === donors.length - 1) flow.box.y += PLACE.height + PLACE.gap;
	});
}
