import { describe, expect, test } from 'vitest';
import table from '$lib/domain/rome/table.json';
import { isRomeCode, readTrades, suggestTrades, tradeOf, tradesSeen, withTrade } from '$lib/domain/rome/rome';

test('the table: every code has the form of one, in order, each with a label of its own', () => {
	const codes = Object.keys(table);
	expect(codes).toHaveLength(1911);
	expect(codes.filter((code) => !isRomeCode(code))).toEqual([]);
	expect(codes).toEqual(codes.toSorted());
	expect(new Set(Object.values(table)).size).toBe(codes.length);
	expect(Object.values(table).filter((label) => label !== label.trim() || label.includes("'"))).toEqual([]);
	expect(tradeOf('D1102').label).toBe('Boulanger / Boulangère');
	expect(tradeOf('constructor').label).toBeNull();
});

describe('what is typed', () => {
	test.each([
		['D1102', ['D1102']],
		['d1102 Boulanger, H2206', ['D1102', 'H2206']],
		['Boulangère ; BOUCHER\nboulanger / boulangere', ['D1102', 'D1101']],
		['Agent d’accueil touristique, Agente d\'accueil social', ['G1101', 'K1205']], // prettier-ignore
		['Gérante de café, bar-brasserie, D1102', ['G1805', 'D1102']],
		['G1805 Gérant / Gérante de café, bar-brasserie', ['G1805']],
		// An older edition, or a newer one, may know it.
		['N9999', ['N9999']],
		['', []]
	])('%j', (typed, codes) => {
		expect(readTrades(typed)).toEqual({ codes, unknown: [] });
	});

	test('what is neither a code nor a label is named, and every label reads back as its code', () => {
		expect(readTrades('D1102, souffleur de bulles, Z1234').unknown).toEqual(['souffleur de bulles', 'Z1234']);
		const lost = Object.entries(table).filter(([code, label]) => readTrades(label).codes.join() !== code);
		expect(lost).toEqual([]);
	});
});

test('trades are suggested from three letters, for the last one being typed', () => {
	expect(suggestTrades('bo', 6)).toEqual([]);
	expect(suggestTrades('D1101, boulang', 6)[0]).toEqual({ code: 'D1102', label: 'Boulanger / Boulangère' });
	expect(withTrade('D1101, boulang', 'D1102')).toBe('D1101, D1102, ');
	expect(readTrades(withTrade('boul', 'D1102')).codes).toEqual(['D1102']);
});

test('documents say the trades in words, an unknown code not at all', () => {
	expect(tradesSeen({ tradesShown: 'Pétrin, four', romeCodes: ['D1102', 'N9999'] })).toBe('Pétrin, four (Boulanger / Boulangère)'); // prettier-ignore
	expect(tradesSeen({ tradesShown: ' ', romeCodes: ['D1101'] })).toBe('Boucher / Bouchère');
	expect(tradesSeen({ tradesShown: '', romeCodes: [] })).toBe('');
});
