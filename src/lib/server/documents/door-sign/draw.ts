import { bytes, INK, MARGIN, mm, nextPage, openPaper, SOFT, A4_LANDSCAPE, type Paper } from '../paper/page';
import { qrModules } from '../paper/qr';
import { drawMark } from '../paper/sheet';
import { content, decoration, part } from '../paper/tags';
import { fitted, heightOf, wordsFit, write, type TextStyle } from '../paper/text';
import type { DoorSign } from './content';

/** One PDF, an A4 landscape sheet a company. At least one. */
export function printDoorSigns(signs: readonly DoorSign[]): Promise<Uint8Array<ArrayBuffer>> {
	const first = signs[0];
	if (!first) throw new Error('no door sign to print');
	const { title, madeOn } = first.letterhead;
	const paper = openPaper({ title: `Affichettes de porte — ${title}`, madeOn, format: A4_LANDSCAPE });
	for (const sign of signs) drawSign(paper, sign);
	return bytes(paper);
}

/** The code by which the sign is checked, inside the frame. Millimetres. */
const CHECK = 16;

const CENTRE = { align: 'center' } as const;

function drawSign(paper: Paper, { letterhead, company, welcome, hours }: DoorSign): void {
	nextPage(paper);
	const section = part(paper, paper.root, 'Sect', { title: company });
	const x = MARGIN + 6;
	const width = paper.width - 2 * x;
	decoration(paper, () =>
		paper.pdf
			.rect(mm(8), mm(8), mm(paper.width - 16), mm(paper.height - 16))
			.lineWidth(mm(2.5))
			.strokeColor(INK)
			.stroke()
	);
	let y = 20;
	if (letterhead.logo) {
		const box = { x, y: 16, width: 80, height: 24 };
		content(paper, section, 'Figure', () => drawMark(paper, letterhead, box, 16, 24), {
			alt: letterhead.rallyName,
			box
		});
		y = 42;
	}
	const name = fitted(paper, letterhead.rallyName, width, { size: 84, font: 'bold', ...CENTRE }, 40);
	y += write(paper, section, 'H1', letterhead.rallyName, { x, y, width }, name);
	y += write(paper, section, 'P', welcome, { x, y, width }, { size: 76, font: 'semibold', ...CENTRE }) + 4;
	const companyStyle = shrunk(paper, company, width, 34, { size: 40, font: 'semibold', ...CENTRE });
	y += write(paper, section, 'P', company, { x, y, width }, companyStyle) + 4;
	const left = paper.height - 24 - y;
	const size = Math.min(32, (left / Math.max(hours.length, 1)) * 2.2);
	for (const says of hours) {
		const style = fitted(paper, says, width, { size, ...CENTRE }, 12);
		y += write(paper, section, 'P', says, { x, y, width }, style);
	}
	const foot = [letterhead.title, letterhead.version, letterhead.draft ? 'brouillon' : ''].filter(Boolean);
	write(paper, section, 'P', foot.join(' · '), { x, y: paper.height - 18, width }, { size: 10, colour: SOFT, ...CENTRE }); // prettier-ignore
	const { check } = letterhead;
	const corner = { x: paper.width - 12 - CHECK, y: paper.height - 12 - CHECK, side: CHECK };
	if (check) decoration(paper, () => qrModules(paper, check, corner));
}

/** The largest size at which the text holds in `high` millimetres without cutting a word. */
function shrunk(paper: Paper, text: string, width: number, high: number, style: TextStyle): TextStyle {
	let { size } = style;
	while (
		size > 14 &&
		(heightOf(paper, text, width, { ...style, size }) > high ||
			!wordsFit(paper, text, width, { ...style, size }))
	)
		size -= 1;
	return { ...style, size };
}
