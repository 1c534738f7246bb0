import { expect, test } from 'vitest';
import { packDue } from '$lib/domain/backup-mailing';

const days = ['2027-06-08', '2027-06-09'];
const due = (date: string, minutes: number) => packDue(days, 18 * 60, { date, minutes });

test('a pack is due from the evening before until its day at noon', () => {
	expect(due('2027-06-06', 23 * 60)).toBeNull();
	expect(due('2027-06-07', 18 * 60 - 1)).toBeNull();
	expect(due('2027-06-07', 18 * 60)).toBe('2027-06-08');
	expect(due('2027-06-08', 7 * 60)).toBe('2027-06-08');
	expect(due('2027-06-08', 12 * 60)).toBeNull();
	expect(due('2027-06-08', 18 * 60)).toBe('2027-06-09');
	expect(due('2027-06-09', 18 * 60)).toBeNull();
	expect(packDue([], 18 * 60, { date: '2027-06-07', minutes: 1200 })).toBeNull();
});
