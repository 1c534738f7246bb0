import { writeXlsx as write } from 'hucre/xlsx';
import { guarded } from './separated';

/** A list as a file shows it: headers, then one row of text per record. */
export interface Listed {
	name: string;
	headers: readonly string[];
	rows: readonly (readonly string[])[];
}

const cell = (text: string): string => {
	const safe = guarded(text);
	return /[";\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

/** CSV as French spreadsheets open it by a double click: semicolons, a byte order mark, Windows line ends. */
export const writeCsv = ({ headers, rows }: Listed): Uint8Array<ArrayBuffer> =>
	new TextEncoder().encode(
		`\uFEFF${[headers, ...rows].map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`
	);

/** JSON for another program: one object per record, under the headers of the list. Nothing there is ever calculated. */
export const writeJson = ({ headers, rows }: Listed): Uint8Array<ArrayBuffer> =>
	new TextEncoder().encode(
		`${JSON.stringify(
			rows.map((row) => Object.fromEntries(headers.map((header, i) => [header, row[i] ?? '']))),
			null,
			'\t'
		)}\n`
	);

/** XLSX whose cells are all text: no first zero is lost, and nothing in it can be a formula. */
export async function writeXlsx({ name, headers, rows }: Listed): Promise<Uint8Array<ArrayBuffer>> {
	const widths = headers.map((header, i) =>
		Math.min(60, Math.max(10, header.length, ...rows.slice(0, 200).map((row) => row[i]?.length ?? 0)) + 2)
	);
	const bytes = await write({
		sheets: [
			{
				name: name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31),
				columns: widths.map((width) => ({ width, style: { numFmt: '@' } })),
				rows: [[...headers], ...rows.map((row) => row.map((text) => text || null))],
				freezePane: { rows: 1 }
			}
		],
		defaultFont: { name: 'Calibri', size: 11 }
	});
	return new Uint8Array(bytes);
}
