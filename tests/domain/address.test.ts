import { expect, test } from 'vitest';
import { banOf, type Located } from '$lib/domain/address';
import { companyColumns } from '$lib/domain/import/company-columns';

const located: Located = {
	asked: '12 rue des Forges, 07200 Aubenas',
	found: '12 Rue des Forges 07200 Aubenas',
	kind: 'housenumber',
	score: 0.97,
	lon: 4.39,
	lat: 44.62,
	ban: '07019_0340_00012'
};

test('an address keeps its identifier until a person puts the pin elsewhere, or while it is doubtful', () => {
	expect(banOf({ located, precision: 'address' })).toBe('07019_0340_00012');
	for (const precision of ['pin', 'doubtful', 'commune', null] as const)
		expect(banOf({ located, precision })).toBe('');
	expect(banOf({ located: null, precision: 'address' })).toBe('');
	expect(banOf({ located: { ...located, ban: undefined }, precision: 'address' })).toBe('');
});

test('it leaves with the list of companies, and a file that brings it back changes nothing', () => {
	const column = companyColumns.find(({ key }) => key === 'ban')!;
	expect(column.write!({ located, precision: 'address' } as never)).toBe('07019_0340_00012');
	const typed = { name: 'Bricoval' };
	expect(column.fill(typed, '07019_0340_00012', { date: '2027-06-08', companies: [] })).toBeUndefined();
	expect(typed).toEqual({ name: 'Bricoval' });
});
