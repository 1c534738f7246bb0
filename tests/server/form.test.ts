import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readForm } from '$lib/server/form';
import { AccompanistForm } from '$lib/server/use-cases/accompanists/accompanist-form';
import { CompanyForm } from '$lib/server/use-cases/companies/company-form';
import { ParticipantForm } from '$lib/server/use-cases/participants/participant-form';
import { PartnerForm } from '$lib/server/use-cases/partners/partner-form';
import { VehicleForm } from '$lib/server/use-cases/vehicles/vehicle-form';
import * as inputs from './records/inputs';

type Pairs = [name: string, value: string][];
const sent = (pairs: Pairs) => {
	const body = new URLSearchParams(pairs);
	return new Request('http://localhost/', { method: 'POST', body });
};

/** Each form, what fills it rightly, and its fields of free text. */
const forms = [
	['company', CompanyForm, inputs.company(), ['name', 'arrivalNote', 'safetyNote', 'contactName']],
	['participant', ParticipantForm, inputs.participant(), ['firstName', 'lastName', 'prescriber', 'commune']],
	['vehicle', VehicleForm, inputs.vehicle(), ['name', 'ownerName', 'plate']],
	['accompanist', AccompanistForm, inputs.accompanist(), ['firstName', 'lastName', 'employer']],
	['partner', PartnerForm, inputs.partner(), ['name', 'contactName']]
] as const;

const filled = (input: object): Pairs =>
	Object.entries(input).flatMap(([name, value]): Pairs => {
		if (Array.isArray(value)) return value.map((item) => [name, String(item)]);
		return value === null || value === false ? [] : [[name, value === true ? 'on' : String(value)]];
	});

const nasty = [
	'',
	' ',
	'x'.repeat(5000),
	'<script>alert(1)</script>',
	'👩🏽‍🌾👨‍👩‍👧',
	'\u202eabc\u202c',
	'\u200fشركة',
	'\u0000\u0007\u001b[31m',
	'-1',
	'1e9',
	'NaN',
	'null',
	'undefined',
	'[object Object]',
	"'; drop table company; --",
	'\ufffd\uffff',
	'2027-02-30',
	'99:99'
];
const ENGLISH = /invalid|expected|required|received|too (big|small)|string|must be/i;

/** Reads, and holds the answer to what every answer owes. */
async function reading(schema: z.ZodType, pairs: Pairs) {
	const form = await readForm(sent(pairs), schema);
	if (form.ok) return form;
	const { problems, typed } = form.error;
	expect(Object.keys(problems).length).toBeGreaterThan(0);
	for (const [name, messages] of Object.entries(problems)) {
		expect(name, 'the message stands at a field').toMatch(/^[a-zA-Z]/);
		for (const message of messages) expect(message).not.toMatch(ENGLISH);
	}
	for (const [name] of pairs) {
		if (!/^\w+$/.test(name) || name === '__proto__' || name === 'constructor' || name === 'prototype')
			continue;
		const values = pairs.filter(([other]) => other === name).map(([, value]) => value);
		if (pairs.some(([other]) => other.startsWith(`${name}.`))) continue;
		expect(typed[name]).toEqual(values.length > 1 ? values : values[0]);
	}
	return form;
}

describe.each(forms)('%s', (_, schema, input, texts) => {
	const names = Object.keys(input);

	test('reads back what it saved', async () => {
		const form = await reading(schema, filled(input));
		expect(form.ok && form.value).toEqual(input);
	});

	test('says in French what is missing when nothing is sent', async () => {
		expect((await reading(schema, [])).ok).toBe(false);
	});

	test.each(names)('%s: refuses or reads anything, never throws', async (name) => {
		const others = filled(input).filter(([other]) => other !== name);
		for (const value of nasty) {
			await reading(schema, [...others, [name, value]]);
			await reading(schema, [...others, [name, value], [name, 'deux']]);
			await reading(schema, [...others, [`${name}.0`, value], [`${name}.1.x`, value]]);
			await reading(schema, [...others, [`${name}.shown`, value], [`${name}.length`, '99999999999']]);
		}
	});

	test('any mixture of names and values', () =>
		fc.assert(
			fc.asyncProperty(
				fc.array(
					fc.tuple(
						fc.oneof(
							fc.constantFrom(...names),
							fc
								.tuple(
									fc.constantFrom(...names),
									fc.constantFrom('0', '999', '__proto__', 'length', 'from', 'map')
								)
								.map((path) => path.join('.')),
							fc.constantFrom(
								'__proto__',
								'__proto__.name',
								'constructor.prototype.name',
								'',
								'.',
								'a.b.c.d.e'
							)
						),
						fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 30 }))
					),
					{ maxLength: 20 }
				),
				async (pairs) => {
					await reading(schema, pairs);
					expect(({} as Record<string, unknown>).name).toBeUndefined();
				}
			),
			{ numRuns: 150 }
		));

	test.each(texts)('%s: kept as typed, apart from trimming, control and direction marks', (name) =>
		fc.assert(
			fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 15 }), async (typed) => {
				const others = filled(input).filter(([other]) => other !== name);
				const form = await reading(schema, [...others, [name, typed]]);
				const gone =
					// eslint-disable-next-line no-control-regex -- the marks that must go
					/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
				if (form.ok)
					expect((form.value as Record<string, unknown>)[name]).toBe(
						typed.replace(gone, '').replace(/\r\n?/g, '\n').trim()
					);
			}),
			{ numRuns: 100 }
		)
	);
});

test('a list stays a list, whatever is written in it', async () => {
	const schema = z.object({ slots: z.array(z.record(z.string(), z.unknown())) });
	const form = await readForm(
		sent([
			['slots.0.from', '9 h'],
			['slots.length', '99999999999'],
			['slots.length.x', '1'],
			['slots.forEach', 'x'],
			['slots.0.__proto__.polluted', 'x'],
			['slots.1.from', '10 h']
		]),
		schema
	);
	expect(form.ok && form.value).toEqual({ slots: [{ from: '9 h' }, { from: '10 h' }] });
});

test('a body that is no form is refused in words', async () => {
	const request = new Request('http://localhost/', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }); // prettier-ignore
	expect(await readForm(request, z.object({}))).toMatchObject({
		ok: false,
		error: { typed: {}, problems: { '': [expect.stringContaining('pas pu être lu')] } }
	});
});
