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

/** Searches and sorts rows as the address asks: `?q=…&tri=…&ordre=desc`. Unknown columns are ignored. */
export function listing<T>(all: T[], url: URL, { text, columns, first }: Reading<T>): Listing<T> {
	const query = (url.searchParams.get('q') ?? '').slice(0, 100);
	const asked = url.searchParams.get('tri') ?? '';
	const by = Object.hasOwn(columns, asked) ? asked : first;
	const descending = url.searchParams.get('ordre') === 'desc';

	const words = searchable(query).split(' ').filter(Boolean);
	const found =
		words.length === 0
			? [...all]
			: all.filter((row) => {
					const content = searchable(text(row));
					return words.every((word) => content.includes(word));
				});
	const value = columns[by]!;
	found.sort((a, b) => compare(value(a), value(b)) * (descending ? -1 : 1));
	return { rows: found, total: all.length, query, sort: { by, descending } };
}

const compare = (a: string | number, b: string | number): number =>
	typeof a === 'number' && typeof b === 'number' ? a - b : french.compare(String(a), String(b));
