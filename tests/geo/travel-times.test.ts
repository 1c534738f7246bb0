import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crowFlies } from '$lib/geo/crow-flies';
import { estimatedMinutes, SHORTEST_LEG, travelMatrix, withRouted, withTyped } from '$lib/geo/travel-times';
import { somewhere } from './positions';

const terrain = fc.constantFrom('plain', 'valley', 'mixed', 'mountain');
const places = fc
	.array(somewhere, { minLength: 2, maxLength: 6 })
	.map((positions) => positions.map((position, i) => ({ id: `p${i}`, position })));
const metres = fc.integer({ min: 0, max: 200_000 });

describe('the estimate', () => {
	test.each([
		['plain', 20, 35],
		['valley', 10, 27],
		['mixed', 10, 34],
		['mountain', 10, 37],
		['plain', 0.3, 5]
	] as const)('%s, %d km: %d minutes', (kind, kilometres, minutes) => {
		expect(estimatedMinutes(kilometres * 1000, kind)).toBe(minutes);
	});

	test('is whole, never under the floor, never shorter for further', () => {
		fc.assert(
			fc.property(terrain, metres, metres, (kind, a, b) => {
				const [near, far] = [Math.min(a, b), Math.max(a, b)];
				expect(Number.isInteger(estimatedMinutes(near, kind))).toBe(true);
				expect(estimatedMinutes(near, kind)).toBeGreaterThanOrEqual(SHORTEST_LEG);
				expect(estimatedMinutes(far, kind)).toBeGreaterThanOrEqual(estimatedMinutes(near, kind));
			})
		);
	});

	test('never gains by passing through another place, as the curve is concave', () => {
		fc.assert(
			fc.property(terrain, metres, metres, (kind, a, b) => {
				const through = estimatedMinutes(a, kind) + estimatedMinutes(b, kind);
				expect(estimatedMinutes(a + b, kind)).toBeLessThanOrEqual(through);
			})
		);
	});
});

describe('the matrix', () => {
	test('is zero from a place to itself, at least the floor elsewhere, parking included', () => {
		fc.assert(
			fc.property(terrain, places, fc.integer({ min: 0, max: 15 }), (kind, list, parkingMinutes) => {
				const { minutes, ids } = travelMatrix({ places: list, terrain: kind, typed: [], parkingMinutes });
				expect(ids).toEqual(list.map((place) => place.id));
				for (const [i, row] of minutes.entries()) {
					for (const [j, value] of row.entries()) {
						if (i === j) expect(value).toBe(0);
						else {
							const apart = crowFlies(list[i]!.position, list[j]!.position);
							expect(value).toBe(estimatedMinutes(apart, kind) + parkingMinutes);
						}
					}
				}
			})
		);
	});

	test('two companies at the same address are five minutes apart', () => {
		const position = { lon: 4.599, lat: 44.735 };
		const twins = [
			{ id: 'a', position },
			{ id: 'b', position }
		];
		const { legs } = travelMatrix({ places: twins, terrain: 'mountain', typed: [] });
		expect(legs[0]![1]).toEqual({ minutes: 5, source: 'estimated', metres: 0 });
	});

	test('a typed time wins in its direction, and changes nothing else', () => {
		fc.assert(
			fc.property(terrain, places, fc.integer({ min: 0, max: 300 }), (kind, list, typedMinutes) => {
				const input = { places: list, terrain: kind, parkingMinutes: 3 };
				const plain = travelMatrix({ ...input, typed: [] });
				const typed = travelMatrix({ ...input, typed: [{ from: 'p0', to: 'p1', minutes: typedMinutes }] });
				expect(typed.legs[0]![1]).toEqual({ ...plain.legs[0]![1], minutes: typedMinutes, source: 'typed' });
				expect(typed.minutes[0]![1]).toBe(typedMinutes);
				typed.legs[0]![1] = plain.legs[0]![1]!;
				expect(typed.legs).toEqual(plain.legs);
			})
		);
	});

	test('typed times about other places, or from a place to itself, are left aside; an impossible one is a bug', () => {
		const list = [
			{ id: 'a', position: { lon: 4.6, lat: 44.7 } },
			{ id: 'b', position: { lon: 4.7, lat: 44.8 } }
		];
		const matrix = travelMatrix({ places: list, terrain: 'plain', typed: [] });
		const other = [
			{ from: 'a', to: 'gone', minutes: 12 },
			{ from: 'gone', to: 'b', minutes: 12 },
			{ from: 'a', to: 'a', minutes: 12 }
		];
		expect(withTyped(matrix, other)).toEqual(matrix);
		expect(withTyped(matrix, [{ from: 'b', to: 'a', minutes: 12.2 }]).minutes[1]![0]).toBe(13);
		expect(() => withTyped(matrix, [{ from: 'a', to: 'b', minutes: -1 }])).toThrow(RangeError);
		expect(() => travelMatrix({ places: [list[0]!, list[0]!], terrain: 'plain', typed: [] })).toThrow();
	});
});

describe('a road server’s times', () => {
	const list = ['a', 'b', 'c'].map((id, i) => ({ id, position: { lon: 4.6 + i / 50, lat: 44.7 } }));
	const plain = travelMatrix({ places: list, terrain: 'valley', typed: [] });
	const routed = (seconds: number, marginPercent = 30, parkingMinutes = 0) =>
		withRouted(plain, [{ from: 'a', to: 'b', seconds, metres: 2345.6 }], { marginPercent, parkingMinutes })
			.legs[0]![1];

	test.each([
		[600, 30, 0, 13],
		[600, 0, 0, 10],
		[600.1, 0, 0, 11],
		[600, 30, 4, 17],
		[30, 30, 0, 5],
		[0, 30, 2, 7]
	])('%d s, %d %% of margin, %d min to park: %d minutes', (seconds, margin, parking, minutes) => {
		expect(routed(seconds, margin, parking)).toEqual({ minutes, source: 'routed', metres: 2346 });
	});

	test('are longer still at rush hours, before parking and never under the shortest way', () => {
		const at = (seconds: number, rushPercent: number) =>
			withRouted(plain, [{ from: 'a', to: 'b', seconds, metres: null }], {
				marginPercent: 30,
				parkingMinutes: 4,
				rushPercent
			}).minutes[0]![1];
		expect([at(600, 0), at(600, 50), at(30, 50)]).toEqual([13 + 4, 20 + 4, 5 + 4]);
	});

	test('count in their direction only, and give way to what is typed', () => {
		const both = withRouted(
			plain,
			[
				{ from: 'a', to: 'b', seconds: 600, metres: null },
				{ from: 'b', to: 'a', seconds: 900, metres: null },
				{ from: 'a', to: 'gone', seconds: 1, metres: 1 }
			],
			{ marginPercent: 0, parkingMinutes: 0 }
		);
		expect([both.minutes[0]![1], both.minutes[1]![0]]).toEqual([10, 15]);
		expect(both.legs[0]![2]).toEqual(plain.legs[0]![2]);
		expect(both.legs[0]![1]!.metres).toBe(plain.legs[0]![1]!.metres);
		const typed = withTyped(both, [{ from: 'a', to: 'b', minutes: 42 }]);
		expect(typed.legs[0]![1]).toMatchObject({ minutes: 42, source: 'typed' });
	});
});
