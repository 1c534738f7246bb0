import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
	pages: string[];
	/** All the pages, every run of white space as one plain space. */
	text: string;
	/** Width and height of each page, points. */
	sizes: [number, number][];
	title: string;
	lang: string;
	/** The types of the structure elements met, in order. */
	tags: string[];
	/** What is read instead of the pictures. */
	alts: string[];
	/** Where its structure would mislead who listens to it. */
	faults: string[];
}

/** Reads a PDF back as a reader's program would. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
	// pdf.js takes the array away: hand it a copy.
	const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
	const pdf = await task.promise;
	const pages: string[] = [];
	const tags: string[] = [];
	const alts: string[] = [];
	const faults: string[] = [];
	const sizes: [number, number][] = [];
	for (let number = 1; number <= pdf.numPages; number++) {
		const page = await pdf.getPage(number);
		const [, , width, height] = page.view as [number, number, number, number];
		sizes.push([Math.round(width), Math.round(height)]);
		const { items } = await page.getTextContent();
		pages.push(
			plain(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(' '))
		);
		const tree = (await page.getStructTree()) as Node | null;
		walk(tree, tags, alts);
		if (tree) faults.push(...misplaced(tree, null).map((fault) => `page ${number}: ${fault}`));
	}
	const { info, metadata: _ } = (await pdf.getMetadata()) as {
		info: Record<string, unknown>;
		metadata: unknown;
	};
	await task.destroy();
	faults.push(...skipped(tags));
	return {
		pages,
		text: pages.join(' '),
		sizes,
		title: String(info.Title ?? ''),
		lang: String(info.Language ?? ''),
		tags,
		alts,
		faults
	};
}

/** No-break spaces of all widths as one plain space, so that a test reads like its sentence. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

interface Node {
	role?: string;
	alt?: string;
	children?: Node[];
}

function walk(node: Node | null, tags: string[], alts: string[]): void {
	if (!node) return;
	if (node.role && node.role !== 'Root') tags.push(node.role);
	if (node.alt) alts.push(node.alt);
	for (const child of node.children ?? []) walk(child, tags, alts);
}

/** What each element may stand in, where PDF says so. */
const inside: Record<string, readonly string[]> = {
	TR: ['Table', 'THead', 'TBody', 'TFoot'],
	TH: ['TR'],
	TD: ['TR'],
	LI: ['L'],
	Lbl: ['LI'],
	LBody: ['LI']
};

function misplaced({ role = 'Root', alt, children = [] }: Node, parent: string | null): string[] {
	const faults = children.flatMap((child) => misplaced(child, role));
	if (inside[role] && !inside[role].includes(parent ?? '')) faults.push(`${role} in ${parent}`);
	if (role === 'Figure' && !alt?.trim()) faults.push('a picture without words');
	return faults;
}

/** Headings that go down by more than one level. */
function skipped(tags: readonly string[]): string[] {
	const levels = tags.flatMap((tag) => (/^H[1-6]$/.test(tag) ? [Number(tag[1])] : []));
	return levels.flatMap((level, i) => (level > (levels[i - 1] ?? 0) + 1 ? [`H${levels[i - 1] ?? 0} then H${level}`] : [])); // prettier-ignore
}

/** The file as Latin-1, to look at what is outside its compressed streams. */
export const raw = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
