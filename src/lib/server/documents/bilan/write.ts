import {
	Document,
	Footer,
	HeadingLevel,
	ImageRun,
	Packer,
	Paragraph,
	PageNumber,
	Table,
	TableCell,
	TableRow,
	TextRun,
	WidthType
} from 'docx';
import { readPictureHead } from '$lib/domain/network/logo';
import type { BilanContent, BilanSection } from './content';

/** The bilan as a document that any word processor opens and changes: headings, tables and text, and the logos. */
export async function writeBilan(content: BilanContent): Promise<Uint8Array<ArrayBuffer>> {
	const { letterhead, title, organization, about, sections, notes } = content;
	const document = new Document({
		creator: organization,
		title: `${title} — ${letterhead.title}`,
		styles: { default: { document: { run: { font: 'Arial', size: 22, language: { value: 'fr-FR' } } } } },
		sections: [
			{
				footers: {
					default: new Footer({
						children: [
							new Paragraph({
								children: [
									new TextRun(
										`${letterhead.rallyName} · ${letterhead.title} · ${letterhead.version} · page `
									),
									new TextRun({ children: [PageNumber.CURRENT] })
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
					...notes.map((note) => new Paragraph({ children: [new TextRun({ text: note, size: 18 })] }))
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
	const after = new Paragraph('');
	switch (section.kind) {
		case 'text':
			return [heading, ...section.paragraphs.map((text) => new Paragraph({ text, spacing: { after: 120 } }))];
		case 'list':
			return [heading, ...section.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }))];
		case 'figures':
			return [
				heading,
				table(
					['Indicateur', 'Prévu', 'Réalisé', 'Part du réalisé', 'Définition'],
					section.rows.map(({ label, planned, done, share, definition }) => [
						label,
						planned,
						done,
						share,
						definition
					])
				),
				after
			];
		case 'bars':
			return [
				heading,
				new Paragraph(section.note),
				table(
					['Groupe', 'Nombre', ''],
					section.bars.map(({ label, said, share }) => [label, said, share === null ? '' : blocks(share)])
				),
				after
			];
		case 'table':
			return [heading, new Paragraph(section.note), table(section.heads, section.rows), after];
		case 'grid':
			return [
				heading,
				new Paragraph(section.note),
				table(
					['Rubrique', 'Principe', 'Proposé', 'Appréciation', 'Remarque'],
					section.rows.map(({ heading: of, label, proposed, own, comment }) => [
						of,
						label,
						proposed,
						own,
						comment
					])
				),
				after
			];
	}
}

/** A bar in characters: it survives copying, changing the font and printing in black. */
const blocks = (share: number): string => '█'.repeat(Math.round(share * 20));

const table = (heads: string[], rows: string[][]): Table =>
	new Table({
		width: { size: 100, type: WidthType.PERCENTAGE },
		rows: [
			new TableRow({ tableHeader: true, children: heads.map((text) => cell(text, true)) }),
			...rows.map(
				(cells) => new TableRow({ cantSplit: true, children: cells.map((text) => cell(text, false)) })
			)
		]
	});

const cell = (text: string, bold: boolean): TableCell =>
	new TableCell({
		margins: { top: 40, bottom: 40, left: 80, right: 80 },
		children: [new Paragraph({ children: [new TextRun({ text, bold, size: 20 })] })]
	});
