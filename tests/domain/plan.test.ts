import { expect, test } from 'vitest';
import { covering, MEETING, travelMinutes, type PlanTravel } from '$lib/domain/plan';

const travel: PlanTravel = {
	ids: [MEETING, 'a'],
	minutes: [
		[0, 12],
		[14, 0]
	],
	sources: [
		['estimated', 'typed'],
		['routed', 'estimated']
	]
};

test('a place that nobody can situate is no minute away, and the others are as far as they were', () => {
	const wider = covering(travel, ['a', 'gone', 'gone']);
	expect(wider.ids).toEqual([MEETING, 'a', 'gone']);
	expect([travelMinutes(wider, MEETING, 'gone'), travelMinutes(wider, 'gone', 'a')]).toEqual([0, 0]);
	expect([travelMinutes(wider, MEETING, 'a'), travelMinutes(wider, 'a', MEETING)]).toEqual([12, 14]);
	expect(wider.sources.map((row) => row.length)).toEqual([3, 3, 3]);
	expect(covering(travel, ['a'])).toBe(travel);
	expect(() => travelMinutes(travel, MEETING, 'gone')).toThrow('no travel time');
});
