/*
 * What spreadsheets do to identifiers: they take them for numbers, drop their first zeros, round them, write them
 * as powers of ten. A repair is proposed, never made in silence; what is lost is said to be.
 */

export type Mangled =
	| { text: string; cause: 'lost-zero' | 'number' | 'prefix' | 'several' }
	| { text: null; cause: 'rounded' | 'siren' };

const SCIENTIFIC = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i;

/** All the digits of « 7.3282932000074E+13 », or null when some were rounded away. */
function digitsOf(text: string): { digits: string | null } | null {
	const match = SCIENTIFIC.exec(text.replace(/\s/g, ''));
	if (!match) return null;
	const [, first, decimals = '', exponent] = match;
	const known = first! + decimals;
	return { digits: known.length > Number(exponent) ? known.slice(0, Number(exponent) + 1) : null };
}

/** A number that a spreadsheet wrote with decimals or as a power of ten, as digits. */
function asDigits(text: string): { text: string; changed: boolean } | 'rounded' {
	const scientific = digitsOf(text);
	if (scientific) return scientific.digits ? { text: scientific.digits, changed: true } : 'rounded';
	const decimal = /^(\d+)[.,]0+$/.exec(text.trim());
	return decimal ? { text: decimal[1]!, changed: true } : { text, changed: false };
}

export function mangledSiret(text: string): Mangled | null {
	const read = asDigits(text);
	if (read === 'rounded') return { text: null, cause: 'rounded' };
	const stripped = read.text.replace(/^\s*(n°\s*)?siret\s*:?/i, '');
	const digits = stripped.replace(/[\s\u00a0\u202f.'’-]/g, '');
	if (!/^\d+$/.test(digits)) return null;
	if (digits.length === 13 || digits.length === 12)
		return { text: digits.padStart(14, '0'), cause: 'lost-zero' };
	if (digits.length === 9) return { text: null, cause: 'siren' };
	if (digits.length !== 14) return null;
	if (read.changed) return { text: digits, cause: 'number' };
	return digits === text.replace(/[\s.]/g, '') ? null : { text: digits, cause: 'prefix' };
}

export function mangledPostcode(text: string): Mangled | null {
	const read = asDigits(text);
	if (read === 'rounded') return { text: null, cause: 'rounded' };
	const digits = read.text
		.replace(/\s/g, '')
		.replace(/^F-?/i, '')
		.replace(/cedex.*$/i, '');
	if (/^\d{4}$/.test(digits)) return { text: `0${digits}`, cause: 'lost-zero' };
	if (!/^\d{5}$/.test(digits)) return null;
	if (read.changed) return { text: digits, cause: 'number' };
	return digits === text.replace(/\s/g, '') ? null : { text: digits, cause: 'prefix' };
}

const isPhone = (digits: string) => /^0\d{9}$/.test(digits) || /^(\+33|0033)0?[1-9]\d{8}$/.test(digits);
const bare = (text: string) => text.replace(/[^\d+]/g, '');

export function mangledPhone(text: string): Mangled | null {
	const read = asDigits(text);
	if (read === 'rounded') return { text: null, cause: 'rounded' };
	const digits = bare(read.text);
	if (/^[\d\s+()./–-]*$/.test(text) && isPhone(digits)) return null;

	const numbers = read.text
		.split(/[/;,\n]|\bou\b|\bet\b|\s-\s/i)
		.map(bare)
		.filter(Boolean);
	if (numbers.length > 1 && isPhone(numbers[0]!)) return { text: numbers[0]!, cause: 'several' };
	if (/^[1-9]\d{8}$/.test(digits)) return { text: `0${digits}`, cause: 'lost-zero' };
	if (/^33[1-9]\d{8}$/.test(digits)) return { text: `+${digits}`, cause: 'number' };
	if (isPhone(digits)) return { text: digits, cause: read.changed ? 'number' : 'prefix' };
	return null;
}

export function mangledEmail(text: string): Mangled | null {
	const addresses = text.match(/[^\s<>;,:()"']+@[^\s<>;,:()"']+\.[a-z]{2,}/gi) ?? [];
	const trimmed = text.trim();
	if (addresses.length === 0 || (addresses.length === 1 && addresses[0] === trimmed)) return null;
	return { text: addresses[0]!, cause: addresses.length > 1 ? 'several' : 'prefix' };
}

/** What happened to the value, for the person who decides whether the repair is right. */
export const causeInWords: Record<Mangled['cause'], string> = {
	'lost-zero': 'Le tableur a sans doute effacé le zéro du début.',
	number: 'Le tableur l’a pris pour un nombre.',
	prefix: 'Il y a autre chose dans la cellule.',
	several: 'Il y en a plusieurs dans la cellule : seul le premier serait gardé.',
	rounded: 'Le tableur l’a arrondi : les derniers chiffres sont perdus, il faut les retrouver.',
	siren: 'Neuf chiffres, c’est un SIREN : il manque les cinq chiffres de l’établissement.'
};
