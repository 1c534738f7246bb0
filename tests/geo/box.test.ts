import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxAround, inBox } from '$lib/geo/box';
import { crowFlies } from '$lib/geo/crow-flies';
import { somewhere } from './positions';

test('holds every position with its margin in metres; nothing to hold, no box', () => {
	expect(boxAround([])).toBeNull();
	fc.assert(
		fc.property(fc.array(somewhere, { minLength: 1, maxLength: 8 }), (positions) => {
			const box = boxAround(positions, 1000)!;
			expect(positions.every((position) => inBox(position, box))).toBe(true);
		})
	);
	const { west, north, east } = boxAround([{ lon: 4.6, lat: 44.7 }], 1000)!;
	expect(crowFlies({ lon: west, lat: 44.7 }, { lon: east, lat: 44.7 })).toBeCloseTo(2000, -1);
	expect(crowFlies({ lon: 4.6, lat: north }, { lon: 4.6, lat: 44.7 })).toBeCloseTo(1000, -1);
});
