import { mm, type Paper, type Tag } from './page';

export interface TagOptions {
	/** Read instead of a picture. */
	alt?: string;
	title?: string;
	/** Where the picture stands, millimetres from the top left: PDF/UA wants it of a figure. */
	box?: { x: number; y: number; width: number; height: number };
	scope?: 'Row' | 'Column';
}

/** A part of the document's structure; what it holds is added to it afterwards. */
export function part({ pdf, place }: Paper, parent: Tag, type: string, options: TagOptions = {}): Tag {
	const { box, ...rest } = options;
	const { x, y, scale } = place;
	const bbox = box && [
		mm(x + box.x * scale),
		mm(y + box.y * scale),
		mm(x + (box.x + box.width) * scale),
		mm(y + (box.y + box.height) * scale)
	];
	const tag = pdf.struct(type, { ...rest, ...(bbox && { bbox, placement: 'Block' }) });
	parent.add(tag);
	return tag;
}

/** A leaf: what `draw` draws is the content of a new element of that type. */
export function content(
	paper: Paper,
	parent: Tag,
	type: string,
	draw: () => void,
	options?: TagOptions
): void {
	const tag = part(paper, parent, type, options);
	tag.add(draw);
	tag.end();
}

/** Rules, frames and tints: seen, never read aloud. */
export function decoration({ pdf }: Paper, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
	pdf.markContent('Artifact', { type });
	draw();
	pdf.endMarkedContent();
}
