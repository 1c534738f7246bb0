import { searchable } from '$lib/domain/french';

/**
 * A commune's name as people spell it, reduced to one form: « ST ETIENNE S/ CHALARONNE », « Le Teil », « LYON CEDEX 03 »,
 * « Paris 12e » read as « saint etienne sur chalaronne », « teil », « lyon », « paris ».
 */
export function communeKey(text: string): string {
	const name = searchable(text);
	// Nearly every name is letters alone: the 35,000 of the table are read in one go.
	const plain = /^[a-z ]+$/.test(name) ? name : lettersOf(name);
	return plain
		.replace(/\bst(?=e?\b)/g, 'saint')
		.replace(/^(les?|la|l) (?=.)/, '')
		.replace(/ cedex$/, '');
}

const lettersOf = (name: string): string =>
	name
		.replace(/\bs\/s(?![a-z])\/?/g, ' sous ')
		.replace(/\bs\//g, ' sur ')
		.replace(/ \d+ ?(er|e|eme|ieme)?( arrondissement)?$/, '')
		.replace(/[^a-z ]/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();

/** « 7000 » lost its zero in a spreadsheet, « 07 000 » has a space: both are 07000. Null when it is no postcode. */
export function readPostcode(text: string): string | null {
	const digits = text.replace(/\s/g, '');
	return /^\d{4,5}$/.test(digits) ? digits.padStart(5, '0') : null;
}

/** The département as it begins a postcode; Corsica's two share 20. */
export const postcodeArea = (postcode: string): string => postcode.slice(0, /^9[78]/.test(postcode) ? 3 : 2);

/** '07', '2A', '971': the département of an INSEE code. */
export const departmentOf = (insee: string): string => insee.slice(0, /^9[78]/.test(insee) ? 3 : 2);

/** Fewest letters to add, drop or change to turn `a` into `b` (Levenshtein). */
export function misspellings(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
		}
		row = next;
	}
	return row[b.length]!;
}
