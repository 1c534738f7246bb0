import type { Sector } from '../sector';
import table2025 from './table-2025.json';
import table from './table.json';

/** NAF 2025 replaces NAF rev. 2 in the Sirene register from January 2027; for a time companies give one or the other. */
export type NafEdition = 'NAF rév. 2' | 'NAF 2025';

/** A code of the French nomenclature of activities, and the rally sector we propose for it. */
export interface NafCode {
	code: string;
	label: string;
	sector: Sector;
	edition: NafEdition;
}

type Rows = Record<string, [label: string, sector: Sector]>;
/** Their last letters differ (A to F and Z, then G to L and Y): no code belongs to both. */
const editions: readonly [NafEdition, Rows][] = [
	['NAF rév. 2', table as unknown as Rows],
	['NAF 2025', table2025 as unknown as Rows]
];

/** « 10.71c », « 1071C » → « 10.71C »; null when it has not the form of a code. */
export function readNaf(text: string): string | null {
	const code = text
		.toUpperCase()
		.replace(/[\s.]/g, '')
		.replace(/^(\d{2})(\d{2}[A-Z])$/, '$1.$2');
	return /^\d{2}\.\d{2}[A-Z]$/.test(code) ? code : null;
}

/** What a code means; null when neither NAF rev. 2 nor NAF 2025 has it (an older edition may). */
export function nafOf(text: string): NafCode | null {
	const code = readNaf(text);
	if (!code) return null;
	for (const [edition, rows] of editions) {
		const row = Object.hasOwn(rows, code) ? rows[code] : undefined;
		if (row) return { code, label: row[0], sector: row[1], edition };
	}
	return null;
}
