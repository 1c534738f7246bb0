import { closeFlow, openFlow, room, say, type Flow } from '../paper/flow';
import { bytes, openPaper, type Paper } from '../paper/page';
import { part } from '../paper/tags';
import { heightOf, write, type TextStyle } from '../paper/text';
import type { Convocation } from './content';

const BODY: TextStyle = { size: 12.5, leading: 0.14 };
const LABEL: TextStyle = { size: 12.5, font: 'bold' };
const WIDE = 46;

/** One PDF, a letter a person, its address where a window envelope shows it. At least one. */
export function printConvocations(letters: readonly Convocation[]): Promise<Uint8Array<ArrayBuffer>> {
	const first = letters[0];
	if (!first) throw new Error('no letter to print');
	const { title, madeOn } = first.letterhead;
	const paper = openPaper({ title: `Convocations — ${title}`, madeOn });
	for (const letter of letters) drawLetter(paper, letter);
	return bytes(paper);
}

function drawLetter(paper: Paper, letter: Convocation): void {
	const flow = openFlow(paper, letter.letterhead, `Convocation · ${letter.to}`);
	const address = { x: 110, y: 45, width: 85 };
	write(paper, flow.section, 'P', letter.to, address, { size: 13, font: 'semibold' });
	flow.box.y = 78;
	say(flow, 'H1', letter.subject, { size: 20, font: 'bold' }, 5);
	say(flow, 'P', letter.greeting, BODY, 3);
	for (const text of letter.paragraphs) say(flow, 'P', text, BODY, 3);
	flow.box.y += 3;
	for (const fact of letter.facts) drawFact(flow, fact);
	flow.box.y += 3;
	for (const text of letter.signature) say(flow, 'P', text, BODY, 3);
	closeFlow(flow);
}

function drawFact(flow: Flow, { label, says }: Convocation['facts'][number]): void {
	const { paper } = flow;
	const width = flow.box.width - WIDE;
	const heights = says.map((text) => heightOf(paper, text, width, BODY));
	const height = Math.max(heightOf(paper, label, WIDE - 4, LABEL), heights.reduce((sum, one) => sum + one, 0)); // prettier-ignore
	room(flow, height);
	const group = part(paper, flow.section, 'Sect');
	write(paper, group, 'H2', label, { ...flow.box, width: WIDE - 4 }, LABEL);
	const at = { ...flow.box, x: flow.box.x + WIDE, width };
	says.forEach((text, i) => {
		write(paper, group, 'P', text, at, BODY);
		at.y += heights[i]!;
	});
	flow.box.y += height + 4;
}
