import type { Flow } from './flow';
import type { Mark } from './letterhead';
import { mm } from './page';
import { imageOf } from './sheet';
import { content } from './tags';

interface Frame {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** A picture that says something, as large as its frame allows, read aloud by `name`. Millimetres. */
export function drawPicture({ paper, section }: Flow, name: string, picture: Uint8Array, box: Frame): void {
	const image = imageOf(paper, picture);
	const put = () =>
		paper.pdf.image(image, mm(box.x), mm(box.y), {
			fit: [mm(box.width), mm(box.height)],
			align: 'center',
			valign: 'center'
		});
	content(paper, section, 'Figure', put, { alt: name, box });
}

const MARK = { width: 40, height: 15, gap: 5 };

/** Whose paper it is: their logos in a row, from the left; nothing when nobody gave one. */
export function drawMarks(flow: Flow, marks: readonly Mark[]): void {
	marks.forEach(({ name, picture }, i) => {
		const x = flow.box.x + i * (MARK.width + MARK.gap);
		drawPicture(flow, name, picture, { x, y: flow.box.y, width: MARK.width, height: MARK.height });
	});
	if (marks.length > 0) flow.box.y += MARK.height + 5;
}
