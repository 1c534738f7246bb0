import { encode } from 'uqr';
import { mm, type Paper, type Tag } from './page';
import { content } from './tags';

/**
 * A QR code as vectors, with its quiet zone inside the square of `side` millimetres.
 * `spoken` replaces it for who listens to the document.
 */
export function drawQr(
	paper: Paper,
	parent: Tag,
	text: string,
	{ x, y, side }: { x: number; y: number; side: number },
	spoken: string
): void {
	content(paper, parent, 'Figure', () => qrModules(paper, text, { x, y, side }, 4), {
		alt: spoken,
		box: { x, y, width: side, height: side }
	});
}

/** The code alone, without a tag; `border` in modules, less where the sheet around is white. */
export function qrModules(
	{ pdf }: Paper,
	text: string,
	{ x, y, side }: { x: number; y: number; side: number },
	border = 2
): void {
	const { data, size } = encode(text, { ecc: 'M', border });
	const cell = mm(side) / size;
	pdf.rect(mm(x), mm(y), mm(side), mm(side)).fill('#ffffff');
	data.forEach((row, i) => {
		for (const [from, to] of runs(row))
			pdf.rect(mm(x) + from * cell, mm(y) + i * cell, (to - from) * cell, cell);
	});
	pdf.fill('#000000');
}

/** Dark modules side by side are one rectangle: no hairline between them, and a lighter file. */
function runs(row: readonly boolean[]): [number, number][] {
	const found: [number, number][] = [];
	let from = -1;
	row.forEach((dark, i) => {
		if (dark && from < 0) from = i;
		if (from >= 0 && (!dark || i === row.length - 1)) {
			found.push([from, dark ? i + 1 : i]);
			from = -1;
		}
	});
	return found;
}
