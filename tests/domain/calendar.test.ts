import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	addDays,
	daysBetween,
	daysMoved,
	halfDay,
	halfDaysOf,
	moveHalfDay,
	noonOf,
	readDate,
	readHalfDay,
	visitingHalfDays,
	visitingHours
} from '$lib/domain/calendar';
import { programmeOf } from '$lib/domain/formats';
import { judge } from '$lib/domain/charter';
import { aDay, aDossier, aProgramme, aRally, at } from '../builders';
import { programmeDay } from '../arbitraries';

const date = fc
	.integer({ min: 0, max: 40_000 })
	.map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

describe('dates', () => {
	test('days added are days between', () => {
		fc.assert(
			fc.property(date, fc.integer({ min: -800, max: 800 }), (from, days) => {
				expect(daysBetween(from, addDays(from, days))).toBe(days);
				expect(addDays(addDays(from, days), -days)).toBe(from);
				expect(readDate(addDays(from, days)).ok).toBe(true);
			})
		);
	});

	test('a programme moved as a whole tells by how many days; changed otherwise it did not move', () => {
		const days = aProgramme('2027-06-08', 'VV VV RC');
		const from = (first: string, shape: string) => daysMoved(days, aProgramme(first, shape));
		expect(from('2027-06-15', 'VV VV RC')).toBe(7);
		expect(from('2027-06-07', 'VV VR RC')).toBe(-1);
		expect(from('2027-06-08', 'VV VV RC')).toBe(0);
		expect(from('2027-06-09', 'VV RC')).toBe(0);
		expect(daysMoved(days, [...aProgramme('2027-06-09', 'VV'), ...days.slice(1)])).toBe(0);
		expect(daysMoved(days.toReversed(), aProgramme('2027-06-09', 'VV VV RC'))).toBe(1);
		expect(daysMoved([], days)).toBe(0);
		expect(moveHalfDay('2027-12-31:afternoon', 1)).toBe('2028-01-01:afternoon');
		expect(moveHalfDay('autre', 1)).toBe('autre');
	});

	test('neither a leap day nor a change of hour moves a date', () => {
		expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
		expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
		expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
		expect(daysBetween('2027-10-30', '2027-11-01')).toBe(2);
	});

	test.for(['', '2027-6-8', '8/06/2027', '2027-02-30', '2027-13-01', '2027-06-08T00:00'])(
		'« %s » is no date',
		(text) => {
			expect(readDate(text)).toEqual({ ok: false, error: 'not-a-date' });
		}
	);
});

describe('half-days', () => {
	test('are written and read back', () => {
		fc.assert(
			fc.property(date, fc.constantFrom('morning' as const, 'afternoon' as const), (on, part) => {
				expect(readHalfDay(halfDay(on, part))).toEqual({ date: on, part });
			})
		);
		expect(readHalfDay('2027-06-08:soir')).toBeNull();
		expect(readHalfDay('constructor')).toBeNull();
	});

	test('two a day, in order, with their kinds', () => {
		const programme = aProgramme('2027-06-08', 'AV VR');
		expect(halfDaysOf(programme).map(({ key, kind }) => `${key} ${kind}`)).toEqual([
			'2027-06-08:morning welcome',
			'2027-06-08:afternoon visits',
			'2027-06-09:morning visits',
			'2027-06-09:afternoon restitution'
		]);
		expect(visitingHalfDays(programme).map(({ key }) => key)).toEqual([
			'2027-06-08:afternoon',
			'2027-06-09:morning'
		]);
	});
});

describe('visiting hours', () => {
	test.for([
		{ shape: 'VV', hours: { start: at(8, 30), end: at(17, 30) } },
		{ shape: 'VR', hours: { start: at(8, 30), end: 773 } },
		{ shape: 'AV', hours: { start: 773, end: at(17, 30) } },
		{ shape: 'RC', hours: null }
	])('of « $shape »', ({ shape, hours }) => {
		expect(visitingHours(aProgramme('2027-06-08', shape)[0]!)).toEqual(hours);
	});

	test('without a lunch, noon is half past twelve', () => {
		expect(noonOf(aDay({ lunch: null }))).toBe(at(12, 30));
	});

	test('stay within the day, and exist exactly when a half-day is given to visits', () => {
		fc.assert(
			fc.property(programmeDay(), (day) => {
				const hours = visitingHours(day);
				expect(hours !== null).toBe(day.morning === 'visits' || day.afternoon === 'visits');
				if (hours)
					expect(day.start <= hours.start && hours.start <= hours.end && hours.end <= day.end).toBe(true);
			})
		);
	});
});

test.for(['two', 'three'] as const)('the ready-made format of %s days keeps to the charter', (format) => {
	const programme = programmeOf(format, '2027-06-08');
	const rally = aRally({ programme, closing: { ...aRally().closing!, date: programme.at(-1)!.date } });
	const { rules } = judge(aDossier({ rally }));
	const states = rules.slice(0, 4).map(({ assessment }) => assessment.state);
	expect(states).toEqual(['respected', 'respected', 'respected', 'respected']);
});
