import { limits, type Cell, type Reading, type Sheet, type Unreadable } from '../../domain/import/sheet';
import { writeDecimal, yesOrNo } from '../../domain/import/values';
import { fillMerged, type Area } from './merged-cells';
import { hiddenStyles, readTables, type RawCell, type RawTable } from './ods-xml';
import { entriesOf, inflate } from './zip';

/*
 * OpenDocument sheets, read here: hucre 1.0 lays out each run of « 16,376 empty cells » that LibreOffice writes at
 * the end of a line, and a real file of 20 KB takes all the memory there is.
 */

export function readOds(bytes: Uint8Array): Reading | Unreadable {
	const entries = entriesOf(bytes) ?? [];
	const part = (path: string) => {
		const entry = entries.find(({ name }) => name === path);
		const content = entry ? inflate(bytes, entry, limits.inflatedBytes) : 'damaged';
		return typeof content === 'string' ? null : new TextDecoder().decode(content);
	};
	if (part('META-INF/manifest.xml')?.includes('encryption-data')) return { code: 'encrypted' };
	const xml = part('content.xml');
	if (!xml || !xml.includes('<office:spreadsheet')) return { code: 'damaged' };
	const hidden = hiddenStyles(xml);
	const sheets: Sheet[] = [];
	for (const table of readTables(xml)) {
		const sheet = layOut(table);
		if ('code' in sheet) return sheet;
		sheets.push({ ...sheet, hidden: hidden.has(table.style) });
	}
	return { sheets, format: 'ods', encoding: null, separator: null };
}

function layOut(table: RawTable): Sheet | Unreadable {
	const rows: Cell[][] = [];
	const merged: Area[] = [];
	let unsolvedFormulas = 0;
	let blank = 0; // empty lines matter only if something follows
	for (const { repeated, cells } of table.rows) {
		const row: Cell[] = [];
		const areas: Area[] = [];
		const line = rows.length + blank;
		for (const raw of cells) {
			const cell = asCell(raw);
			if (raw.formula && !cell.text) unsolvedFormulas++;
			if (cell.text && row.length + raw.repeated > limits.columns) return { code: 'too-wide' };
			if (cell.text && raw.columns * raw.rows > 1)
				areas.push({ startRow: line, endRow: line + raw.rows - 1, startCol: row.length, endCol: row.length + raw.columns - 1 }); // prettier-ignore
			for (let i = 0; i < raw.repeated && row.length <= limits.columns; i++) row.push(cell);
		}
		while (row.length > 0 && !row.at(-1)!.text) row.pop();
		if (row.length === 0) {
			blank += repeated;
			continue;
		}
		if (line + repeated > limits.rows + 400) return { code: 'too-many-rows' };
		for (; blank > 0; blank--) rows.push([]);
		for (let i = 0; i < repeated; i++) rows.push(i === 0 ? row : [...row]);
		merged.push(...areas);
	}
	fillMerged(rows, merged);
	return { name: table.name.slice(0, 80), hidden: false, rows, unsolvedFormulas };
}

const cellOf = (text: string, kind: Cell['kind']): Cell => ({
	text: text.trim().slice(0, limits.cell),
	kind
});

function asCell({ type, value, text }: RawCell): Cell {
	if (/^(#[A-Z/0!?]+|Err:\d+)$/.test(text.trim())) return cellOf(text, 'error');
	switch (type) {
		case 'float':
		case 'currency':
		case 'percentage': {
			// « 07200 » shown for 7200: somebody asked for that zero.
			if (/^0\d[\d\s]*$/.test(text.trim())) return cellOf(text, 'number');
			const number = Number(value);
			return value === null || Number.isNaN(number)
				? cellOf(text, 'text')
				: cellOf(writeDecimal(number), 'number');
		}
		case 'boolean':
			return cellOf(yesOrNo(value === 'true'), 'boolean');
		case 'date':
			return cellOf(dayOf(value ?? text), 'date');
		case 'time': {
			const time = /^PT(\d+)H(\d+)M/.exec(value ?? '');
			return cellOf(time ? `${time[1]!.padStart(2, '0')}:${time[2]!.padStart(2, '0')}` : text, 'date');
		}
		default:
			return cellOf(text || (type === 'string' ? (value ?? '') : ''), 'text');
	}
}

/** « 2027-06-08T09:30:00 » → « 2027-06-08 09:30 », without a midnight that nobody wrote. */
function dayOf(value: string): string {
	const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(value);
	return !match ? value : match[2] && match[2] !== '00:00' ? `${match[1]} ${match[2]}` : match[1]!;
}
