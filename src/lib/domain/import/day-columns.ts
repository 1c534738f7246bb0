import { readHalfDay } from '../calendar';
import type { Declaration } from '../declaration';
import { quoted } from '../french';
import { textColumn, type Column, type Named } from './column';
import { readDay, readHalfDays, writeHalfDay } from './values';

const NO_DAY = 'n’est pas une date, par exemple 31/12/2027.';

export const dayColumn = (named: Named): Column => ({
	...textColumn(named),
	fill(typed, text) {
		const day = readDay(text);
		if (!day) return `${quoted(text)} ${NO_DAY}`;
		typed[named.key] = day;
	}
});

/** The half-days on which a person or a vehicle is not there. */
export const absencesColumn = (label: string, ...headers: string[]): Column => ({
	key: 'absences',
	label,
	field: 'absences',
	headers: ['absences', 'absence', 'indisponibilites', 'indisponible', ...headers],
	fill(typed, text) {
		const { keys, unknown } = readHalfDays(text);
		if (unknown.length > 0)
			return `${quoted(unknown.join(' ; '))} ne se lit pas : écrivez par exemple ${quoted('08/06/2027 matin')}.`;
		typed.absences = keys;
	},
	write: (record: never) =>
		(record as { absences: string[] }).absences
			.filter((key) => readHalfDay(key))
			.map(writeHalfDay)
			.join(' ; ')
});

/** A declared paper takes three columns: who says it is held, said when, and until when it holds. */
export const declarationColumns = ({ key, label, headers = [] }: Named): Column[] => {
	const part = (part: keyof Declaration, words: string, others: (paper: string) => string[]): Column => ({
		key: `${key}:${part}`,
		label: `${label} : ${words}`,
		field: key,
		headers: [label, ...headers].flatMap(others),
		fill(typed, text) {
			const read = part === 'by' ? text : readDay(text);
			if (!read) return `${quoted(text)} ${NO_DAY}`;
			typed[key] = { ...((typed[key] || {}) as Partial<Declaration>), [part]: read };
		},
		write: (record: never) => (record as Record<string, Declaration | null>)[key]?.[part] ?? ''
	});
	return [
		part('by', 'qui déclare', (paper) => [
			`${paper} declare par`,
			`${paper} declaree par`,
			`${paper} par`,
			`declarant ${paper}`
		]),
		part('on', 'déclaration du', (paper) => [`${paper} declare le`, `${paper} declaree le`]),
		part('until', 'valable jusqu’au', (paper) => [`${paper} jusqu au`, `validite ${paper}`, `fin ${paper}`])
	];
};
