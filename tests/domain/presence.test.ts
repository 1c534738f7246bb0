import { describe, expect, test } from 'vitest';
import { halfDaysInWords } from '$lib/domain/fields/words';
import { expectedHalfDays, missed, presenceInWords, tightestHalfDay } from '$lib/domain/presence';
import { anAccompanist, aParticipant, aProgramme, aVehicle, people } from '../builders';

const programme = aProgramme('2027-06-08', 'VV LR');
const all = expectedHalfDays(programme).map(({ key }) => key);

test('nobody is expected on a half-day left free', () => {
	expect(all).toEqual(['2027-06-08:morning', '2027-06-08:afternoon', '2027-06-09:afternoon']);
});

test.each([
	[[], 0, 'toutes'],
	[['2027-06-08:morning'], 1, '2\u00a0demi-journées sur 3'],
	[['2027-06-08:morning', '2027-06-08:afternoon'], 2, '1\u00a0demi-journée sur 3'],
	[all, 3, 'aucune'],
	[['2027-06-09:morning', '2031-01-01:morning'], 0, 'toutes']
])('absences %j', (absences, count, words) => {
	expect(missed(absences, programme)).toBe(count);
	expect(presenceInWords(absences, programme)).toBe(words);
});

test('absences in words, as a merge says them', () => {
	const say = halfDaysInWords('absent·e');
	expect(say([])).toBe('toutes les demi-journées');
	expect(say(['2027-06-08:morning'])).toBe('absent·e mardi 8 juin, matin');
});

describe('seats against people', () => {
	test('the tightest visiting half-day is told', () => {
		const vehicles = [aVehicle({ seats: 5 }), aVehicle({ seats: 9, absences: ['2027-06-08:afternoon'] })];
		const riders = [...people(7), anAccompanist(), aParticipant({ absences: ['2027-06-08:afternoon'] })];
		expect(tightestHalfDay(programme, vehicles, riders)).toMatchObject({
			halfDay: { key: '2027-06-08:afternoon' },
			seats: 5,
			people: 8
		});
	});

	test('a rally without visits needs no seat', () => {
		expect(tightestHalfDay(aProgramme('2027-06-08', 'RC'), [aVehicle()], people(3))).toBeNull();
	});
});
