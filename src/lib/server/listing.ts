import { french, searchable } from '$lib/domain/french';

export interface Listing<T> {
	rows: T[];
	/** How many there are before searching. */
	total: number;
	query: string;
	sort: { by: string; descending: boolean };
}

interface Reading<T> {
	/** The text in which the words typed are looked for. */
	text: (row: T) => string;
	/** What each column sorts by. */
	columns: Record<string, (row: T) => string | number>;
	/** The column sorted by when none is asked for. */
	first: string;
}

/** What the address looks for, `?q=…`, and whether a text holds all its words. */
export function search(url: URL): { query: string; holds: (text: string) => boolean } {
	const query = (url.searchParams.get('q') ?? '').slice(0, 100);
	const words = searchable(query).split(' ').filter(Boolean);
	return {
		query,
		holds: (text) => words.length === 0 || words.every((word) => searchable(text).includes(word))
	};
}

/** Searches and sorts rows as the address asks: `?q=…&tri=…&ordre=desc`. Unknown columns are ignored. */
export function listing<T>(all: T[], url: URL, { text, columns, first }: Reading<T>): Listing<T> {
	const { query, holds } = search(url);
	const asked = url.searchParams.get('tri') ?? '';
	const by = Object.hasOwn(columns, asked) ? asked : first;
	const descending = url.searchParams.get('ordre') === 'desc';

	const found = query ? all.filter((row) => holds(text(row))) : [...all];
	const value = columns[by]!;
	found.sort((a, b) => compare(value(a), value(b)) * (descending ? -1 : 1));
	return { rows: found, total: all.length, query, sort: { by, descending } };
}

const compare = (a: string | number, b: string | number): number =>
	typeof a === 'number' && typeof b === 'number' ? a - b : french.compare(String(a), String(b));
