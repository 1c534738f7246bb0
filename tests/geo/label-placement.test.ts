import fc from 'fast-check';
import { expect, test } from 'vitest';
import { around, centredOn, movedApart, placeLabels, type Rect } from '$lib/geo/label-placement';

const frame: Rect = { left: 0, top: 0, width: 400, height: 300 };
const overlap = (a: Rect, b: Rect) =>
	a.left < b.left + b.width &&
	b.left < a.left + a.width &&
	a.top < b.top + b.height &&
	b.top < a.top + a.height;
const spot = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }) });

test('no label covers another or leaves the frame', () => {
	fc.assert(
		fc.property(fc.array(spot, { maxLength: 30 }), (spots) => {
			const labels = spots.map((at, i) => ({
				id: `${i}`,
				candidates: around(at, { width: 60, height: 16 }, 8)
			}));
			const placed = [...placeLabels(labels, [], frame).values()];
			for (const [i, rect] of placed.entries()) {
				expect(rect.left >= 0 && rect.left + rect.width <= 400).toBe(true);
				expect(placed.slice(i + 1).some((other) => overlap(rect, other))).toBe(false);
			}
		})
	);
});

test('the first wins the room; a required one is shown all the same, where it covers least', () => {
	const here = centredOn({ x: 50, y: 50 }, 20);
	const there = centredOn({ x: 60, y: 50 }, 20);
	const placed = placeLabels(
		[
			{ id: 'first', candidates: [here] },
			{ id: 'second', candidates: [here] },
			{ id: 'required', candidates: [here, there], required: true }
		],
		[centredOn({ x: 45, y: 50 }, 5)],
		frame
	);
	expect([...placed.keys()]).toEqual(['required']);
	expect(placed.get('required')).toEqual(there);
});

test('markers are moved apart, alone ones are left where they are', () => {
	const disc = (x: number, y: number) => ({ x, y, radius: 14 });
	const same = movedApart([disc(50, 50), disc(50, 50), disc(50, 50), disc(50, 50), disc(300, 200)]);
	expect(same.at(-1)).toEqual(disc(300, 200));
	for (const [i, a] of same.entries()) {
		for (const b of same.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(27);
		expect(Math.hypot(a.x - 50, a.y - 50) < 60 || i === 4).toBe(true);
	}
	fc.assert(
		fc.property(fc.array(spot, { maxLength: 12 }), (spots) => {
			const discs = spots.map(({ x, y }) => disc(x, y));
			expect(movedApart(discs)).toEqual(movedApart(discs));
		})
	);
});
