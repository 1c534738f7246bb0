import { dayParts, halfDay, type DayPart } from '../calendar';
import type { Slot } from '../company';
import { clockInput, searchable } from '../french';
import { readClockText } from './clock';

/** A text reduced to its words: « N° SIRET : » and « n siret » are one header. */
export const plain = (text: string): string =>
	searchable(text)
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();

const YES = new Set(['oui', 'o', 'vrai', 'true', 'x', '1', 'ok', 'yes', 'y', 'coche', 'v']);
const NO = new Set(['non', 'n', 'faux', 'false', '0', 'no', 'aucun', 'aucune', 'pas']);

/** « Oui », « x », « VRAI », « ✓ » → true; null when it says neither. */
export function readYesNo(text: string): boolean | null {
	const word = plain(text);
	if (YES.has(word) || /^[✓✔☑✗✘☒]$/u.test(text.trim())) return !/[✗✘☒]/u.test(text);
	return NO.has(word) || text.trim() === '-' ? false : null;
}
export const yesOrNo = (value: boolean): string => (value ? 'oui' : 'non');

type Labels<K extends string> = Readonly<Record<K, string>>;
/** Key → other words that people write for it. */
export type OtherWords<K extends string> = Partial<Record<K, readonly string[]>>;

/** Reads one of a record of labels, by its label, its key, or another word for it. */
export function choiceReader<K extends string>(labels: Labels<K>, others: OtherWords<K> = {}) {
	const known = new Map<string, K>();
	for (const key of Object.keys(labels) as K[]) {
		for (const word of [key, labels[key], ...(others[key] ?? [])]) known.set(plain(word), key);
	}
	return (text: string): K | null => known.get(plain(text)) ?? null;
}

/** Cuts « RSA ; RQTH », « RSA, RQTH » or « RSA + RQTH » into its parts. */
export const parts = (text: string): string[] =>
	text
		.split(/[;,/+|\n]/)
		.map((part) => part.trim())
		.filter(Boolean);

/** Several of a record of labels; `unknown` holds what was not recognised. A label that holds a comma is one whole. */
export function choicesReader<K extends string>(labels: Labels<K>, others: OtherWords<K> = {}) {
	const one = choiceReader(labels, others);
	return (text: string): { keys: K[]; unknown: string[] } => {
		const pieces = text.split(/[;\n|]/).flatMap((piece) => (one(piece) ? [piece] : parts(piece)));
		const keys = pieces.flatMap((piece) => one(piece) ?? []);
		return { keys: [...new Set(keys)], unknown: pieces.filter((piece) => piece.trim() && !one(piece)) };
	};
}

/** « 2027-06-08 », « 08/06/2027 », « 8.6.27 » → « 2027-06-08 »; null when it is no date. */
export function readDay(text: string): string | null {
	const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text.trim());
	if (iso) return `${iso[1]}-${iso[2]}-${iso[3]}`;
	const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(text.trim());
	if (!french) return null;
	const [, day, month, year] = french;
	const full = year!.length === 4 ? year! : Number(year) > 40 ? `19${year}` : `20${year}`;
	return `${full}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
}

/** A slot as exports write it, and as people do: « 2027-06-08 de 09:00 à 11:30 », « 08/06/2027 9h-11h30 ». */
export const writeSlot = ({ date, from, to }: Slot): string =>
	`${date} de ${clockInput(from)} à ${clockInput(to)}`;

const SLOT = /^(\S+)\s*(?:,|:)?\s*(?:de|entre)?\s*(\d[\dh: ]*?)\s*(?:à|a|et|-|–|—)\s*(\d[\dh: ]*)$/i;

export interface TypedSlot {
	date: string;
	from: string;
	to: string;
}

/** Slots as the form types them; what cannot be read is told by its text. */
export function readSlots(text: string): { slots: TypedSlot[]; unknown: string[] } {
	const slots: TypedSlot[] = [];
	const unknown: string[] = [];
	for (const piece of text.split(/[;\n|]/).map((part) => part.trim())) {
		if (!piece) continue;
		const match = SLOT.exec(piece.replace(/[\u00a0\u202f]/g, ' '));
		const date = match && readDay(match[1]!);
		const from = match && readClockText(match[2]!);
		const to = match && readClockText(match[3]!);
		if (date && from && to) slots.push({ date, from, to });
		else unknown.push(piece);
	}
	return { slots, unknown };
}

export const writeHalfDay = (key: string): string => {
	const [date, part] = key.split(':') as [string, DayPart];
	return `${date} ${dayParts[part] ?? part}`;
};

const PARTS = ['', 'matin', 'apres midi', 'am', 'pm', 'journee', 'toute la journee'];

/** « 2027-06-08 matin ; 09/06/2027 » → half-days; a day alone is both. */
export function readHalfDays(text: string): { keys: string[]; unknown: string[] } {
	const keys: string[] = [];
	const unknown: string[] = [];
	for (const piece of text.split(/[;\n|]/).map((part) => part.trim())) {
		if (!piece) continue;
		const [day = ''] = piece.split(/[\s,]/);
		const date = readDay(day);
		const when = plain(piece.slice(day.length));
		if (!date || !PARTS.includes(when)) {
			unknown.push(piece);
			continue;
		}
		if (when !== 'apres midi' && when !== 'pm') keys.push(halfDay(date, 'morning'));
		if (when !== 'matin' && when !== 'am') keys.push(halfDay(date, 'afternoon'));
	}
	return { keys: [...new Set(keys)], unknown };
}

/** 4.612 → « 4,612 »; what a French spreadsheet takes for a number. */
export const writeDecimal = (value: number | null): string =>
	value === null ? '' : String(value).replace('.', ',');

/** « 1 234,5 » → « 1234,5 »; « 12,0 » → « 12 »: thousands and useless decimals are a spreadsheet's, not the person's. */
export function readNumber(text: string): string {
	const compact = text.replace(/[\s\u00a0\u202f]/g, '');
	return /^-?\d+[.,]0+$/.test(compact) ? compact.replace(/[.,]0+$/, '') : compact;
}
