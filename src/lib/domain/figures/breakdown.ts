import type { Breakdown, Part } from './rally-figures';

/** A breakdown with the rows of each part; those of whom nothing is known stand under ''. */
export interface TracedBreakdown {
	breakdown: Breakdown;
	rows: Record<string, string[]>;
}

/** Each row in one part, or unknown: parts and unknown add up to the population. Empty parts are left out. */
export const toldApart = <R extends { id: string }>(
	rows: readonly R[],
	keyOf: (row: R) => string | null,
	labels: Readonly<Record<string, string>>
): TracedBreakdown => toldApartBySeveral(rows, (row) => (keyOf(row) ? [keyOf(row)!] : []), labels);

/** Each row in as many parts as it has keys: the parts overlap and are never summed. */
export function toldApartBySeveral<R extends { id: string }>(
	rows: readonly R[],
	keysOf: (row: R) => readonly string[],
	labels: Readonly<Record<string, string>>
): TracedBreakdown {
	const found: Record<string, string[]> = {};
	for (const row of rows) {
		const keys = [...new Set(keysOf(row))].filter((key) => Object.hasOwn(labels, key));
		for (const key of keys.length > 0 ? keys : ['']) (found[key] ??= []).push(row.id);
	}
	return {
		breakdown: {
			population: rows.length,
			parts: Object.entries(labels).flatMap(([key, label]): Part[] =>
				found[key] ? [{ key, label, count: found[key].length }] : []
			),
			unknown: found['']?.length ?? 0
		},
		rows: found
	};
}
