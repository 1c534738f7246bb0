import {
	BorderStyle,
	Document,
	Footer,
	HeadingLevel,
	ImageRun,
	Packer,
	Paragraph,
	PageNumber,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	WidthType
} from 'docx';
import { readPictureHead } from '$lib/domain/network/logo';
import type { BilanContent, BilanSection } from './content';

const FONT = { font: 'Arial', color: '1f2a2c' };
/** Sizes in half-points, spaces in twentieths of a point. */
const styles = {
	default: {
		document: {
			run: { font: 'Arial', size: 21, language: { value: 'fr-FR' } },
			paragraph: { spacing: { after: 60 } }
		},
		title: { run: { ...FONT, size: 36, bold: true }, paragraph: { spacing: { before: 120, after: 160 } } },
		heading1: {
			run: { ...FONT, size: 26, bold: true },
			paragraph: { spacing: { before: 320, after: 100 }, keepNext: true }
		}
	}
};

/** The bilan as a document that any word processor opens and changes: headings, tables and text, and the logos. */
export async function writeBilan(content: BilanContent): Promise<Uint8Array<ArrayBuffer>> {
	const { letterhead, title, organization, about, sections, notes } = content;
	const document = new Document({
		creator: organization,
		title: `${title} — ${letterhead.title}`,
		styles,
		sections: [
			{
				footers: {
					default: new Footer({
						children: [
							new Paragraph({
								children: [
									new TextRun({ text: `${letterhead.title} · ${letterhead.version} · page `, size: 17 }),
									new TextRun({ children: [PageNumber.CURRENT], size: 17 })
								]
							})
						]
					})
				},
				children: [
					...logos(content),
					new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
					...about.map(
						({ label, value }) =>
							new Paragraph({
								children: [new TextRun({ text: `${label}\u00a0: `, bold: true }), new TextRun(value)]
							})
					),
					...sections.flatMap(written),
					new Paragraph({ spacing: { before: 240, after: 0 } }),
					...notes.map(
						(text) => new Paragraph({ children: [new TextRun({ text, size: 17, color: '566163' })] })
					)
				]
			}
		]
	});
	const buffer = await Packer.toArrayBuffer(document);
	return new Uint8Array(buffer);
}

/** Pixels at 96 to the inch: as tall as on the PDF. */
const TALL = 57;
const WIDE = 151;

/** The rallies' logo, the organisation's and the funder's, each with its name for who does not see it. */
function logos({ letterhead, marks }: BilanContent): Paragraph[] {
	const all = [
		...(letterhead.logo ? [{ name: letterhead.rallyName, picture: letterhead.logo }] : []),
		...marks
	].flatMap(({ name, picture }) => {
		const head = readPictureHead(picture);
		if (!head.ok) return [];
		const { type, width, height } = head.value;
		const scale = Math.min(TALL / height, WIDE / width);
		return [
			new ImageRun({
				type: type === 'png' ? 'png' : 'jpg',
				data: picture,
				transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
				altText: { name, title: name, description: name }
			})
		];
	});
	const gap = () => new TextRun('\u2003');
	return all.length > 0 ? [new Paragraph({ children: all.flatMap((one) => [one, gap()]) })] : [];
}

function written(section: BilanSection): (Paragraph | Table)[] {
	const heading = new Paragraph({ text: section.title, heading: HeadingLevel.HEADING_1, keepNext: true });
	switch (section.kind) {
		case 'text':
			return [heading, ...section.paragraphs.map((text) => new Paragraph({ text, spacing: { after: 120 } }))];
		case 'list':
			return [heading, ...section.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }))];
		case 'figures':
			return [
				heading,
				table(
					[
						['Indicateur', 50],
						['Prévu', 13],
						['Réalisé', 15],
						['Part du réalisé', 22]
					],
					section.rows.map(({ label, planned, done, share, definition }) => [
						[label, definition],
						planned,
						done,
						share
					])
				)
			];
		case 'bars':
			return [
				heading,
				note(section.note),
				table(
					[
						['Groupe', 42],
						['Nombre', 24],
						['Part', 34]
					],
					section.bars.map(({ label, said, share }) => [label, said, share === null ? '' : blocks(share)])
				)
			];
		case 'table':
			return [heading, note(section.note), table(section.heads.map((head, at) => [head, at === 0 ? 34 : 66 / (section.heads.length - 1)]), section.rows)]; // prettier-ignore
		case 'grid':
			return [
				heading,
				note(section.note),
				table(
					[
						['Principe', 44],
						['Proposé', 12],
						['Appréciation', 18],
						['Remarque', 26]
					],
					section.rows.flatMap((row, at): Cells[] => [
						...(section.rows[at - 1]?.heading === row.heading ? [] : [row.heading]),
						[row.label, row.proposed, row.own, row.comment]
					])
				)
			];
	}
}

/** Said before a table, on its page. */
const note = (text: string) =>
	new Paragraph({ keepNext: true, children: [new TextRun({ text, size: 19, color: '566163' })] });

/** A bar in characters: it survives copying, changing the font and printing in black. */
const blocks = (share: number): string => '█'.repeat(Math.round(share * 20));

/** A row of cells, the first perhaps with what explains it; or a heading across the table. */
type Cells = string | (string | [string, string])[];

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'b9c2c3' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** Of an A4 page within its margins, twentieths of a point. */
const WIDE_TABLE = 9026;

/** `heads`: each column's title and its share of the width, percent. A word processor keeps those widths. */
const table = (heads: [title: string, percent: number][], rows: Cells[]): Table =>
	new Table({
		width: { size: WIDE_TABLE, type: WidthType.DXA },
		columnWidths: heads.map(([, percent]) => Math.round((WIDE_TABLE * percent) / 100)),
		layout: TableLayoutType.FIXED,
		borders: {
			top: LINE,
			bottom: LINE,
			left: NONE,
			right: NONE,
			insideHorizontal: LINE,
			insideVertical: NONE
		},
		rows: [
			new TableRow({ tableHeader: true, cantSplit: true, children: heads.map(([title]) => cell(title, { bold: true })) }), // prettier-ignore
			...rows.map(
				(cells) =>
					new TableRow({
						cantSplit: true,
						children:
							typeof cells === 'string'
								? [cell(cells, { bold: true, span: heads.length })]
								: cells.map((text) => cell(text))
					})
			)
		]
	});

function cell(said: string | [string, string], { bold = false, span = 1 } = {}): TableCell {
	const [text, detail] = typeof said === 'string' ? [said, ''] : said;
	const plain = { spacing: { after: 0 } };
	return new TableCell({
		columnSpan: span,
		...(span > 1 && { shading: { fill: 'eef2f2' } }),
		margins: { top: 50, bottom: 50, left: 80, right: 80 },
		children: [
			new Paragraph({ ...plain, children: [new TextRun({ text, bold: bold || detail !== '', size: 20 })] }),
			...(detail
				? [new Paragraph({ ...plain, children: [new TextRun({ text: detail, size: 17, color: '566163' })] })]
				: [])
		]
	});
}
