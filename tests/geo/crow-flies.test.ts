import { distance } from '@turf/turf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crowFlies } from '$lib/geo/crow-flies';
import { somewhere } from './positions';

test('Paris to Lyon is about 392 km', () => {
	expect(crowFlies({ lon: 2.3522, lat: 48.8566 }, { lon: 4.8357, lat: 45.764 })).toBeCloseTo(391_499, -3);
});

test('agrees with turf, both ways, and is zero on the spot', () => {
	fc.assert(
		fc.property(somewhere, somewhere, (a, b) => {
			const metres = crowFlies(a, b);
			expect(metres).toBeCloseTo(distance([a.lon, a.lat], [b.lon, b.lat], { units: 'meters' }), 3);
			expect(crowFlies(b, a)).toBeCloseTo(metres, 6);
			expect(crowFlies(a, a)).toBe(0);
		})
	);
});
