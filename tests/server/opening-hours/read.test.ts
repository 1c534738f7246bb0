import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { osmOfFrench } from '$lib/domain/french-hours';
import { outOfHours, outOfHoursInWords } from '$lib/domain/opening-hours';
import { openingHoursInWords, openOn, readOpeningHours } from '$lib/server/opening-hours/read';

describe('what people type', () => {
	test.each([
		['Lu-Ve 8h-12h', 'Mo-Fr 08:00-12:00'],
		['lundi 8h-12h', 'Mo 08:00-12:00'],
		['Du lundi au vendredi de 8 h à 12 h et de 13h30 à 17h', 'Mo-Fr 08:00-12:00,13:30-17:00'],
		['lun., mar. et jeu. 9h-18h', 'Mo,Tu,Th 09:00-18:00'],
		['mardi 8h-12h, mercredi 9:00-17:00', 'Tu 08:00-12:00; We 09:00-17:00'],
		['Fermé le mercredi ; du lundi au samedi 9h à midi', 'Mo-Sa 09:00-12:00; We off'],
		['tous les jours 10h-19h sauf le dimanche et les jours fériés', 'Mo-Su 10:00-19:00; Su,PH off'],
		['Ouvert 7j/7 24h/24', 'Mo-Su 00:00-24:00'],
		['lundi : 8h-12h\nlundi : 14h-17h', 'Mo 08:00-12:00,14:00-17:00'],
		['sur rendez-vous', '"sur rendez-vous"'],
		['8h-18h', '08:00-18:00']
	])('%j', (typed, osm) => {
		expect(osmOfFrench(typed)).toBe(osm);
		expect(readOpeningHours(typed)).not.toBeNull();
	});

	test('the syntax itself is left alone, and « Mar » is its month of March', () => {
		for (const osm of [
			'Mo-Fr 08:00-12:00,13:30-17:00; PH off',
			'24/7',
			'Apr-Oct Mo-Sa 09:00-19:00',
			'Mo-Fr 08:00-18:00 "sur rendez-vous"',
			'Mar-Nov: Sa 10:00-12:00'
		])
			// prettier-ignore
			expect(osmOfFrench(osm)).toBe(osm);
	});

	test('what nobody can read is refused, whatever it is', () => {
		for (const typed of ['nawak', 'Mo 25:00-27:00', 'le matin', '{}'])
			expect(readOpeningHours(typed), typed).toBeNull();
		fc.assert(fc.property(fc.string({ maxLength: 40 }), (typed) => void readOpeningHours(typed)));
	});

	test('read again, hours are the same: an export comes back as it left', () => {
		const time = fc.integer({ min: 0, max: 47 }).map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`); // prettier-ignore
		const day = fc.constantFrom('Mo', 'Tu-Fr', 'We,Fr', 'Sa-Su', 'PH', 'Mo-Fr');
		const rule = fc.tuple(day, time, time).map(([on, from, to]) => (from < to ? `${on} ${from}-${to}` : `${on} off`)); // prettier-ignore
		fc.assert(
			fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), (rules) => {
				const once = readOpeningHours(rules.join('; '));
				if (once) expect(readOpeningHours(once)).toBe(once);
			}),
			{ numRuns: 60 }
		);
	});
});

test('hours are said in French', () => {
	const said = (osm: string) => openingHoursInWords(osm).replace(/[\u00a0\u202f]/g, ' ');
	expect(said('Mo-Fr 08:00-12:00,13:30-17:00; PH off')).toBe(
		'lun. à ven. 8 h à 12 h, 13 h 30 à 17 h ; jours fériés fermé'
	);
	expect(said('Mo-Fr 09:00-18:00 "sur rendez-vous"')).toBe('lun. à ven. 9 h à 18 h "sur rendez-vous"');
	expect(said('Mo,Tu 09:00-18:00')).toBe('lun., mar. 9 h à 18 h');
});

describe('slots outside the hours', () => {
	const slot = (date: string, from: number, to: number) => ({ date, from: from * 60, to: to * 60 });
	const outside = (osm: string, ...slots: ReturnType<typeof slot>[]) =>
		outOfHours(slots, openOn(osm)).map((one) => outOfHoursInWords(one).replace(/[\u00a0\u202f]/g, ' '));

	test('each is told with the hours of its day', () => {
		const osm = 'Mo-Fr 08:00-12:00,13:30-17:00; We off';
		expect(
			outside(osm, slot('2027-06-08', 8, 12), slot('2027-06-08', 7, 9), slot('2027-06-09', 9, 10))
		).toEqual([
			'mardi 8 juin de 7 h à 9 h, alors qu’elle ouvre de 8 h à 12 h et 13 h 30 à 17 h',
			'mercredi 9 juin de 9 h à 10 h, alors qu’elle est fermée ce jour-là'
		]);
		// Across its lunch is outside too.
		expect(outside(osm, slot('2027-06-08', 11, 14))).toHaveLength(1);
	});

	test('a bank holiday counts: Ascension 2027 is a Thursday', () => {
		expect(outside('Mo-Fr 08:00-18:00; PH off', slot('2027-05-06', 9, 10))).toHaveLength(1);
		expect(outside('Mo-Fr 08:00-18:00', slot('2027-05-06', 9, 10))).toEqual([]);
	});

	test('nothing is said of hours that do not say: on request, school holidays, none, unreadable', () => {
		for (const osm of ['"sur rendez-vous"', 'Mo-Fr 08:00-18:00; SH off', '', 'nawak'])
			expect(outside(osm, slot('2027-06-06', 3, 4)), osm).toEqual([]);
	});

	test('stretches that touch are one, and midnight ends the day', () => {
		expect(outside('Tu 08:00-12:00,12:00-24:00', slot('2027-06-08', 11, 13), slot('2027-06-08', 22, 24))).toEqual([]); // prettier-ignore
	});
});
