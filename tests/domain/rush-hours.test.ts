import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '$lib/domain/rally';
import { rushPercent, rushWords, type RushHour } from '$lib/domain/rush-hours';
import { aProgramme } from '../builders';

/** Two days: visits all day, then visits in the morning and the closing debrief. */
const rally = (...rushHours: RushHour[]) => ({
	programme: aProgramme('2027-06-08', 'VV VR').map((day) => ({ ...day, start: 540, end: 1020 })),
	settings: { ...defaultSettings, rushHours }
});
const from = (hour: number, to: number, percent: number): RushHour => ({
	from: hour * 60,
	to: to * 60,
	percent
});

describe('the heaviest hours that teams may meet count all day', () => {
	test.each([
		['none set', [], 0],
		['before anybody leaves', [from(7, 9, 50)], 0],
		['after everybody is back', [from(17, 19, 50)], 0],
		['on the last hour', [from(16.5, 18.5, 40)], 40],
		['the heaviest of two', [from(8, 9.5, 20), from(16, 18, 40)], 40],
		['one that nobody meets is left aside', [from(7, 9, 90), from(12, 14, 10)], 10]
	])('%s', (_, rushHours, percent) => {
		expect(rushPercent(rally(...rushHours))).toBe(percent);
	});

	test('an afternoon without visits meets nothing', () => {
		const restitution = { ...rally(from(15, 16, 30)), programme: aProgramme('2027-06-08', 'VR VR') };
		expect(rushPercent(restitution)).toBe(0);
	});

	test('one period more never makes a road shorter', () => {
		const period = fc
			.record({
				from: fc.integer({ min: 0, max: 1400 }),
				length: fc.integer({ min: 1, max: 40 }),
				percent: fc.integer({ min: 1, max: 200 })
			}) // prettier-ignore
			.map(({ from, length, percent }) => ({ from, to: from + length, percent }));
		fc.assert(
			fc.property(fc.array(period, { maxLength: 2 }), period, (some, more) => {
				expect(rushPercent(rally(...some, more))).toBeGreaterThanOrEqual(rushPercent(rally(...some)));
			})
		);
	});
});

test('what they do is said', () => {
	expect(rushWords(rally())).toBeNull();
	expect(rushWords(rally(from(7, 9, 50)))).toContain('elles n’ajoutent rien');
	expect(rushWords(rally(from(7, 9, 50), from(16.5, 18.5, 40)))).toMatch(
		/de 16.h.30 à 18.h.30 : \+40.%\. .*comptés 40.% plus longs/
	);
});
