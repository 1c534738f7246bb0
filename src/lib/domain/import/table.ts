import { columnOf, recognise } from './columns';
import type { ImportKind } from './column';
import { columnLetter, isEmptyRow, type Cell, type Sheet } from './sheet';
import { plain } from './values';

/** Where the headers of a table stand: row counted from 0, on one line or two; null for a table without. */
export interface Head {
	row: number;
	lines: 1 | 2;
}

export interface TableRow {
	/** As the spreadsheet numbers it, from 1. */
	line: number;
	cells: Cell[];
}

export interface LeftOut {
	line: number;
	why: 'banner' | 'total' | 'header-again' | 'note';
	/** The beginning of what it says. */
	text: string;
}

export interface Table {
	headers: string[];
	rows: TableRow[];
	/** Lines that are no record; empty ones are not mentioned. */
	leftOut: LeftOut[];
}

const LOOK_DOWN = 40;
const DATA = [/@\S+\.\w/, /^0?[1-9]([\s.]?\d{2}){4}$/, /^\d{5}$/, /^\d{13,14}$/, /^\d{1,2}\/\d{1,2}\/\d{2,4}$/, /^-?\d+([.,]\d+)?$/]; // prettier-ignore

const filled = (row: readonly Cell[]) => row.filter(({ text }) => text.trim() !== '');
const distinct = (row: readonly Cell[]) => new Set(filled(row).map(({ text }) => plain(text))).size;
const looksLikeData = (row: readonly Cell[]) =>
	row.some(({ text, kind }) => kind === 'date' || DATA.some((pattern) => pattern.test(text.trim())));

/** The headers as read at `head`; a group above several columns is put before each: « Contact Téléphone ». */
export function headersAt(sheet: Sheet, head: Head | null): string[] {
	const width = Math.max(0, ...sheet.rows.map((row) => row.length));
	return Array.from({ length: width }, (_, column) => {
		if (!head) return `Colonne ${columnLetter(column)}`;
		const at = (row: number) => sheet.rows[row]?.[column]?.text.replace(/\s+/g, ' ').trim() ?? '';
		const [top, below] = [at(head.row), head.lines === 2 ? at(head.row + 1) : ''];
		const header = below && top && plain(top) !== plain(below) ? `${top} ${below}` : top || below;
		return header.slice(0, 120) || `Colonne ${columnLetter(column)}`;
	});
}

const recognised = (kind: ImportKind, headers: readonly string[]): number =>
	new Set(headers.flatMap((header) => recognise(kind, header)?.keys[0] ?? [])).size;

/** Finds the headers under titles and empty lines; null when the table starts with data. */
export function findHead(sheet: Sheet, kind: ImportKind): Head | null {
	const widest = Math.max(0, ...sheet.rows.slice(0, LOOK_DOWN).map(distinct));
	let best: { head: Head; score: number } | null = null;
	for (let row = 0; row < Math.min(LOOK_DOWN, sheet.rows.length); row++) {
		const cells = sheet.rows[row]!;
		if (distinct(cells) === 0) continue;
		for (const lines of [1, 2] as const) {
			const next = sheet.rows[row + 1];
			if (lines === 2 && (!next || distinct(next) < 2 || looksLikeData(next) || !isGrouped(cells))) continue;
			const known = recognised(kind, headersAt(sheet, { row, lines }));
			if (known >= 2 && known > (best?.score ?? 0)) best = { head: { row, lines }, score: known };
		}
	}
	if (best) return best.head;

	// Nothing known: the first line about as wide as the table, all words, followed by something.
	for (let row = 0; row < Math.min(LOOK_DOWN, sheet.rows.length); row++) {
		const cells = sheet.rows[row]!;
		if (distinct(cells) === 0 || distinct(cells) < Math.max(1, widest * 0.6)) continue;
		const one = recognised(kind, headersAt(sheet, { row, lines: 1 })) > 0;
		return !one && looksLikeData(cells) ? null : { row, lines: 1 };
	}
	return null;
}

/** Some neighbours say the same, or some columns say nothing: what merged cells leave. */
const isGrouped = (row: readonly Cell[]): boolean =>
	row.some(({ text }, i) => i > 0 && (text.trim() === '' || text === row[i - 1]!.text));

const TOTAL =
	/^(sous[- ]?)?(total|totaux|somme|moyenne|nombre|nb|effectif)( general| generaux| des .*| de .*)?( \d+)?$/;
const NOTE = /^(source|sources|nb|note|notes|legende|mis a jour|maj|document|edite|imprime|page)\b/;

/** Cuts a sheet into its records, leaving out what is none; nothing is left out in silence. */
export function cutTable(sheet: Sheet, head: Head | null): Table {
	const headers = headersAt(sheet, head);
	const titles = new Set(headers.map(plain));
	const first = head ? head.row + head.lines : 0;
	const table: Table = { headers, rows: [], leftOut: [] };

	sheet.rows.forEach((cells, row) => {
		if (isEmptyRow(cells) || (head && row >= head.row && row < first)) return;
		const why = row < first ? 'banner' : reasonToLeave(cells, titles, headers.length);
		const line = row + 1;
		if (why) table.leftOut.push({ line, why, text: filled(cells)[0]!.text.slice(0, 80) });
		else table.rows.push({ line, cells: headers.map((_, i) => cells[i] ?? { text: '', kind: 'text' }) });
	});
	return table;
}

function reasonToLeave(
	cells: readonly Cell[],
	titles: ReadonlySet<string>,
	width: number
): LeftOut['why'] | null {
	const texts = filled(cells).map(({ text }) => plain(text));
	const first = texts[0]!;
	const numbers = filled(cells).slice(1).every(({ text }) => /^[-\d\s\u00a0\u202f.,%€]+$/.test(text)); // prettier-ignore
	if (TOTAL.test(first) && numbers && (texts.length > 1 || /^(sous )?tota/.test(first))) return 'total';
	if (texts.length > 1 && texts.every((text) => titles.has(text))) return 'header-again';
	const alone = new Set(texts).size === 1 && width >= 3;
	if (
		alone &&
		(NOTE.test(first) || first.length > 80 || cells.find(({ text }) => text)?.text.startsWith('*'))
	)
		return 'note';
	return null;
}

/** The sheet that holds the most of what is looked for; hidden ones last. */
export function likeliestSheet(sheets: readonly Sheet[], kind: ImportKind): number {
	const score = (sheet: Sheet): number => {
		if (sheet.rows.length === 0) return -1;
		const head = findHead(sheet, kind);
		const known = head ? recognised(kind, headersAt(sheet, head)) : 0;
		return known * 1000 + Math.min(sheet.rows.length, 999) - (sheet.hidden ? 50_000 : 0);
	};
	const scores = sheets.map(score);
	return scores.indexOf(Math.max(...scores));
}

const people = [
	['firstName', 'fullName'],
	['lastName', 'fullName']
];
/** Columns without which no record can be made; the first of each line, or another. */
const required: Record<ImportKind, string[][]> = {
	company: [['name']],
	participant: people,
	vehicle: [['name']],
	accompanist: people
};

/** Those that are missing, in the words of the screen. */
export const missingColumns = (kind: ImportKind, keys: readonly (string | null)[]): string[] =>
	required[kind]
		.filter((any) => !any.some((key) => keys.includes(key)))
		.map(([first]) => columnOf(kind, first!)!.label);
