import { expect, test } from 'vitest';
import { checkPosition, readPosition } from '$lib/geo/place';

test.each([
	['Privas', 4.599, 44.735],
	['Ouessant', -5.1, 48.46],
	['Bastia', 9.45, 42.7],
	['Cayenne', -52.33, 4.94],
	['Saint-Denis de La Réunion', 55.45, -20.88],
	['Nouméa', 166.45, -22.27]
])('%s is in France, and its exchanged axes are noticed', (_, lon, lat) => {
	expect(checkPosition({ lon, lat })).toEqual({ ok: true, value: { lon, lat } });
	expect(checkPosition({ lon: lat, lat: lon })).toEqual({
		ok: false,
		error: { code: 'swapped', corrected: { lon, lat } }
	});
});

test.each([
	['not-a-number', NaN, 44],
	['out-of-range', 4, 144],
	['outside-france', -0.12, 51.5],
	['outside-france', 0, 0]
])('%s', (code, lon, lat) => {
	expect(checkPosition({ lon, lat })).toEqual({ ok: false, error: { code } });
});

test('reads decimal commas, and no number in an empty field', () => {
	expect(readPosition({ lon: ' 4,599 ', lat: '44.735' })).toMatchObject({
		ok: true,
		value: { lon: 4.599, lat: 44.735 }
	});
	expect(readPosition({ lon: '−61,5', lat: '16,2' })).toMatchObject({ ok: true });
	expect(readPosition({ lon: '', lat: '44' })).toMatchObject({ ok: false, error: { code: 'not-a-number' } });
});
