import { expect, test } from 'vitest';
import { spotsAlong, spreadLines } from '$lib/geo/route-lines';

const [a, b, c] = [
	{ lon: 4.6, lat: 44.7 },
	{ lon: 4.7, lat: 44.75 },
	{ lon: 4.8, lat: 44.7 }
];

test('a leg is straight for the first team and bent aside for the next ones, whichever way they drive it', () => {
	const [first, second, third] = spreadLines([
		[a, b, c],
		[a, b],
		[b, a]
	]);
	expect(first).toEqual([a, b, c]);
	for (const [bent, from, to] of [
		[second!, a, b],
		[third!, b, a]
	] as const) {
		expect(bent[0]).toEqual(from);
		expect(bent.at(-1)).toEqual(to);
		expect(bent.length).toBeGreaterThan(5);
	}
	const middle = 6;
	const [up, down] = [second![middle]!.lat - 44.725, third![middle]!.lat - 44.725];
	expect(Math.sign(up)).toBe(-Math.sign(down));
});

test('a line that follows roads is drawn as it is', () => {
	const road = Array.from({ length: 50 }, (_, i) => ({ lon: 4 + i / 100, lat: 44 }));
	expect(spreadLines([road, road])).toEqual([road, road]);
});

test('letters stand along the line, evenly', () => {
	const spots = spotsAlong(
		[
			{ x: 0, y: 0 },
			{ x: 300, y: 0 },
			{ x: 300, y: 100 }
		],
		200
	);
	expect(spots.map((candidates) => candidates[0])).toEqual([
		{ x: 100, y: 0 },
		{ x: 300, y: 0 }
	]);
	expect(spots[0]!.length).toBeGreaterThan(3);
	expect(spotsAlong([{ x: 1, y: 1 }], 200)).toEqual([]);
	expect(spotsAlong([], 200)).toEqual([]);
});
