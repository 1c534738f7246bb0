import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inWords, mergeEdits, same } from '$lib/domain/records';

const values = fc.oneof(
	fc.constantFrom<unknown>(null, '', 'a', 'b', 0, 1, true, false),
	fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
	fc.record({ from: fc.constantFrom(540, 600) })
);
const record = fc.record({ name: values, seats: values, absences: values, note: values });
type Row = Record<'name' | 'seats' | 'absences' | 'note', unknown>;
const names = ['name', 'seats', 'absences', 'note'] as const;
const edits = fc.tuple(record, record, record) as fc.Arbitrary<[Row, Row, Row]>;

describe('two edits put together', () => {
	test('what only one of them changed is kept', () =>
		fc.assert(
			fc.property(edits, ([base, theirs, mine]) => {
				const { merged } = mergeEdits(base, theirs, mine);
				for (const name of names) {
					if (same(mine[name], base[name])) expect(same(merged[name], theirs[name])).toBe(true);
					if (same(theirs[name], base[name])) expect(same(merged[name], mine[name])).toBe(true);
				}
			})
		));

	test('clashes are exactly the fields that both changed, differently; mine stand there', () =>
		fc.assert(
			fc.property(edits, ([base, theirs, mine]) => {
				const { merged, clashes } = mergeEdits(base, theirs, mine);
				const both = names.filter(
					(name) =>
						!same(mine[name], base[name]) &&
						!same(theirs[name], base[name]) &&
						!same(mine[name], theirs[name])
				);
				expect(clashes).toEqual(both);
				for (const name of clashes) expect(merged[name]).toEqual(mine[name]);
			})
		));

	test('an edit put together with itself, or with nothing changed, is itself', () =>
		fc.assert(
			fc.property(edits, ([base, theirs, mine]) => {
				expect(mergeEdits(base, mine, mine)).toEqual({ merged: mine, clashes: [] });
				expect(mergeEdits(base, base, mine)).toEqual({ merged: mine, clashes: [] });
				expect(mergeEdits(base, theirs, base).clashes).toEqual([]);
			})
		));

	test('without knowing what was opened, every difference is shown', () =>
		fc.assert(
			fc.property(edits, ([, theirs, mine]) => {
				const { merged, clashes } = mergeEdits<Row>(null, theirs, mine);
				expect(merged).toEqual(mine);
				expect(clashes).toEqual(names.filter((name) => !same(mine[name], theirs[name])));
			})
		));
});

test.each([
	[null, undefined, true],
	['', null, false],
	[{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
	[{ a: 1 }, { a: 1, b: null }, true],
	[[1, 2], [2, 1], false],
	[[], {}, false],
	[1, '1', false]
])('%j and %j are the same: %s', (a, b, expected) => {
	expect(same(a, b)).toBe(expected);
	expect(same(b, a)).toBe(expected);
});

test.each([
	[undefined, '', 'rien'],
	[undefined, [], 'rien'],
	[undefined, true, 'oui'],
	[undefined, ['a', 'b'], 'a, b'],
	[{ label: 'Sièges', words: (seats: number) => `${seats} places` }, 5, '5 places'],
	[{ label: 'Liste', words: () => '' }, ['x'], 'rien']
])('a value in words', (field, value, expected) => {
	expect(inWords(field, value)).toBe(expected);
});
