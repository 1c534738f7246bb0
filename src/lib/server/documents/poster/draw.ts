import { A3, A4, bytes, INK, mm, nextPage, openPaper, SOFT, type Paper } from '../paper/page';
import { drawMark, imageOf } from '../paper/sheet';
import { content, decoration, part } from '../paper/tags';
import { fitted, heightOf, write, type TextStyle } from '../paper/text';
import type { Poster } from './content';

export const posterFormats = { a4: A4, a3: A3 } as const;
export type PosterFormat = keyof typeof posterFormats;

const X = 18;
const BAND = '#0b3d66';
const WHITE = '#ffffff';

/** One PDF of one sheet. */
export function printPoster(says: Poster, format: PosterFormat = 'a3'): Promise<Uint8Array<ArrayBuffer>> {
	const { title, madeOn } = says.letterhead;
	const paper = openPaper({ title: `Affiche — ${title}`, madeOn, format: posterFormats[format] });
	nextPage(paper);
	drawPoster(paper, says);
	return bytes(paper);
}

function drawPoster(paper: Paper, says: Poster): void {
	const { letterhead } = says;
	const section = part(paper, paper.root, 'Sect', { title: letterhead.rallyName });
	const width = paper.width - 2 * X;
	const band = 134;
	decoration(paper, () => {
		paper.pdf.rect(0, 0, mm(paper.width), mm(band)).fill(BAND);
		drawRoad(paper, band);
	});
	let y = 20;
	const [big, name] = ['Rallye', 'pour l’emploi'];
	const first = fitted(paper, big, width, { size: 120, font: 'bold', colour: WHITE }, 60);
	const title = part(paper, section, 'H1');
	y += write(paper, title, 'Span', big, { x: X, y, width }, { ...first, leading: -0.18 });
	const second = fitted(paper, name, width, { size: 74, font: 'bold', colour: WHITE }, 40);
	write(paper, title, 'Span', name, { x: X, y, width }, second);

	y = band + 13;
	const put = (type: string, text: string | null, style: TextStyle, after: number) => {
		if (text) y += write(paper, section, type, text, { x: X, y, width }, style) + after;
	};
	put('H2', capital(says.dates), fitted(paper, says.dates, width, { size: 42, font: 'bold' }, 22), 0);
	put('P', says.territory, fitted(paper, says.territory, width, { size: 28, colour: SOFT }, 16), 4);
	says.lines.forEach((line, i) => put('P', line, { size: i === 0 ? 24 : 20, font: i === 0 ? 'bold' : 'regular' }, 2)); // prettier-ignore
	y += 3;
	put('P', says.closing, { size: 16, font: 'semibold' }, 4);
	const contact = says.contact && `Renseignements\u00a0: ${says.contact}`;
	put('P', contact, fitted(paper, contact, width, { size: 18, font: 'semibold' }, 12), 0);

	const foot: TextStyle = { size: 11, colour: SOFT };
	const partners = says.partners && `Avec ${says.partners}`;
	const high = partners ? heightOf(paper, partners, width - 70, foot) : 0;
	if (partners) write(paper, section, 'P', partners, { x: X, y: paper.height - 16 - high, width: width - 70 }, foot); // prettier-ignore
	drawOwnLogo(paper, section, says, paper.height - 18 - high);
	drawLogoPlace(paper, section, says);
}

/** Above what is written at the foot, on the left. */
function drawOwnLogo(paper: Paper, section: ReturnType<typeof part>, { own }: Poster, bottom: number): void {
	if (!own) return;
	const box = { x: X, y: bottom - 20, width: 60, height: 18 };
	const image = imageOf(paper, own.logo);
	const put = () => paper.pdf.image(image, mm(box.x), mm(box.y), { fit: [mm(box.width), mm(box.height)] });
	content(paper, section, 'Figure', put, { alt: own.alt, box });
}

/** The logo, or the frame in which it is to be put: the charter asks for both name and logo. */
function drawLogoPlace(paper: Paper, section: ReturnType<typeof part>, { letterhead }: Poster): void {
	const box = { x: paper.width - X - 60, y: paper.height - 42, width: 60, height: 28 };
	if (letterhead.logo) {
		content(paper, section, 'Figure', () => drawMark(paper, letterhead, box, 14, 30), {
			alt: letterhead.rallyName,
			box
		});
		return;
	}
	decoration(paper, () =>
		paper.pdf
			.rect(mm(box.x), mm(box.y), mm(box.width), mm(box.height))
			.dash(4, { space: 3 })
			.lineWidth(mm(0.3))
			.strokeColor(SOFT)
			.stroke()
			.undash()
	);
	const says = 'Emplacement du logo du réseau';
	write(paper, section, 'P', says, { x: box.x + 4, y: box.y + 12, width: box.width - 8 }, { size: 10, colour: SOFT, align: 'center' }); // prettier-ignore
}

/** A way from stop to stop along the band: what a rally is, in one line. */
function drawRoad({ pdf, width }: Paper, bottom: number): void {
	const y = bottom - 13;
	pdf
		.moveTo(mm(X), mm(y))
		.lineTo(mm(width - X), mm(y))
		.lineWidth(mm(1))
		.dash(mm(4), { space: mm(3) })
		.strokeColor(WHITE)
		.stroke()
		.undash();
	for (let i = 0; i < 5; i++) {
		const x = X + 4 + (i * (width - 2 * X - 8)) / 4;
		pdf.circle(mm(x), mm(y), mm(4)).fill(WHITE);
		pdf.circle(mm(x), mm(y), mm(2)).fill(i === 4 ? '#d9822b' : INK);
	}
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
