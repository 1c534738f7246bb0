import { EncryptedFileError, formatValue, type CellValue, type Sheet as Read, type Workbook } from 'hucre';
import { readXls, readXlsx } from 'hucre/xlsx';
import {
	columnLetter,
	limits,
	type Cell,
	type Reading,
	type Sheet,
	type Unreadable
} from '../../domain/import/sheet';
import { writeDecimal, yesOrNo } from '../../domain/import/values';
import { fillMerged } from './merged-cells';

/** One of the two files that know the library (the other writes): XLSX and old XLS become sheets of text. */

type Format = 'xlsx' | 'xls';
const readers = { xlsx: readXlsx, xls: readXls };
/** A little more than is allowed, so that what is beyond is noticed; more would be laid out in memory for nothing. */
const AREA = `A1:${columnLetter(limits.columns + 20)}${limits.rows + 1000}`;

/** Reads a workbook whose archive was weighed before. Throws what a damaged file makes it throw. */
export async function readWorkbook(bytes: Uint8Array, format: Format): Promise<Reading | Unreadable> {
	let book: Workbook;
	try {
		book = await readers[format](bytes, { readStyles: true, range: AREA });
	} catch (problem) {
		return { code: problem instanceof EncryptedFileError ? 'encrypted' : 'damaged' };
	}
	const sheets: Sheet[] = [];
	for (const read of book.sheets) {
		const rows = trimmed(read.rows);
		if (rows.length > limits.rows + 400) return { code: 'too-many-rows' };
		if (rows.some((row) => row.length > limits.columns)) return { code: 'too-wide' };
		sheets.push({
			...asSheet(read, rows),
			hidden: Boolean(read.hidden || read.veryHidden)
		});
	}
	return { sheets, format, encoding: null, separator: null };
}

function asSheet(read: Read, rows: CellValue[][]): Sheet {
	const cells = rows.map((row, r) =>
		row.map((value, c): Cell => asCell(value, read.cells?.get(`${r},${c}`)?.style?.numFmt))
	);
	const unsolvedFormulas = [...(read.cells?.values() ?? [])].filter(
		({ formula, formulaResult, value }) =>
			formula !== undefined && (value === null || value === '') && (formulaResult ?? null) === null
	).length;
	fillMerged(cells, read.merges ?? []);
	return { name: read.name.slice(0, 80), hidden: false, rows: cells, unsolvedFormulas };
}

/** Without the empty lines and columns that formatting leaves at the end. */
function trimmed(rows: CellValue[][]): CellValue[][] {
	const empty = (value: CellValue | undefined) => value === null || value === undefined || value === '';
	let last = rows.length;
	while (last > 0 && rows[last - 1]!.every(empty)) last--;
	return rows.slice(0, last).map((row) => {
		let end = row.length;
		while (end > 0 && empty(row[end - 1])) end--;
		return row.slice(0, end);
	});
}

/** Formats that put back first zeros: « 00000 », « 0# ## ## ## ## ». */
const PADDED = /^0[0#]/;

function asCell(value: CellValue | undefined, format = ''): Cell {
	if (value === null || value === undefined) return { text: '', kind: 'text' };
	if (typeof value === 'boolean') return { text: yesOrNo(value), kind: 'boolean' };
	if (value instanceof Date) return { text: dateText(value, format), kind: 'date' };
	if (typeof value === 'number') {
		const padded = Number.isInteger(value) && value >= 0 && PADDED.test(format.replace(/["\\\s]/g, ''));
		return { text: padded ? formatValue(value, format) : writeDecimal(value), kind: 'number' };
	}
	const text = String(value);
	const time = /^PT(\d{1,2})H(\d{2})M/.exec(text);
	if (time) return { text: `${time[1]!.padStart(2, '0')}:${time[2]}`, kind: 'date' };
	if (/^#(N\/A|REF!|VALUE!|VALEUR!|NAME\?|NOM\?|DIV\/0!|NULL!|NUM!)/.test(text))
		return { text, kind: 'error' };
	return { text: text.trim().slice(0, limits.cell), kind: 'text' };
}

/** A day as « 2027-06-08 », a time alone as « 09:05 »: spreadsheets count both from 1899. */
function dateText(date: Date, format: string): string {
	if (Number.isNaN(date.getTime())) return '';
	const iso = date.toISOString();
	const [day, time] = [iso.slice(0, 10), iso.slice(11, 16)];
	if (date.getUTCFullYear() < 1901 || /^\[?h+\]?:m+/i.test(format)) return time;
	return time === '00:00' ? day : `${day} ${time}`;
}
