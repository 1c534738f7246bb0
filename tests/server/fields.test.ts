import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import * as field from '$lib/server/fields';

const read = (schema: z.ZodType, typed: unknown) => {
	const parsed = schema.safeParse(typed);
	return parsed.success ? parsed.data : { refused: parsed.error.issues[0]!.message };
};
const refused = (words: string) => ({ refused: expect.stringContaining(words) as string });

test.each([
	['09:05', 545],
	['9h05', 545],
	['9 h 05', 545],
	['9\u202fh\u202f05', 545],
	['9H', 540],
	['9 h', 540],
	['0:00', 0],
	['23:59', 1439],
	['09:05:30', 545],
	['24:00', null],
	['9:60', null],
	['9h:30', null],
	['9', null],
	['9:5', null],
	['midi', null],
	['', null],
	['-1:00', null]
])('the clock « %s »', (typed, expected) => {
	expect(field.readClock(typed)).toBe(expected);
});

test.each([
	['0475123456', '04 75 12 34 56'],
	['04.75.12.34.56', '04 75 12 34 56'],
	['04-75-12-34-56', '04 75 12 34 56'],
	['+33 4 75 12 34 56', '04 75 12 34 56'],
	['+33 (0)4 75 12 34 56', '04 75 12 34 56'],
	['0033475123456', '04 75 12 34 56'],
	['+41 22 123 45 67', '+41221234567'],
	['', ''],
	['04 75 12 34', refused('dix chiffres')],
	['04 75 12 34 56 poste 12', refused('dix chiffres')],
	['téléphone', refused('dix chiffres')],
	['+', refused('dix chiffres')]
])('the phone number « %s »', (typed, expected) => {
	expect(read(field.phone(), typed)).toEqual(expected);
});

test.each([
	['07200', '07200'],
	[' 74 300 ', '74300'],
	['', ''],
	['7430', refused('cinq chiffres')],
	['2A000', refused('cinq chiffres')],
	['743001', refused('cinq chiffres')]
])('the postcode « %s »', (typed, expected) => {
	expect(read(field.postcode(), typed)).toEqual(expected);
});

test.each([
	['732 829 320 00074', '73282932000074'],
	['732.829.320.00074', '73282932000074'],
	['35600000000048', '35600000000048'],
	['35600000049837', '35600000049837'], // La Poste: digits that sum to a multiple of five
	['', null],
	['73282932000075', '73282932000075'], // doubted on screen, and kept
	['732 829 320 00074', '73282932000074'],
	['732829320', refused('quatorze chiffres')],
	['7328293200007X', refused('quatorze chiffres')]
])('the SIRET « %s »', (typed, expected) => {
	expect(read(field.siretOrNull(), typed)).toEqual(expected);
});

test.each([
	['1071c', '10.71C'],
	['10.71C', '10.71C'],
	['', null],
	['107', refused('10.71C')]
])('the NAF code « %s »', (typed, expected) => {
	expect(read(field.nafOrNull(), typed)).toEqual(expected);
});

describe('text', () => {
	test.each([
		['  Ana  ', 'Ana'],
		['a\u0000b\u0007c\u0085', 'abc'],
		['\u202eevil\u202c', 'evil'],
		['\u200fشركة\u200f', 'شركة'],
		['un\r\ndeux', 'un\ndeux'],
		['👩🏽‍🌾', '👩🏽‍🌾'],
		[['a', 'b'], 'a'],
		[undefined, '']
	])('%j is read as %j', (typed, expected) => {
		expect(read(field.text(), typed)).toBe(expected);
	});

	test.each(['', '   ', '\u200b', '\u200d\u2060', '\u202e', undefined])('%j is no name', (typed) => {
		expect(read(field.required('Écrivez le nom.'), typed)).toEqual({ refused: 'Écrivez le nom.' });
	});

	test('is counted once cleaned', () => {
		expect(read(field.text(3), ` abc\u0000 `)).toBe('abc');
		expect(read(field.text(3), 'abcd')).toEqual(refused('3 caractères'));
	});
});

describe('half-days', () => {
	const [morning, afternoon] = ['2027-06-08:morning', '2027-06-08:afternoon'];
	test.each([
		[undefined, []],
		['', []],
		[afternoon, [afternoon]],
		[[afternoon, morning], [afternoon, morning].sort()],
		[{ shown: [morning, afternoon], present: morning }, [afternoon]],
		[{ shown: [morning, afternoon] }, [afternoon, morning].sort()],
		[{ shown: morning, present: [morning, afternoon] }, []],
		[{ present: morning }, []],
		['mardi', refused('demi-journées')],
		[{ shown: ['mardi'] }, refused('demi-journées')],
		[{ shown: [{}] }, refused('forme attendue')],
		[[{}], refused('forme attendue')]
	])('absences from %j', (typed, expected) => {
		expect(read(field.absences(), typed)).toEqual(expected);
	});
});

test.each([
	[field.choice({ a: 'A' }), 'a', 'a'],
	[field.choice({ a: 'A' }), '__proto__', refused('Choisissez')],
	[field.choices({ a: 'A', b: 'B' }), ['b', 'a', 'b'], ['a', 'b']],
	[field.choices({ a: 'A' }), ['a', 'toString'], refused('Choisissez')],
	[field.ids(), ['pas-un-id'], refused('Choisissez')],
	[field.idOrNull(), '', null],
	[field.idOrNull(), 'pas-un-id', refused('Choisissez')],
	[field.ticked(), undefined, false],
	[field.ticked(), 'on', true],
	[field.whole(2, 9), ' 5 ', 5],
	[field.whole(2, 9), '5,5', refused('entre 2 et 9')],
	[field.whole(2, 9), '1e1', refused('entre 2 et 9')],
	[field.wholeOrNull(2, 9), '', null],
	[field.decimalOrNull(-90, 90, 'Non.'), '46,08', 46.08],
	[field.decimalOrNull(-90, 90, 'Non.'), '91', { refused: 'Non.' }],
	[field.date(), '2027-02-30', refused('date')],
	[field.email(), ' Claire@Exemple.FR ', 'claire@exemple.fr'],
	[field.email(), 'claire@', refused('prenom@exemple.fr')]
])('brick %#', (schema, typed, expected) => {
	expect(read(schema as z.ZodType, typed)).toEqual(expected);
});
