import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nafOf, readNaf } from '$lib/domain/naf/naf';
import table from '$lib/domain/naf/table.json';
import table2025 from '$lib/domain/naf/table-2025.json';
import { nafSection, sectors } from '$lib/domain/sector';
import { isSiret, readSiret, shownSiret, siretDoubt, siretHolds } from '$lib/domain/siret';

test.each([
	['73282932000074', true],
	['73282932000075', false],
	['35600000000048', true], // La Poste, head office: Luhn
	['35600000049837', true], // La Poste, a post office: digits that sum to a multiple of five
	['35600000049838', false],
	['13002526500013', true]
])('%s holds: %s', (siret, holds) => {
	expect(siretHolds(siret)).toBe(holds);
	expect(siretDoubt(siret) === null).toBe(holds);
});

test('a doubt is about a whole number only', () => {
	expect(siretDoubt('')).toBeNull();
	expect(siretDoubt('732 829 320 0007')).toBeNull();
	expect(siretDoubt('732 829\u00a0320.00075')).toContain('vérifiez');
});

test('one wrong digit is always doubted, but for La Poste', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 1, max: 9 }), (at, more) => {
			const digits = [...'73282932000074'];
			digits[at] = String((Number(digits[at]) + more) % 10);
			expect(siretHolds(digits.join(''))).toBe(false);
		})
	);
});

test('is read with what people put between the digits, and shown as it is read aloud', () => {
	expect(readSiret(' 732 829.320-00074\u202f')).toBe('73282932000074');
	expect(isSiret('7328293200007')).toBe(false);
	expect(shownSiret('73282932000074')).toBe('732\u00a0829\u00a0320\u00a000074');
});

test.each([
	['10.71c', '10.71C', 'food-industry'],
	['1071C', '10.71C', 'food-industry'],
	['81.30Z', '81.30Z', 'cleaning'],
	['78.20Z', '78.20Z', 'recruitment'],
	['10.71h', '10.71H', 'food-industry'],
	['95.31G', '95.31G', 'automotive'],
	['99.99Z', '99.99Z', null],
	['107', null, null]
])('the code « %s »', (typed, code, sector) => {
	expect(readNaf(typed)).toBe(code);
	expect(nafOf(typed)?.sector ?? null).toBe(sector);
});

test.each([
	['NAF rév. 2', table, [732, 615, 272, 88]],
	['NAF 2025', table2025, [747, 651, 287, 87]]
] as const)(
	'the codes of %s all have a label, a section and a sector of the rally',
	(edition, rows, counts) => {
		const codes = Object.keys(rows);
		// Sub-classes, classes, groups and divisions, as Insee counts them.
		expect([6, 5, 4, 2].map((length) => new Set(codes.map((code) => code.slice(0, length))).size)).toEqual(counts); // prettier-ignore
		for (const code of codes) {
			const { label, sector, edition: found } = nafOf(code)!;
			expect(found, code).toBe(edition);
			expect(label.length).toBeGreaterThan(3);
			expect(Object.hasOwn(sectors, sector), code).toBe(true);
			expect(nafSection(code), code).not.toBeNull();
		}
		expect(new Set(codes.map((code) => nafOf(code)!.sector)).size).toBe(Object.keys(sectors).length);
		expect(nafOf('constructor')).toBeNull();
	}
);
