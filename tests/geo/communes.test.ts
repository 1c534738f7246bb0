import { describe, expect, test } from 'vitest';
import { communeKey, misspellings, readPostcode } from '$lib/geo/commune-name';
import { CommuneTable, type CommuneRow } from '$lib/geo/communes';

const rows: CommuneRow[] = [
	['07186', 'Privas', '07000', 8_600, 44.735, 4.599],
	['07204', 'Saint-Julien-en-Saint-Alban', '07000', 1_600, 44.756, 4.697],
	['07281', 'Saint-Péray', '07130', 7_700, 44.941, 4.825],
	['07319', 'Le Teil', '07400', 8_700, 44.548, 4.683],
	['26362', 'Valence', '26000', 64_000, 44.931, 4.891],
	['82186', 'Valence', '82400', 5_300, 44.109, 0.891],
	['01001', "L'Abergement-Clémenciat", '01400', 860, 46.153, 4.926],
	['07010', 'Annonay', '07100', 16_500, 45.24, 4.667],
	['07197', 'Roiffieux', '07100', 2_800, 45.226, 4.643],
	['69123', 'Lyon', '69001|69002|69003', 519_000, 45.759, 4.835],
	['76095', 'Bihorel', '76420', 8_300, null, null]
];
const table = new CommuneTable(rows);
const named = (query: string) => table.search(query).map((commune) => commune.name);

describe('search', () => {
	test.each([
		['st peray', ['Saint-Péray']],
		['SAINT-PÉRAY', ['Saint-Péray']],
		['teil', ['Le Teil']],
		['le teil', ['Le Teil']],
		['abergement', ["L'Abergement-Clémenciat"]],
		['clemenciat', ["L'Abergement-Clémenciat"]],
		['07000', ['Privas', 'Saint-Julien-en-Saint-Alban']],
		['07 000 Privas', ['Privas']],
		['Privas 07000', ['Privas']],
		['Lyon 3e', ['Lyon']],
		['', []],
		['?', []],
		['xyz', []]
	])('« %s »', (query, found) => expect(named(query)).toEqual(found));

	test('the exact name first, then beginnings, then the most populous', () => {
		expect(table.search('valence').map((commune) => commune.insee)).toEqual(['26362', '82186']);
		expect(named('saint')).toEqual(['Saint-Péray', 'Saint-Julien-en-Saint-Alban']);
		expect(table.search('07', 2)).toHaveLength(2);
	});
});

describe('the commune an address names', () => {
	test.each([
		['ST PERAY', '07130', 'Saint-Péray'],
		['Privas Cedex', '07006', 'Privas'],
		['Privas', '7000', 'Privas'],
		['Lyon Cedex 03', '69403', 'Lyon'],
		['Anonay', '07100', 'Annonay'],
		['Lieu-dit inconnu', '07130', 'Saint-Péray'],
		['', '07130', 'Saint-Péray'],
		['Le Teil', '', 'Le Teil']
	])('%s %s', (commune, postcode, name) => expect(table.identify({ commune, postcode })?.name).toBe(name));

	test.each([
		['Valence', ''],
		['Valence', '07000'],
		['', '07000'],
		['Lieu-dit inconnu', '07100'],
		['', '']
	])('%s %s could be several: none', (commune, postcode) =>
		expect(table.identify({ commune, postcode })).toBeNull()
	);
});

test('by INSEE code, with the département', () => {
	expect(table.byInsee('07186')).toMatchObject({ name: 'Privas', department: '07' });
	expect(table.byInsee('76095')?.position).toBeNull();
	expect(table.byInsee('99999')).toBeNull();
});

test('the nearest, and those in a box by population; the unplaced ones in neither', () => {
	const near = table.nearest({ lon: 4.6, lat: 44.73 }, 2);
	expect(near.map(({ commune }) => commune.name)).toEqual(['Privas', 'Saint-Julien-en-Saint-Alban']);
	expect(near[0]!.metres).toBeLessThan(1000);
	expect(table.nearest({ lon: 1, lat: 49 }, 100)).toHaveLength(rows.length - 1);
	const box = { west: 4.5, south: 44.5, east: 5, north: 45 };
	expect(table.within(box, 3).map((commune) => commune.name)).toEqual(['Valence', 'Le Teil', 'Privas']);
});

test('spellings', () => {
	expect(communeKey('CHALON S/ SAONE')).toBe('chalon sur saone');
	expect(communeKey('La Ferté s/s Jouarre')).toBe('ferte sous jouarre');
	expect(communeKey('Stains')).toBe('stains');
	expect(communeKey('STE-MARIE')).toBe('sainte marie');
	expect(communeKey('Paris 12ème arrondissement')).toBe('paris');
	expect(readPostcode('07 000')).toBe('07000');
	expect(readPostcode('7000')).toBe('07000');
	expect(readPostcode('Privas')).toBeNull();
	expect(misspellings('anonay', 'annonay')).toBe(1);
	expect(misspellings('', 'abc')).toBe(3);
});
