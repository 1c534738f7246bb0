import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { maskBreakdown, maskOverlapping, maskParts, maskShare } from '$lib/domain/figures/mask';
import { maskTable, type MaskedTable } from '$lib/domain/figures/mask-table';

const masked = (...counts: number[]) =>
	maskParts(
		counts.map((count, at) => ({ key: String(at), count })),
		counts.reduce((a, b) => a + b, 0)
	).map(({ count }) => count);

describe('parts of a population', () => {
	test.each([
		[
			[14, 2],
			[null, null]
		],
		[
			[20, 9, 2],
			[20, null, null]
		],
		[
			[3, 3, 10],
			[null, null, 10]
		],
		[
			[1, 1, 8, 9],
			[null, null, null, 9]
		],
		[
			[3, 0, 7, 9],
			[null, 0, null, 9]
		],
		[
			[9, 9, 4],
			[null, null, null]
		],
		[
			[4, 4, 30],
			[null, null, null]
		],
		[
			[2, 1],
			[null, null]
		],
		[
			[8, 0, 8],
			[8, 0, 8]
		]
	])('%j is told as %j', (counts, told) => expect(masked(...counts)).toEqual(told));

	test('are hidden on their own when no total is printed', () =>
		expect(
			maskParts(
				[
					{ key: 'a', count: 2 },
					{ key: 'b', count: 9 }
				],
				null
			)
		).toEqual([
			{ key: 'a', count: null },
			{ key: 'b', count: 9 }
		]));

	test('must add up to their population', () =>
		expect(() => maskParts([{ key: 'a', count: 2 }], 3)).toThrow(RangeError));

	/**
	 * The strongest reader: knows the total, what is printed, and this very program. Every population that would be
	 * printed the same is written down: a hidden part must not be the same in all of them.
	 */
	test('cannot be found again, even by whoever knows how they are hidden', () => {
		for (const size of [2, 3, 4])
			for (let total = 1; total <= (size === 4 ? 18 : 30); total++) {
				const seen = new Map<string, number[][]>();
				for (const counts of populations(size, total)) {
					const told = JSON.stringify(masked(...counts));
					seen.set(told, [...(seen.get(told) ?? []), counts]);
				}
				for (const [told, possible] of seen)
					(JSON.parse(told) as (number | null)[]).forEach((count, at) => {
						const values = new Set(possible.map((counts) => counts[at]));
						if (count === null && values.size < 2)
							throw new Error(`${told} of ${total} is ${possible[0]!.join()}`);
					});
			}
	});

	test('leave no small group in sight, nor one by subtraction', () =>
		fc.assert(
			fc.property(fc.array(fc.nat(12), { minLength: 2, maxLength: 12 }), (counts) => {
				const told = masked(...counts);
				const hidden = counts.filter((_, at) => told[at] === null);
				expect(told.every((count) => count === null || count === 0 || count >= 5)).toBe(true);
				if (hidden.length === 0) return;
				const sum = hidden.reduce((a, b) => a + b, 0);
				expect(hidden.length).toBeGreaterThan(1);
				expect(sum >= 5 || hidden.length === counts.length).toBe(true);
			})
		));
});

test('parts that overlap are hidden with what is left of the population', () => {
	const parts = [2, 6, 12, 14, 0].map((count) => ({ key: String(count), count }));
	expect(maskOverlapping(parts, 14).map(({ count }) => count)).toEqual([null, 6, null, 14, 0]);
	expect(maskShare(9, 16)).toBe(9);
	expect(maskShare(13, 16)).toBeNull();
	expect(maskShare(0, 3)).toBeNull();
});

test('a breakdown hides those not known like the others', () => {
	const part = (key: string, count: number) => ({ key, label: key, count });
	expect(
		maskBreakdown({ population: 16, parts: [part('woman', 14), part('man', 0)], unknown: 2 }, false)
	).toMatchObject({ population: 16, unknown: null, parts: [{ count: null }, { count: 0 }] });
	expect(
		maskBreakdown({ population: 3, parts: [part('woman', 3)], unknown: 0 }, false).population
	).toBeNull();
});

describe('a two-way table with its margins', () => {
	test('keeps what is large', () =>
		expect(
			maskTable([
				[8, 7],
				[6, 5]
			])
		).toEqual({
			cells: [
				[8, 7],
				[6, 5]
			],
			rows: [15, 11],
			columns: [14, 12],
			total: 26
		}));

	test('cannot have a hidden cell or margin found again', () =>
		fc.assert(
			fc.property(
				fc
					.tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
					.chain(([height, width]) =>
						fc.array(fc.array(fc.nat(7), { minLength: width, maxLength: width }), {
							minLength: height,
							maxLength: height
						})
					)
					.filter((cells) => cells.flat().some((count) => count > 0)),
				(cells) => {
					const told = maskTable(cells);
					expect(told.cells.flat().every((count) => count === null || count === 0 || count >= 5)).toBe(true);
					const pinned = pinnedIn(told, cells);
					expect(pinned).toEqual([]);
				}
			),
			{ numRuns: 150 }
		));
});

/** Every way to share `total` people among `size` parts. */
function* populations(size: number, total: number): Generator<number[]> {
	if (size === 1) return yield [total];
	for (let first = 0; first <= total; first++)
		for (const rest of populations(size - 1, total - first)) yield [first, ...rest];
}

/**
 * The hidden figures of a table that have one value only in the tables found with the same printed figures, by walks
 * of one person at a time from the true one (any other table is reached so: the tables with given margins are
 * joined by such moves), which includes moves between lines whose margins are hidden.
 */
function pinnedIn(told: MaskedTable, truth: number[][]): string[] {
	const varied = new Set<string>();
	const height = truth.length;
	const width = truth[0]!.length;
	const places = truth
		.flatMap((row, i) => row.map((_, j) => [i, j] as const))
		.filter(([i, j]) => told.cells[i]![j] === null);
	const rows = (cells: number[][]) => cells.map((row) => row.reduce((a, b) => a + b, 0));
	const columns = (cells: number[][]) =>
		Array.from({ length: width }, (_, j) => cells.reduce((total, row) => total + row[j]!, 0));
	const fits = (cells: number[][]) =>
		rows(cells).every((sum, i) => told.rows[i] === null || told.rows[i] === sum) &&
		columns(cells).every((sum, j) => told.columns[j] === null || told.columns[j] === sum) &&
		rows(cells).reduce((a, b) => a + b, 0) === told.total;
	/** Every change of −1, 0 or +1 in the hidden cells that keeps what is printed. */
	const walk = (at: number, cells: number[][]): void => {
		const place = places[at];
		if (!place) {
			if (!fits(cells)) return;
			for (const [i, j] of places) if (cells[i]![j] !== truth[i]![j]) varied.add(`${i},${j}`);
			rows(cells).forEach((sum, i) => sum !== rows(truth)[i] && varied.add(`row ${i}`));
			columns(cells).forEach((sum, j) => sum !== columns(truth)[j] && varied.add(`column ${j}`));
			return;
		}
		const [i, j] = place;
		for (const change of [0, -1, 1]) {
			if (truth[i]![j]! + change < 0) continue;
			const next = cells.map((row) => [...row]);
			next[i]![j] = truth[i]![j]! + change;
			walk(at + 1, next);
		}
	};
	walk(0, truth);
	return [
		...places.map(([i, j]) => `${i},${j}`),
		...Array.from({ length: height }, (_, i) => (told.rows[i] === null ? [`row ${i}`] : [])).flat(),
		...Array.from({ length: width }, (_, j) => (told.columns[j] === null ? [`column ${j}`] : [])).flat()
	].filter((name) => !varied.has(name));
}
