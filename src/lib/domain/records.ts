/** The kinds of record whose every change is kept: what was there before, what is there now, who and when. */
export const recordKinds = {
	rally: 'rallye',
	company: 'entreprise',
	participant: 'participant',
	vehicle: 'véhicule',
	accompanist: 'accompagnateur',
	partner: 'partenaire',
	guest: 'invitation à la clôture',
	contact: 'interlocuteur',
	exchange: 'échange',
	commitment: 'engagement',
	session: 'information collective',
	bilan: 'bilan',
	task: 'tâche',
	'committee-member': 'membre du comité de pilotage',
	meeting: 'réunion du comité de pilotage',
	challenge: 'défi'
} as const;
export type RecordKind = keyof typeof recordKinds;

/** How a field of a record is called on screen, and how its value is said (used when two people changed it). */
export interface FieldWords {
	label: string;
	words?: (value: never) => string;
}
export type Fields<T> = { readonly [Name in keyof T]: FieldWords };

/** A value in French words, for a person to compare. */
export function inWords(field: FieldWords | undefined, value: unknown): string {
	if (value === null || value === undefined || value === '') return 'rien';
	if (field?.words) return field.words(value as never) || 'rien';
	if (typeof value === 'boolean') return value ? 'oui' : 'non';
	if (Array.isArray(value)) return value.length === 0 ? 'rien' : value.join(', ');
	return String(value);
}

export interface Merge<T> {
	/** My values, with theirs wherever I had changed nothing. */
	merged: T;
	/** Fields that both changed, differently: mine are kept and theirs are to be shown. */
	clashes: (keyof T & string)[];
}

/** Puts two people's edits of one record together, field by field, from what both had opened. */
export function mergeEdits<T extends object>(base: Partial<T> | null, theirs: T, mine: T): Merge<T> {
	const merged = { ...mine };
	const clashes: (keyof T & string)[] = [];
	for (const name of Object.keys(mine) as (keyof T & string)[]) {
		if (same(mine[name], theirs[name])) continue;
		const known = base !== null && name in base;
		if (known && same(mine[name], base[name])) merged[name] = theirs[name];
		else if (!known || !same(theirs[name], base[name])) clashes.push(name);
	}
	return { merged, clashes };
}

/** Equal as stored: order of keys does not count, nor a missing value against null. */
export function same(a: unknown, b: unknown): boolean {
	if (a === b || (a ?? null) === (b ?? null)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) !== Array.isArray(b)) return false;
	const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
	return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) =>
		same(left[key], right[key])
	);
}
