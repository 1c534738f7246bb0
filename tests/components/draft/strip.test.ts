import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leftOf, movedAlong, stripOf } from '$lib/components/draft/strip';
import { aRally } from '../../builders';

test('what lies at a pixel is the same moment of the same day once the strip is wider or narrower', () => {
	const room = fc.integer({ min: 300, max: 2400 });
	fc.assert(
		fc.property(room, room, fc.nat(2), fc.nat(9), (before, after, day, hour) => {
			const [from, to] = [before, after].map((pixels) => stripOf(aRally().programme, [], 'day', pixels));
			const at = Math.min(day, from!.days.length - 1);
			const minute = Math.min(from!.days[at]!.from + 60 * hour, from!.days[at]!.to);
			expect(movedAlong(from!, to!, leftOf(from!, at, minute))).toBeCloseTo(leftOf(to!, at, minute), 6);
		})
	);
	expect(movedAlong({ days: [], scale: 1, width: 0 }, { days: [], scale: 2, width: 0 }, 40)).toBe(0);
});
