import type { Sector } from '../sector';
import table from './table.json';

/** A code of the French nomenclature of activities (NAF rev. 2), and the rally sector we propose for it. */
export interface NafCode {
	code: string;
	label: string;
	sector: Sector;
}

const rows = table as unknown as Record<string, [label: string, sector: Sector]>;

/** « 10.71c », « 1071C » → « 10.71C »; null when it has not the form of a code. */
export function readNaf(text: string): string | null {
	const code = text
		.toUpperCase()
		.replace(/[\s.]/g, '')
		.replace(/^(\d{2})(\d{2}[A-Z])$/, '$1.$2');
	return /^\d{2}\.\d{2}[A-Z]$/.test(code) ? code : null;
}

/** What a code means; null when NAF rev. 2 has no such code (an older or a newer edition may). */
export function nafOf(text: string): NafCode | null {
	const code = readNaf(text);
	const row = code && Object.hasOwn(rows, code) ? rows[code] : undefined;
	return row ? { code: code!, label: row[0], sector: row[1] } : null;
}
