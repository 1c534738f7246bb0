/** A cell of an OpenDocument table as it is written: repeated so many times, spread over so many neighbours. */
export interface RawCell {
	/** What it shows. */
	text: string;
	type: string;
	value: string | null;
	formula: boolean;
	repeated: number;
	columns: number;
	rows: number;
}
export interface RawTable {
	name: string;
	style: string;
	rows: { repeated: number; cells: RawCell[] }[];
}

const TOKEN =
	/<(\/?)([\w:-]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|([^<]+)/g;
/** What holds text that is not the cell's own. */
const ASIDE = new Set(['office:annotation', 'draw:frame', 'table:shapes', 'table:tracked-changes']);
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export const unescape = (text: string): string =>
	text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
		if (name) return ENTITIES[name as string] ?? whole;
		const code = Number.parseInt((hex ?? decimal) as string, hex ? 16 : 10);
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
	});

function attribute(attributes: string, name: string): string | null {
	const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
	return match ? unescape(match[1] ?? match[2] ?? '') : null;
}
const count = (attributes: string, name: string): number =>
	Math.max(1, Math.floor(Number(attribute(attributes, name) ?? 1)) || 1);

const asRaw = (attributes: string): RawCell => ({
	text: '',
	type: attribute(attributes, 'office:value-type') ?? '',
	value:
		['value', 'date-value', 'time-value', 'boolean-value', 'string-value']
			.map((name) => attribute(attributes, `office:${name}`))
			.find((value) => value !== null) ?? null,
	formula: attribute(attributes, 'table:formula') !== null,
	repeated: count(attributes, 'table:number-columns-repeated'),
	columns: count(attributes, 'table:number-columns-spanned'),
	rows: count(attributes, 'table:number-rows-spanned')
});

/** The tables of `content.xml`, read from one end to the other without building a tree. */
export function readTables(xml: string): RawTable[] {
	const tables: RawTable[] = [];
	let table: RawTable | null = null;
	let cell: RawCell | null = null;
	let inText = false;
	let aside = 0;
	for (const [, closing, tag, attributes = '', alone, text] of xml.matchAll(TOKEN)) {
		if (text !== undefined) {
			if (cell && inText && aside === 0) cell.text += unescape(text);
			continue;
		}
		if (tag === undefined) continue;
		if (ASIDE.has(tag) && !alone) aside += closing ? -1 : 1;
		if (aside > 0 || ASIDE.has(tag)) continue;
		if (tag === 'table:table') {
			table = closing
				? null
				: {
						name: attribute(attributes, 'table:name') ?? '',
						style: attribute(attributes, 'table:style-name') ?? '',
						rows: []
					};
			if (table) tables.push(table);
		} else if (tag === 'table:table-row' && !closing) {
			table?.rows.push({ repeated: count(attributes, 'table:number-rows-repeated'), cells: [] });
		} else if (tag === 'table:table-cell' || tag === 'table:covered-table-cell') {
			if (closing) cell = null;
			else {
				const raw = asRaw(attributes);
				table?.rows.at(-1)?.cells.push(raw);
				cell = alone ? null : raw;
			}
		} else if (cell) readText(cell, tag, attributes, Boolean(closing));
		if (tag === 'text:p' || tag === 'text:h') inText = !closing && !alone;
	}
	return tables;
}

function readText(cell: RawCell, tag: string, attributes: string, closing: boolean): void {
	if (closing) return;
	if (tag === 'text:line-break' || ((tag === 'text:p' || tag === 'text:h') && cell.text)) cell.text += '\n';
	if (tag === 'text:tab') cell.text += ' ';
	if (tag === 'text:s') cell.text += ' '.repeat(Math.min(20, count(attributes, 'text:c')));
}

/** Styles of tables that are not to be shown. */
export function hiddenStyles(xml: string): Set<string> {
	const styles = xml.matchAll(
		/<style:style\s([^>]{0,400})>((?:(?!<\/style:style>)[\s\S]){0,600})<\/style:style>/g
	);
	return new Set(
		[...styles]
			.filter(([, , inside]) => /table:display="false"/.test(inside!))
			.map(([, attributes]) => attribute(` ${attributes}`, 'style:name') ?? '')
	);
}
