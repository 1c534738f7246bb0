import { describe, expect, test } from 'vitest';
import { mangledEmail, mangledPhone, mangledPostcode, mangledSiret } from '$lib/domain/import/mangled';
import { splitName } from '$lib/domain/import/person-columns';
import {
	choicesReader,
	readDay,
	readHalfDays,
	readNumber,
	readSlots,
	readYesNo,
	writeHalfDay,
	writeSlot
} from '$lib/domain/import/values';
import { statuses } from '$lib/domain/participant';

describe('what a spreadsheet did to an identifier', () => {
	test.each([
		['7328293200007', { text: '07328293200007', cause: 'lost-zero' }],
		['7,32829E+13', { text: null, cause: 'rounded' }],
		['7.3282932000074E+13', { text: '73282932000074', cause: 'number' }],
		['73282932000074,0', { text: '73282932000074', cause: 'number' }],
		['SIRET : 732 829 320 00074', { text: '73282932000074', cause: 'prefix' }],
		['732829320', { text: null, cause: 'siren' }],
		['732 829 320 00074', null],
		['bonjour', null]
	])('SIRET %s', (text, expected) => expect(mangledSiret(text)).toEqual(expected));

	test.each([
		['475123456', { text: '0475123456', cause: 'lost-zero' }],
		['33475123456', { text: '+33475123456', cause: 'number' }],
		['4,75123E+08', { text: null, cause: 'rounded' }],
		['04 75 12 34 56 / 06 01 02 03 04', { text: '0475123456', cause: 'several' }],
		['Tél. : 04.75.12.34.56', { text: '0475123456', cause: 'prefix' }],
		['04.75.12.34.56', null],
		['+33 6 12 34 56 78', null],
		['0033145678901', null],
		['poste 12', null]
	])('phone %s', (text, expected) => expect(mangledPhone(text)).toEqual(expected));

	test.each([
		['7200', { text: '07200', cause: 'lost-zero' }],
		['7200,0', { text: '07200', cause: 'lost-zero' }],
		['F-07200', { text: '07200', cause: 'prefix' }],
		['07200 CEDEX', { text: '07200', cause: 'prefix' }],
		['07 200', null],
		['72', null]
	])('postcode %s', (text, expected) => expect(mangledPostcode(text)).toEqual(expected));

	test('e-mail', () => {
		expect(mangledEmail('Claire <claire@exemple.fr>')).toEqual({
			text: 'claire@exemple.fr',
			cause: 'prefix'
		});
		expect(mangledEmail('a@exemple.fr ; b@exemple.fr')).toEqual({ text: 'a@exemple.fr', cause: 'several' });
		expect(mangledEmail('claire@exemple.fr')).toBeNull();
	});
});

test.each([
	['oui', true],
	['X', true],
	['VRAI', true],
	['✓', true],
	['Non', false],
	['0', false],
	['-', false],
	['peut-être', null]
])('« %s » is yes, no, or neither', (text, expected) => expect(readYesNo(text)).toBe(expected));

test.each([
	['08/06/2027', '2027-06-08'],
	['8.6.27', '2027-06-08'],
	['23-04-84', '1984-04-23'],
	['2027-06-08 09:00', '2027-06-08'],
	['juin', null]
])('« %s » is a day', (text, expected) => expect(readDay(text)).toBe(expected));

test('slots are read as they are written, and as people write them', () => {
	const slot = { date: '2027-06-08', from: 540, to: 690 };
	const typed = { date: '2027-06-08', from: '09:00', to: '11:30' };
	for (const text of [writeSlot(slot), '08/06/2027 9h-11h30', '08/06/27 : de 9 h à 11 h 30']) {
		expect(readSlots(text)).toEqual({ slots: [typed], unknown: [] });
	}
	expect(readSlots('mardi matin ; 08/06/2027 9h-11h30')).toEqual({
		slots: [typed],
		unknown: ['mardi matin']
	});
});

test('half-days are read as they are written; a day alone is both', () => {
	expect(readHalfDays(writeHalfDay('2027-06-08:afternoon'))).toEqual({
		keys: ['2027-06-08:afternoon'],
		unknown: []
	});
	expect(readHalfDays('08/06/2027 ; 09/06/2027 matin').keys).toEqual([
		'2027-06-08:morning',
		'2027-06-08:afternoon',
		'2027-06-09:morning'
	]);
});

test('several statuses in a cell, whatever parts them; what is unknown is told', () => {
	const read = choicesReader(statuses, { rsa: ['rsa'], disabled: ['rqth'] });
	expect(read('RSA, RQTH')).toEqual({ keys: ['rsa', 'disabled'], unknown: [] });
	expect(read('RSA + ASS')).toEqual({ keys: ['rsa'], unknown: ['ASS'] });
	expect(read(Object.values(statuses).join(' ; '))).toEqual({ keys: Object.keys(statuses), unknown: [] });
});

test('thousands and useless decimals', () => {
	expect(readNumber('1 234,0')).toBe('1234');
	expect(readNumber('4,612')).toBe('4,612');
});

test.each([
	['DURAND Ana', 'Ana', 'DURAND'],
	['Ana DURAND', 'Ana', 'DURAND'],
	['Mme Ana Durand', 'Ana', 'Durand'],
	['DE LA TOUR Marie-Jo', 'Marie-Jo', 'DE LA TOUR']
])('« %s » is two names', (text, firstName, lastName) =>
	expect(splitName(text)).toEqual({ firstName, lastName })
);
