import { describe, expect, test } from 'vitest';
import { communes, locate } from '$lib/server/geocoding/communes';
import { contours } from '$lib/server/geocoding/contours';

describe('the shipped communes', () => {
	test('are all there, from the mainland to the Pacific', () => {
		expect(communes().byInsee('07186')).toMatchObject({ name: 'Privas', postcodes: ['07000'] });
		expect(communes().byInsee('2A004')).toMatchObject({ name: 'Ajaccio', department: '2A' });
		expect(communes().byInsee('97411')).toMatchObject({ department: '974' });
		expect(communes().search('st etienne', 1)[0]).toMatchObject({ name: 'Saint-Étienne', department: '42' });
		expect(communes().within({ west: 4.4, south: 44.5, east: 4.8, north: 44.9 }, 3)).toHaveLength(3);
	});

	test('locate an address at its commune, always approximate', () => {
		expect(locate({ commune: 'ST AGREVE', postcode: '07320' })).toMatchObject({
			precision: 'commune',
			insee: '07204',
			name: 'Saint-Agrève',
			department: '07',
			position: { lon: expect.closeTo(4.39, 1), lat: expect.closeTo(45.01, 1) }
		});
		expect(locate({ commune: 'Lyon 3e', postcode: '69003' })?.name).toBe('Lyon');
		expect(locate({ commune: 'Nulle-Part', postcode: '99999' })).toBeNull();
		expect(locate({ commune: '', postcode: '' })).toBeNull();
	});
});

describe('the shipped outlines', () => {
	test('go down to the communes where they can, to the département elsewhere', async () => {
		const [ardeche, drome] = await Promise.all([contours('07'), contours('26')]);
		expect(ardeche.communes.length).toBeGreaterThan(100);
		expect(drome.communes).toEqual([]);
		expect(drome.land.length).toBeGreaterThan(0);
		expect(await contours('07')).toBe(ardeche);
	});

	test('overseas or without a département there is no land to fill', async () => {
		expect((await contours('974')).land).toEqual([]);
		expect((await contours(null)).department).toEqual([]);
	});
});
