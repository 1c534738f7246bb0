import { accompanistColumns } from './accompanist-columns';
import type { Column, ImportKind } from './column';
import { companyColumns } from './company-columns';
import { participantColumns } from './participant-columns';
import type { Cell } from './sheet';
import { plain } from './values';
import { vehicleColumns } from './vehicle-columns';

export const columnsOf: Record<ImportKind, readonly Column[]> = {
	company: companyColumns,
	participant: participantColumns,
	vehicle: vehicleColumns,
	accompanist: accompanistColumns
};

export const columnOf = (kind: ImportKind, key: string | null): Column | null =>
	columnsOf[kind].find((column) => column.key === key) ?? null;

/** Header → keys that claim it, the likeliest first: « Nom » is the company, or its contact when that is taken. */
const byHeader = Object.fromEntries(
	(Object.keys(columnsOf) as ImportKind[]).map((kind) => {
		const known = new Map<string, string[]>();
		for (const { key, label, headers } of columnsOf[kind]) {
			for (const header of [label, ...headers]) {
				const claims = known.get(plain(header)) ?? [];
				if (!claims.includes(key)) known.set(plain(header), [...claims, key]);
			}
		}
		return [kind, known];
	})
) as Record<ImportKind, Map<string, string[]>>;

/** What a header says by itself: exactly, by its last words (« Contact – Téléphone »), or by its first ones. */
export function recognise(kind: ImportKind, header: string): { keys: string[]; exact: boolean } | null {
	const known = byHeader[kind];
	const text = plain(header.replace(/\(.*?\)|\*/g, ' '));
	if (!text) return null;
	const exact = known.get(plain(header)) ?? known.get(text);
	if (exact) return { keys: exact, exact: true };
	const words = text.split(' ');
	if (words.length > 7) return null;
	for (let length = words.length - 1; length > 0; length--) {
		const end = known.get(words.slice(-length).join(' '));
		const start = known.get(words.slice(0, length).join(' '));
		const found = start ?? end;
		// One short word inside a longer header says too little: « date de contact » is no contact.
		if (found && (length > 1 || words.length === 2)) return { keys: found, exact: false };
	}
	return null;
}

/** Header in plain words → key, '' for « ne pas importer »: what this organisation chose before. */
export type Remembered = Readonly<Record<string, string>>;

export interface Proposal {
	key: string | null;
	/** Why: shown beside the choice, so that a guess is seen as one. */
	why: 'remembered' | 'header' | 'guess' | 'content' | 'taken' | 'nothing';
}

/** What each column of the file is taken for, until a person says otherwise. */
export function proposeColumns(
	kind: ImportKind,
	headers: readonly string[],
	rows: readonly (readonly Cell[])[],
	remembered: Remembered = {}
): Proposal[] {
	const proposals: Proposal[] = headers.map(() => ({ key: null, why: 'nothing' }));
	const taken = new Set<string>();
	const free = (key: string) => !taken.has(key) || columnOf(kind, key)?.several === true;
	const pass = (propose: (index: number) => { key: string | null; why: Proposal['why'] } | null) =>
		headers.forEach((_, index) => {
			if (proposals[index]!.why !== 'nothing' && proposals[index]!.why !== 'taken') return;
			const proposal = propose(index);
			if (!proposal) return;
			if (proposal.key !== null && !free(proposal.key)) {
				proposals[index] = { key: null, why: 'taken' };
				return;
			}
			if (proposal.key) taken.add(proposal.key);
			proposals[index] = proposal;
		});

	pass((index) => {
		const key = remembered[plain(headers[index]!)];
		if (key === undefined) return null;
		return { key: columnOf(kind, key)?.key ?? null, why: 'remembered' };
	});
	const empty = (index: number) => rows.every((row) => !row[index]?.text.trim());
	for (const exact of [true, false]) {
		pass((index) => {
			const found = recognise(kind, headers[index]!);
			if (!found || found.exact !== exact || empty(index)) return null;
			return { key: found.keys.find(free) ?? found.keys[0]!, why: exact ? 'header' : 'guess' };
		});
	}
	pass((index) => {
		const key = proposals[index]!.why === 'taken' ? null : keyOfContent(kind, headers[index]!, index, rows);
		return key && free(key) ? { key, why: 'content' } : null;
	});
	return proposals;
}

const SAMPLE = 60;

/** What the cells themselves look like: addresses, numbers and codes say what they are. */
function keyOfContent(
	kind: ImportKind,
	header: string,
	index: number,
	rows: readonly (readonly Cell[])[]
): string | null {
	const cells = rows
		.map((row) => row[index]?.text.trim() ?? '')
		.filter(Boolean)
		.slice(0, SAMPLE);
	if (cells.length < 2) return null;
	// Five digits under a header of their own are a code of something else: INSEE, an account, an article.
	const named = !/^colonne /i.test(header);
	const certain = columnsOf[kind].filter(
		({ key, looks, choices }) => looks && !choices && !(named && key === 'postcode')
	);
	return certain.find(({ looks }) => cells.filter(looks!).length >= cells.length * 0.8)?.key ?? null;
}
