import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths } from '$lib/domain/measure/outcomes';
import { dueAfter, lastContact } from '$lib/domain/retention/retention';

const date = fc
	.date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
	.map((at) => at.toISOString().slice(0, 10));

test('months are counted on the calendar, and a month too short ends on its last day', () => {
	expect(addMonths('2027-06-09', 24)).toBe('2029-06-09');
	expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
	expect(addMonths('2027-03-31', -1)).toBe('2027-02-28');
	expect(addMonths('2027-11-30', 3)).toBe('2028-02-29');
});

test('the notice comes before the day, and nothing is due before it', () => {
	fc.assert(
		fc.property(date, fc.integer({ min: 1, max: 36 }), date, (contact, months, today) => {
			const due = dueAfter(contact, months, today);
			expect(due.notice < due.on && contact < due.on).toBe(true);
			expect(due.state).toBe(today >= due.on ? 'due' : today >= due.notice ? 'soon' : 'kept');
		})
	);
});

test('the last contact is the latest day written, never one to come', () => {
	expect(lastContact('2027-06-09', [null, '2027-12-01', '2027-07-01'], '2028-01-01')).toBe('2027-12-01');
	expect(lastContact('2027-06-09', ['2031-01-01'], '2028-01-01')).toBe('2027-06-09');
	expect(lastContact('2027-06-09', ['2020-01-01', null], '2028-01-01')).toBe('2027-06-09');
});
