import { describe, expect, test } from 'vitest';
import { countedSector, nafSection } from '$lib/domain/sector';

describe('the section of a NAF code', () => {
	test.for([
		['01.11Z', 'A'],
		['10.71C', 'C'],
		['33.20D', 'C'],
		['35.11Z', 'D'],
		['43.99C', 'F'],
		['47.11F', 'G'],
		['56.10A', 'I'],
		['70.22Z', 'M'],
		['82.99Z', 'N'],
		['99.00Z', 'U'],
		[' 47 ', 'G'],
		['00.00Z', null],
		['', null],
		['commerce', null],
		['7', null],
		['95.31G', 'G']
	] as const)('%s → %s', ([naf, section]) => {
		expect(nafSection(naf)).toBe(section);
	});
});

describe('the sector that counts', () => {
	const company = { sector: 'retail', naf: '10.71C', customSector: 'Bois' } as const;

	test('follows the rally’s nomenclature', () => {
		expect(countedSector(company, 'rally')).toBe('retail');
		expect(countedSector(company, 'naf')).toBe('C');
		expect(countedSector(company, 'custom')).toBe('Bois');
	});

	test('falls back on the rally sector when the finer one is unknown', () => {
		const bare = { sector: 'retail', naf: null, customSector: '  ' } as const;
		expect(countedSector(bare, 'naf')).toBe('retail');
		expect(countedSector({ ...bare, naf: 'inconnu' }, 'naf')).toBe('retail');
		expect(countedSector(bare, 'custom')).toBe('retail');
	});
});
