import { searchable } from '../french';
import table from './table.json';

/** A trade of the ROME, France Travail's register of trades; without a label when the table does not know the code. */
export interface Trade {
	code: string;
	label: string | null;
}

const labels = table as Readonly<Record<string, string>>;

export const isRomeCode = (text: string): boolean => /^[A-N]\d{4}$/.test(text);

export const tradeOf = (code: string): Trade => ({
	code,
	label: Object.hasOwn(labels, code) ? labels[code]! : null
});

/** « Boulanger / Boulangère », « Aide à domicile », or the code that no label says. */
export const tradeName = (code: string): string => tradeOf(code).label ?? code;

/** « Débit, assemblage (Menuisier / Menuisière) »: what is shown, with what its codes mean; unknown codes say nothing. */
export function tradesSeen({
	tradesShown,
	romeCodes
}: {
	tradesShown: string;
	romeCodes: readonly string[];
}) {
	const shown = tradesShown.trim();
	const named = romeCodes.flatMap((code) => tradeOf(code).label ?? []).join(', ');
	return shown && named ? `${shown} (${named})` : shown || named;
}

/**
 * Codes and labels as typed, separated by commas, semicolons or lines: « D1102, Boucher », « D1102 Boulanger ». A label
 * counts whole or for one gender, accents and capitals aside; a code of the right form is kept whether known or not.
 */
export function readTrades(text: string): { codes: string[]; unknown: string[] } {
	const codes: string[] = [];
	const unknown: string[] = [];
	for (const chunk of text.split(/[;\n]/)) {
		const pieces = chunk.split(',').map((piece) => piece.trim()).filter(Boolean); // prettier-ignore
		for (let at = 0; at < pieces.length;) {
			// Some labels have a comma: the longest that is one wins.
			const lengths = Array.from({ length: pieces.length - at }, (_, i) => pieces.length - at - i);
			const length = lengths.find((many) => codeOf(pieces.slice(at, at + many).join(', '), many === 1));
			if (length) codes.push(codeOf(pieces.slice(at, at + length).join(', '), length === 1)!);
			else unknown.push(pieces[at]!);
			at += length ?? 1;
		}
	}
	return { codes: [...new Set(codes)], unknown };
}

/** Trades whose label has every word of what is being typed, the shortest label first. */
export function suggestTrades(typed: string, most: number): Trade[] {
	const words = searchable(typed.split(/[,;\n]/).at(-1)!).split(/[^a-z0-9]+/).filter(Boolean); // prettier-ignore
	if (words.join('').length < 3) return [];
	return Object.entries(labels)
		.filter(([code, label]) =>
			words.every((word) => plain(label).includes(word) || code.toLowerCase() === word)
		) // prettier-ignore
		.sort(([, a], [, b]) => a.length - b.length)
		.slice(0, most)
		.map(([code, label]) => ({ code, label }));
}

/** What was typed with the piece being written replaced by a trade that was suggested. */
export const withTrade = (typed: string, code: string): string =>
	`${typed.replace(/[^,;\n]*$/, '').trimEnd()} ${code}, `.trimStart();

/** `alone`: nothing else is tried, so that what follows a code may be any words. */
function codeOf(text: string, alone: boolean): string | null {
	const [, code, rest] = /^([A-N]\d{4})\b[\s:–-]*(.*)$/i.exec(text) ?? [];
	if (!code) return byLabel().get(plain(text)) ?? null;
	return alone || plain(rest!) === plain(tradeName(code.toUpperCase())) ? code.toUpperCase() : null;
}

const plain = (text: string): string => searchable(text).replaceAll('’', "'").replace(/\s*\/\s*/g, ' / ').trim(); // prettier-ignore

let known: Map<string, string | null> | null = null;

/** Every way of saying a label → its code; null where two trades are said alike. */
function byLabel(): Map<string, string | null> {
	if (known) return known;
	known = new Map();
	for (const [code, label] of Object.entries(labels))
		for (const one of new Set([label, ...genders(label)].map(plain)))
			known.set(one, known.has(one) && known.get(one) !== code ? null : code);
	return known;
}

/** « Agent / Agente d’accueil » → « Agent d’accueil », « Agente d’accueil ». */
function genders(label: string): string[] {
	const [his, hers, ...more] = label.split(' / ');
	if (!his || !hers || more.length > 0) return [];
	const tail = hers.split(' ').slice(his.split(' ').length);
	return [[his, ...tail].join(' '), hers];
}
