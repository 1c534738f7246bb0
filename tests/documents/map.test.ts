import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doorsOf } from '../../src/lib/server/documents/paper/map/doors';
import { overlap, place, type Rect } from '../../src/lib/server/documents/paper/map/labels';
import { fit, scaleLength } from '../../src/lib/server/documents/paper/map/projection';
import { spread } from '../../src/lib/server/documents/paper/map/spread';

const frame = { x: 14, y: 50, width: 182, height: 90 };
const position = fc.record({
	lon: fc.double({ min: 4, max: 5, noNaN: true }),
	lat: fc.double({ min: 44, max: 45, noNaN: true })
});

describe('the map', () => {
	it('marks a door that stands apart from its stop, and none that its stop hides', () => {
		const far = { lon: 4.5, lat: 44.5 };
		const stop = { name: 'Garage', position: { lon: 4, lat: 44 }, approximate: false };
		const stops = [
			{ ...stop, number: 1, entrance: far },
			{ ...stop, number: 2, entrance: { lon: 4.0001, lat: 44 } },
			{ ...stop, number: 3, entrance: null }
		];
		const projection = fit([stop.position, far], frame, 13);
		expect(doorsOf({ stops }, projection, 3)).toEqual([{ text: 'entrée 1', at: projection.project(far) }]);
	});

	it('fits every position in its frame, whatever they are', () => {
		fc.assert(
			fc.property(fc.array(position, { minLength: 1, maxLength: 9 }), (positions) => {
				const { project } = fit(positions, frame, 13);
				for (const { x, y } of positions.map(project)) {
					expect(x).toBeGreaterThanOrEqual(frame.x + 12.9);
					expect(x).toBeLessThanOrEqual(frame.x + frame.width - 12.9);
					expect(y).toBeGreaterThanOrEqual(frame.y + 12.9);
					expect(y).toBeLessThanOrEqual(frame.y + frame.height - 12.9);
				}
			})
		);
	});

	it('puts north up and east to the right, at one scale', () => {
		const { project, kmPerMm } = fit(
			[
				{ lon: 4, lat: 44 },
				{ lon: 4.1, lat: 44.1 }
			],
			frame,
			13
		);
		const [south, north] = [project({ lon: 4, lat: 44 }), project({ lon: 4.1, lat: 44.1 })];
		expect(north.y).toBeLessThan(south.y);
		expect(north.x).toBeGreaterThan(south.x);
		expect((south.y - north.y) * kmPerMm).toBeCloseTo(11.13, 1);
	});

	it('draws marks of one place side by side', () => {
		const marks = spread(
			Array.from({ length: 8 }, () => ({ x: 100, y: 90 })),
			6,
			frame
		);
		const gaps = marks.flatMap((a, i) => marks.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
		expect(Math.min(...gaps)).toBeGreaterThan(5.5);
	});

	it('never lays a label on another', () => {
		const room = { frame, taken: [] as Rect[], lines: [] };
		const points = Array.from({ length: 40 }, (_, i) => ({ x: 60 + (i % 7) * 9, y: 70 + (i % 5) * 7 }));
		for (const point of points) place(point, { width: 24, height: 4 }, 3, room);
		const pairs = room.taken.flatMap((a, i) => room.taken.slice(i + 1).map((b) => overlap(a, b)));
		expect(room.taken.length).toBeGreaterThan(5);
		expect(pairs.some(Boolean)).toBe(false);
	});

	it('chooses a round scale', () => {
		expect(scaleLength(0.1, 182)).toBe(2);
		expect(scaleLength(0.003, 182)).toBeCloseTo(0.1);
	});
});
