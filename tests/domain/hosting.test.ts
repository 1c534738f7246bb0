import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { admits } from '$lib/domain/admission';
import { safetyWear, unsuitedFor, wearInWords, welcomeOf, worn, type SafetyWear } from '$lib/domain/hosting';
import { needs, type Need } from '$lib/domain/participant';
import { aCompany, aParticipant } from '../builders';

const items = fc.uniqueArray(fc.constantFrom(...(Object.keys(safetyWear) as SafetyWear[])));

describe('what is worn', () => {
	test('says who lends it', () => {
		expect(wearInWords({ wear: ['closed-shoes', 'helmet', 'vest'], wearLent: ['helmet', 'vest'] })).toBe(
			'chaussures fermées\u202f; casque et gilet fluorescent (en prêt sur place)'
		);
		expect(wearInWords({ wear: ['gloves'], wearLent: [] })).toBe('gants');
		expect(wearInWords({ wear: [], wearLent: ['coat'] })).toBe('blouse (en prêt sur place)');
		expect(wearInWords({ wear: [], wearLent: [] })).toBe('');
	});

	test('what is lent is worn, once, in the order of the list', () => {
		fc.assert(
			fc.property(items, items, (wear, wearLent) => {
				const all = worn({ wear, wearLent });
				expect(new Set(all)).toEqual(new Set([...wear, ...wearLent]));
				expect(all).toHaveLength(new Set(all).size);
				expect(worn({ wear: all, wearLent })).toEqual(all);
			})
		);
	});
});

test('the door is opened by whoever the host named, else by its contact', () => {
	const company = aCompany({ contactName: 'Claude Petit', contactPhone: '06 00 00 00 01' });
	expect(welcomeOf(company)).toEqual({ name: 'Claude Petit', phone: '06 00 00 00 01' });
	expect(welcomeOf({ ...company, welcomeName: 'Line Roux' }).phone).toBe('06 00 00 00 01');
	expect(welcomeOf({ ...company, welcomeName: 'Line Roux', welcomePhone: '06 00 00 00 09' })).toEqual({
		name: 'Line Roux',
		phone: '06 00 00 00 09'
	});
});

describe('who may come in', () => {
	test.each<[object, Need[], boolean]>([
		[{ stepFree: true, unsuited: [] }, ['wheelchair', 'step-free', 'little-walking', 'pregnancy'], true],
		[{ stepFree: false, unsuited: [] }, ['step-free'], false],
		[{ stepFree: false, unsuited: [] }, ['little-walking', 'pregnancy'], true],
		[{ stepFree: true, unsuited: ['pregnancy'] }, ['pregnancy'], false],
		[{ stepFree: true, unsuited: ['pregnancy'] }, ['wheelchair'], true],
		[{ stepFree: true, unsuited: ['reduced-mobility'] }, ['little-walking'], false],
		[{ stepFree: true, unsuited: ['reduced-mobility'] }, ['wheelchair'], false]
	])('a host with %j and a person who needs %j: %s', (conditions, wanted, comes) => {
		expect(admits(aCompany(conditions), aParticipant({ needs: wanted }))).toBe(comes);
	});

	test('papers and age; an age nobody told is no bar', () => {
		expect(admits(aCompany({ requiresIdPaper: true }), aParticipant({ hasIdPaper: false }))).toBe(false);
		expect(admits(aCompany({ minAge: 18 }), aParticipant({ ageBand: 'under-18' }))).toBe(false);
		expect(admits(aCompany({ minAge: 18 }), aParticipant({ ageBand: null }))).toBe(true);
	});

	test('a host that asks for less never lets fewer people in', () => {
		const conditions = fc.record({
			requiresIdPaper: fc.boolean(),
			minAge: fc.option(fc.integer({ min: 0, max: 60 })),
			stepFree: fc.boolean(),
			unsuited: fc.subarray(Object.keys(unsuitedFor) as (keyof typeof unsuitedFor)[])
		});
		const person = fc
			.record({ needs: fc.subarray(Object.keys(needs) as Need[]), hasIdPaper: fc.boolean() })
			.map(aParticipant);
		fc.assert(
			fc.property(conditions, person, (asked, who) => {
				if (!admits(aCompany(asked), who)) return;
				expect(admits(aCompany({ ...asked, unsuited: [], stepFree: true }), who)).toBe(true);
				expect(admits(aCompany({ ...asked, requiresIdPaper: false, minAge: null }), who)).toBe(true);
			})
		);
	});
});
