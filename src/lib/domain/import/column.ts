import type { IsoDate } from '../calendar';
import { quoted } from '../french';
import type { Mangled } from './mangled';
import {
	choiceReader,
	choicesReader,
	readNumber,
	readYesNo,
	writeDecimal,
	yesOrNo,
	type OtherWords
} from './values';

/** What can be imported from a spreadsheet. */
export const importKinds = {
	company: 'Entreprises',
	participant: 'Participants',
	vehicle: 'Véhicules',
	accompanist: 'Accompagnateurs'
} as const;
export type ImportKind = keyof typeof importKinds;

/** A form's fields as text, being filled from a row. */
export type Typed = Record<string, unknown>;

export interface Context {
	/** First day of the rally: ages are reckoned from it. */
	date: IsoDate;
	/** The companies of the rally, which a file knows by name. */
	companies: readonly { id: string; name: string; commune: string }[];
}

/** Something that a column of a file can be. */
export interface Column {
	key: string;
	/** As on screen; also the header of exports. */
	label: string;
	/** The field of the form that it fills: where a fault of that field is shown. */
	field: string;
	/** Other headers it goes by, in plain words. */
	headers: readonly string[];
	/** Writes a cell, never empty, into the form; answers a message when the text is not understood. */
	fill(typed: Typed, text: string, context: Context): string | void;
	/** What a cell of that column looks like when no header says it. */
	looks?: (text: string) => boolean;
	/** What a spreadsheet may have done to it. */
	mangled?: (text: string) => Mangled | null;
	/** Choices offered on screen: value as written in the cell. */
	choices?: readonly string[];
	/** Several columns may feed it, the first that is filled wins: « Fixe » and « Portable ». */
	several?: boolean;
	/** How the value of a record is written in an export; without it the column is only read. */
	write?: (record: never) => string;
}

type Extra = Partial<Pick<Column, 'looks' | 'mangled' | 'several' | 'write'>>;
export type Named = { key: string; label: string; headers?: readonly string[] };

const value = (record: never, key: string): unknown => (record as Record<string, unknown>)[key];

/** Free text, or whatever the form's own schema reads as text. */
export const textColumn = ({ key, label, headers = [] }: Named, extra: Extra = {}): Column => ({
	key,
	label,
	field: key,
	headers,
	fill: (typed, text) => void (typed[key] = text),
	write: (record) => String(value(record, key) ?? ''),
	...extra
});

export const numberColumn = (named: Named): Column => ({
	...textColumn(named),
	fill: (typed, text) => void (typed[named.key] = readNumber(text)),
	write: (record) => writeDecimal((value(record, named.key) as number | null) ?? null)
});

export const yesNoColumn = ({ key, label, headers = [] }: Named): Column => ({
	key,
	label,
	field: key,
	headers,
	choices: ['oui', 'non'],
	fill(typed, text) {
		const read = readYesNo(text);
		if (read === null) return `Écrivez oui ou non, au lieu de ${quoted(text)}.`;
		typed[key] = read;
	},
	write: (record) => yesOrNo(value(record, key) === true)
});

/** One of a record of labels. */
export function choiceColumn<K extends string>(
	{ key, label, headers = [] }: Named,
	labels: Readonly<Record<K, string>>,
	words: OtherWords<K> = {}
): Column {
	const read = choiceReader(labels, words);
	return {
		key,
		label,
		field: key,
		headers,
		choices: Object.values(labels),
		fill(typed, text) {
			const choice = read(text);
			if (choice === null) return `${quoted(text)} n’est pas dans la liste : choisissez.`;
			typed[key] = choice;
		},
		looks: (text) => read(text) !== null,
		write: (record) => labels[value(record, key) as K] ?? ''
	};
}

/** Several of a record of labels, in one cell. */
export function choicesColumn<K extends string>(
	{ key, label, headers = [] }: Named,
	labels: Readonly<Record<K, string>>,
	words: OtherWords<K> = {}
): Column {
	const read = choicesReader(labels, words);
	return {
		key,
		label,
		field: key,
		headers,
		fill(typed, text) {
			const { keys, unknown } = read(text);
			if (unknown.length > 0) return `${quoted(unknown.join(', '))} n’est pas dans la liste.`;
			typed[key] = keys;
		},
		looks: (text) => read(text).unknown.length === 0,
		write: (record) => (value(record, key) as K[]).map((one) => labels[one]).join(' ; ')
	};
}

/** A column of its own for one item of a list: « RSA : oui ». */
export const itemColumn = (
	field: string,
	item: string,
	label: string,
	headers: readonly string[]
): Column => ({
	key: `${field}:${item}`,
	label,
	field,
	headers,
	choices: ['oui', 'non'],
	fill(typed, text) {
		const read = readYesNo(text) ?? (headers.includes(text.trim().toLowerCase()) ? true : null);
		if (read === null) return `Écrivez oui ou non, au lieu de ${quoted(text)}.`;
		const others = ((typed[field] as string[] | undefined) ?? []).filter((one) => one !== item);
		typed[field] = read ? [...others, item] : others;
	}
});
