import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	clock,
	clockInput,
	dateRange,
	dayAndMonth,
	duration,
	french,
	halfDayInWords,
	listed,
	longDate,
	moment,
	number,
	plural,
	searchable,
	shortDay
} from '$lib/domain/french';
import { at } from '../builders';

/** No-break spaces made visible: ␣ narrow, ⍽ full. */
const seen = (text: string) => text.replace(/\u202f/g, '␣').replace(/\u00a0/g, '⍽');

describe('hours', () => {
	test.for([
		[0, '0␣h', '00:00'],
		[at(9), '9␣h', '09:00'],
		[at(9, 5), '9␣h␣05', '09:05'],
		[at(17, 30), '17␣h␣30', '17:30'],
		[at(24), '24␣h', '24:00']
	] as const)('%i → %s', ([minutes, words, input]) => {
		expect(seen(clock(minutes))).toBe(words);
		expect(clockInput(minutes)).toBe(input);
	});

	test('never show sixty minutes, even from a fraction', () => {
		fc.assert(
			fc.property(fc.double({ min: 0, max: 1440, noNaN: true }), (minutes) => {
				const [, hours, rest = '0'] = /^(\d+)\u202fh(?:\u202f(\d\d))?$/.exec(clock(minutes))!;
				expect(Number(hours) * 60 + Number(rest)).toBe(Math.round(minutes));
				expect(Number(rest)).toBeLessThan(60);
			})
		);
	});

	test('lengths', () => {
		expect(seen(duration(45))).toBe('45⍽min');
		expect(seen(duration(60))).toBe('1␣h');
		expect(seen(duration(75))).toBe('1␣h␣15');
	});
});

describe('dates', () => {
	test('in words', () => {
		expect(longDate('2027-06-08')).toBe('mardi 8 juin 2027');
		expect(dayAndMonth('2027-06-08')).toBe('mardi 8 juin');
		expect(shortDay('2027-06-08')).toBe('mar. 8');
		expect(halfDayInWords('2027-06-08:afternoon')).toBe('mardi 8 juin, après-midi');
		expect(halfDayInWords('n’importe quoi')).toBe('n’importe quoi');
	});

	test('the first of a month is « 1er », whatever stands before it', () => {
		expect(dayAndMonth('2027-06-01')).toBe('mardi 1er juin');
		expect(longDate('2027-06-01')).toBe('mardi 1er juin 2027');
		expect(shortDay('2027-06-01')).toBe('mar. 1er');
		expect(dateRange('2027-06-01', '2027-06-03')).toBe('du 1er au 3 juin 2027');
		expect(dateRange('2027-07-01', '2027-07-01')).toBe('le 1er juillet 2027');
		expect(dayAndMonth('2027-06-11')).toBe('vendredi 11 juin');
		expect(dayAndMonth('2027-06-21')).toBe('lundi 21 juin');
	});

	test.for([
		['2027-06-08', '2027-06-08', 'le 8 juin 2027'],
		['2027-06-08', '2027-06-10', 'du 8 au 10 juin 2027'],
		['2027-06-30', '2027-07-01', 'du 30 juin au 1er juillet 2027'],
		['2026-12-31', '2027-01-02', 'du 31 décembre 2026 au 2 janvier 2027']
	] as const)('from %s to %s: %s', ([from, to, words]) => {
		expect(dateRange(from, to)).toBe(words);
	});

	test('an instant is read at the hour of Paris, summer and winter', () => {
		expect(seen(moment(new Date('2027-06-08T07:05:00Z')))).toBe('8 juin 2027 à 9␣h␣05');
		expect(seen(moment(new Date('2027-12-31T23:30:00Z')))).toBe('1er janvier 2028 à 0␣h␣30');
	});
});

describe('numbers and lists', () => {
	test('French counts nothing and one in the singular', () => {
		expect(seen(plural(0, 'visite'))).toBe('0⍽visite');
		expect(seen(plural(1, 'visite'))).toBe('1⍽visite');
		expect(seen(plural(2, 'visite'))).toBe('2⍽visites');
		expect(seen(plural(1.5, 'jour'))).toBe('1,5⍽jour');
		expect(seen(plural(3, 'lieu', 'lieux'))).toBe('3⍽lieux');
		expect(seen(plural(12345, 'mètre'))).toBe('12␣345⍽mètres');
		expect(seen(number(1234567))).toBe('1␣234␣567');
	});

	test('lists end with « et »', () => {
		expect(listed([])).toBe('');
		expect(listed(['Ana'])).toBe('Ana');
		expect(listed(['Ana', 'Bilal'])).toBe('Ana et Bilal');
		expect(listed(['Ana', 'Bilal', 'Chloé'])).toBe('Ana, Bilal et Chloé');
	});
});

describe('searching and sorting', () => {
	test('accents, case, hyphens and apostrophes do not matter', () => {
		expect(searchable('  Saint-Étienne  de l’Œuvre ')).toBe('saint etienne de l oeuvre');
		expect(searchable("L'Île-d’Yeu")).toBe('l ile d yeu');
	});

	test('what is reduced stays so', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme' }),
				(text) => searchable(searchable(text)) === searchable(text)
			)
		);
	});

	test('numbers count, accents come after', () => {
		expect(['Équipe 10', 'equipe 2', 'Écluse'].sort(french.compare)).toEqual([
			'Écluse',
			'equipe 2',
			'Équipe 10'
		]);
	});
});
