import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lanesOf } from '$lib/components/planning/lanes';

const span = (from: number, to: number, day = 0) => ({ day, from, to });

test('what overlaps shares the height, and what follows has it whole again', () => {
	expect(
		lanesOf([span(540, 600), span(570, 630), span(600, 660), span(700, 760), span(540, 600, 1)])
	).toEqual([
		{ lane: 0, of: 2 },
		{ lane: 1, of: 2 },
		{ lane: 0, of: 2 },
		{ lane: 0, of: 1 },
		{ lane: 0, of: 1 }
	]);
});

test('two of the same day and hours are never in the same part, whatever the row holds', () => {
	const any = fc.record({ day: fc.nat(2), from: fc.nat(20), length: fc.integer({ min: 1, max: 8 }) });
	fc.assert(
		fc.property(fc.array(any, { maxLength: 14 }), (drawn) => {
			const spans = drawn.map(({ day, from, length }) => span(from, from + length, day));
			const lanes = lanesOf(spans);
			const overlap = (a: number, b: number) =>
				spans[a]!.day === spans[b]!.day && spans[a]!.from < spans[b]!.to && spans[b]!.from < spans[a]!.to;
			for (const [a, { lane, of }] of lanes.entries()) {
				expect(lane).toBeLessThan(of);
				const others = [...spans.keys()].filter((b) => b !== a && overlap(a, b));
				if (others.length === 0) expect(of).toBe(1);
				for (const b of others) {
					expect(lanes[b]!.of).toBe(of);
					expect(lanes[b]!.lane).not.toBe(lane);
				}
			}
		})
	);
});
