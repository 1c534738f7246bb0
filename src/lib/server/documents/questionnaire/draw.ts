import { closeFlow, openFlow, QUIET, room, say, SUBTITLE, TITLE, type Flow } from '../paper/flow';
import { bytes, INK, mm, openPaper, RULE, SOFT, type Paper } from '../paper/page';
import { content, part } from '../paper/tags';
import { draw, heightOf, rule, write } from '../paper/text';
import type { QuestionnaireSheet } from './content';

const ITEM = { size: 14 } as const;
/** Circles to ring, millimetres. */
const STEP = 10;
const ROUND = 3.6;
const LINE = 9;

/** One PDF, each sheet with its own page numbers. At least one. */
export function printQuestionnaires(sheets: readonly QuestionnaireSheet[]): Promise<Uint8Array<ArrayBuffer>> {
	const first = sheets[0];
	if (!first) throw new Error('no questionnaire to print');
	const { title, madeOn } = first.letterhead;
	const paper = openPaper({ title: `Questionnaires — ${title}`, madeOn });
	for (const sheet of sheets) drawSheet(paper, sheet);
	return bytes(paper);
}

function drawSheet(paper: Paper, sheet: QuestionnaireSheet): void {
	const flow = openFlow(paper, sheet.letterhead, [sheet.title, sheet.name].filter(Boolean).join(' · '));
	say(flow, 'H1', sheet.title, TITLE, 1);
	say(flow, 'P', `${sheet.nameLabel} : ${sheet.name || ' '}`, { size: 14, font: 'semibold' }, 1);
	if (!sheet.name) rule(paper, { x: flow.box.x + 40, y: flow.box.y, width: 110 }, INK, 0.3);
	flow.box.y += 2;
	for (const text of sheet.says) say(flow, 'P', text, { ...QUIET, size: 12.5 }, 1);
	for (const { title, items } of sheet.parts) {
		flow.box.y += 4;
		say(flow, 'H2', title, SUBTITLE, 1);
		for (const text of items) drawItem(flow, text, sheet);
	}
	if (sheet.openQuestion) {
		room(flow, 12 + 4 * LINE);
		flow.box.y += 4;
		say(flow, 'H2', sheet.openQuestion, SUBTITLE, 2);
		for (let i = 0; i < 4; i++) rule(paper, { ...flow.box, y: flow.box.y + (i + 1) * LINE }, RULE);
		flow.box.y += 4 * LINE;
	}
	closeFlow(flow);
}

function drawItem(flow: Flow, text: string, { scale }: QuestionnaireSheet): void {
	const { paper, section } = flow;
	const wide = scale.scores.length * STEP;
	const width = flow.box.width - wide - 6;
	const height = Math.max(12, heightOf(paper, text, width, ITEM) + 4);
	room(flow, height);
	const { x, y } = flow.box;
	const item = part(paper, section, 'Sect');
	write(paper, item, 'P', text, { x, y: y + 2, width }, ITEM);
	const left = x + flow.box.width - wide;
	const alt = `À entourer, de ${scale.scores[0]} à ${scale.scores.at(-1)}`;
	content(
		paper,
		item,
		'Figure',
		() =>
			scale.scores.forEach((score, i) => {
				const middle = left + i * STEP + STEP / 2;
				paper.pdf
					.circle(mm(middle), mm(y + height / 2), mm(ROUND))
					.lineWidth(mm(0.25))
					.strokeColor(SOFT)
					.stroke();
				draw(paper, String(score), { x: middle - 4, y: y + height / 2 - 2.6, width: 8 }, { size: 12.5, align: 'center' }); // prettier-ignore
			}),
		{ alt, box: { x: left, y, width: wide, height } }
	);
	rule(paper, { ...flow.box, y: y + height }, RULE, 0.15);
	flow.box.y += height;
}
