import { limits, type Cell, type Reading } from '../../domain/import/sheet';

/*
 * Text cut in cells. Written here rather than taken from hucre because real files are not well formed: a quotation
 * mark left open in one cell must not swallow the rest of the file.
 */

type Separator = NonNullable<Reading['separator']>;
const separators: readonly Separator[] = [';', '\t', ',', '|'];
const LINES_LOOKED_AT = 60;
/** A quoted cell longer than this many lines is a quotation mark that somebody typed. */
const LINES_IN_A_CELL = 60;

/** The separator that cuts most lines into the same number of cells; `sep=;`, which Excel writes, decides alone. */
export function findSeparator(text: string): Separator {
	const declared = /^sep=([;,\t|])\r?\n/i.exec(text);
	if (declared) return declared[1] as Separator;
	let best: { separator: Separator; score: number } = { separator: ';', score: 0 };
	for (const separator of separators) {
		const widths = cut(text, separator, LINES_LOOKED_AT)
			.filter((row) => row.some((cell) => cell !== ''))
			.map((row) => row.length);
		const counts = new Map<number, number>();
		for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
		const [width, times] = [...counts].filter(([width]) => width > 1).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0]; // prettier-ignore
		const score = width > 1 ? (times / widths.length) * 100 + Math.min(width, 30) : 0;
		if (score > best.score) best = { separator, score };
	}
	return best.separator;
}

/** Cuts a text into rows of cells; `most` rows at most. */
export function cut(text: string, separator: string, most = Number.POSITIVE_INFINITY): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let at = 0;
	const endRow = () => {
		rows.push(row);
		row = [];
	};
	while (at < text.length && rows.length < most) {
		const quoted = text[at] === '"' ? readQuoted(text, at, separator) : null;
		let end: number;
		if (quoted) {
			row.push(quoted.value);
			end = quoted.end;
		} else {
			end = at;
			while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
			row.push(text.slice(at, end));
		}
		if (text[end] === separator) {
			at = end + 1;
			if (at === text.length) row.push('');
			continue;
		}
		at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
		endRow();
	}
	if (row.length > 0 && rows.length < most) endRow();
	return rows;
}

/** A cell between quotation marks, doubled inside; null when they do not end where a cell may end. */
function readQuoted(text: string, start: number, separator: string): { value: string; end: number } | null {
	let value = '';
	let lines = 0;
	for (let at = start + 1; at < text.length; at++) {
		const character = text[at]!;
		if (character === '"') {
			if (text[at + 1] === '"') {
				value += '"';
				at++;
				continue;
			}
			let end = at + 1;
			while (text[end] === ' ') end++;
			const closes =
				end >= text.length || text[end] === separator || text[end] === '\n' || text[end] === '\r';
			return closes ? { value, end } : null;
		}
		if (character === '\n' && ++lines > LINES_IN_A_CELL) return null;
		value += character;
	}
	return null;
}

/** Rows of cells from separated text, pasted or in a file. */
export function readSeparated(text: string): { rows: Cell[][]; separator: Separator } {
	const separator = findSeparator(text);
	const content = text.replace(/^\uFEFF/, '').replace(/^sep=[;,\t|]\r?\n/i, '');
	const rows = cut(content, separator, limits.rows + 500).map((row) =>
		row.map((cell): Cell => ({ text: unguarded(cell.trim()).slice(0, limits.cell), kind: 'text' }))
	);
	return { rows, separator };
}

/** Takes off the apostrophe that exports put before what a spreadsheet would take for a formula. */
export const unguarded = (text: string): string => (/^'[=+\-@＝＋－＠']/u.test(text) ? text.slice(1) : text);
/** Puts it; see `unguarded`. A plain number stays one. */
export const guarded = (text: string): string =>
	/^[=+\-@＝＋－＠'\t\r]/u.test(text) && !/^-\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
