import { bytes, INK, mm, nextPage, openPaper, SOFT, A4_LANDSCAPE, type Paper } from '../paper/page';
import { drawMark } from '../paper/sheet';
import { content, decoration, part } from '../paper/tags';
import { fitted, rule, write } from '../paper/text';
import type { Diploma } from './content';

const GOLD = '#8a6a1f';
const CENTRE = { align: 'center' } as const;

/** One PDF, an A4 landscape sheet a person. At least one. */
export function printDiplomas(diplomas: readonly Diploma[]): Promise<Uint8Array<ArrayBuffer>> {
	const first = diplomas[0];
	if (!first) throw new Error('no diploma to print');
	const { title, madeOn } = first.letterhead;
	const paper = openPaper({ title: `Diplômes — ${title}`, madeOn, format: A4_LANDSCAPE });
	for (const diploma of diplomas) drawDiploma(paper, diploma);
	return bytes(paper);
}

function drawDiploma(paper: Paper, { letterhead, name, says, signatures }: Diploma): void {
	nextPage(paper);
	const section = part(paper, paper.root, 'Sect', { title: name });
	drawFrame(paper);
	const x = 30;
	const width = paper.width - 2 * x;
	let y = 26;
	if (letterhead.logo) {
		const box = { x, y: 20, width: 60, height: 20 };
		content(paper, section, 'Figure', () => drawMark(paper, letterhead, box, 16, 20), {
			alt: letterhead.rallyName,
			box
		});
	}
	const mark = { size: 20, font: 'semibold', colour: SOFT, ...CENTRE } as const;
	y += write(paper, section, 'P', letterhead.rallyName, { x, y, width }, mark) + 2;
	y += write(paper, section, 'H1', 'Diplôme', { x, y, width }, { size: 60, font: 'bold', ...CENTRE }) + 2;
	y += write(paper, section, 'P', 'remis à', { x, y, width }, { size: 18, colour: SOFT, ...CENTRE }) + 1;
	const style = fitted(paper, name, width, { size: 52, font: 'bold', colour: GOLD, ...CENTRE }, 22);
	y += write(paper, section, 'P', name, { x, y, width }, style) + 4;
	for (const text of says) {
		const body = fitted(paper, text, width, { size: 18, ...CENTRE }, 13);
		y += write(paper, section, 'P', text, { x, y, width }, body) + 1;
	}
	const half = (width - 20) / 2;
	signatures.forEach((text, i) => {
		const at = { x: x + i * (half + 20), y: paper.height - 52, width: half };
		rule(paper, { ...at, y: at.y + 24 }, INK, 0.3);
		write(paper, section, 'P', text, at, { size: 13, colour: SOFT });
	});
}

function drawFrame({ pdf, width, height }: Paper): void {
	decoration({ pdf } as Paper, () => {
		const frame = (inset: number, weight: number, colour: string) =>
			pdf
				.rect(mm(inset), mm(inset), mm(width - 2 * inset), mm(height - 2 * inset))
				.lineWidth(mm(weight))
				.strokeColor(colour)
				.stroke();
		frame(9, 1.6, GOLD);
		frame(12.5, 0.4, GOLD);
		for (const [x, y] of [
			[9, 9],
			[width - 9, 9],
			[9, height - 9],
			[width - 9, height - 9]
		] as const)
			pdf.circle(mm(x), mm(y), mm(3.2)).fill(GOLD);
	});
}
