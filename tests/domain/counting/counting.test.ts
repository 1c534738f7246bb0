import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allMixTraits, mixOf } from '$lib/domain/counting/mix';
import { overlap } from '$lib/domain/counting/overlap';
import { publics, type PublicKey } from '$lib/domain/counting/public';
import { countedFor, quotaOf, quotas } from '$lib/domain/counting/quota';
import { ageBands, diplomas, genders, statuses, type Status } from '$lib/domain/participant';
import { sectors } from '$lib/domain/sector';
import { aParticipant, aPartner } from '../../builders';

const keys = <K extends string>(labels: Record<K, unknown>) =>
	fc.constantFrom(...(Object.keys(labels) as K[]));
const person = fc
	.record({
		statuses: fc.array(keys(statuses), { maxLength: 6 }),
		gender: fc.option(keys(genders)),
		ageBand: fc.option(keys(ageBands)),
		diploma: fc.option(keys(diplomas)),
		formerSector: fc.option(keys(sectors)),
		commune: fc.constantFrom('', 'Aubenas', 'Ucel', 'Vogüé')
	})
	.map((traits) => aParticipant(traits));
const people = fc.array(person, { maxLength: 30 });
const rule = fc.record({
	public: keys(publics),
	wanted: fc.option(fc.integer({ min: 1, max: 30 })),
	siae: fc.boolean()
});
const withStatuses = (...said: Status[]) => aParticipant({ statuses: said });

describe('nobody is counted twice', () => {
	test('for a funder, each person is in one of three, whatever their statuses, even entered twice in the list', () => {
		fc.assert(
			fc.property(people, rule, (group, one) => {
				const quota = quotaOf(group, one);
				expect(quota.counted + quota.inSiae + quota.outside).toBe(group.length);
				expect(quotaOf([...group, ...group], one)).toEqual(quota);
				expect(quotaOf([...group].reverse(), one)).toEqual(quota);
				expect(quota.counted).toBeLessThanOrEqual(group.length);
				expect(quota.missing).toBe(one.wanted === null ? null : Math.max(0, one.wanted - quota.counted));
			})
		);
	});

	test('a status said twice counts one person, and a status more never takes one away from another', () => {
		fc.assert(
			fc.property(people, (group) => {
				const once = overlap(group);
				const doubled = group.map((one) => ({ ...one, statuses: [...one.statuses, ...one.statuses] }));
				expect(overlap([...doubled, ...group])).toEqual(once);
				for (const { people: count } of once.among) expect(count).toBeLessThanOrEqual(once.people);
				expect(once.several + once.unsaid).toBeLessThanOrEqual(once.people);
			})
		);
	});

	test('a mix has each person in one part, or unknown', () => {
		fc.assert(
			fc.property(people, fc.constantFrom(...allMixTraits), (group, trait) => {
				const mix = mixOf([...group, ...group], trait);
				expect(mix.parts.reduce((sum, part) => sum + part.people, mix.unknown)).toBe(group.length);
			})
		);
	});
});

describe('the rule of the RSA', () => {
	const funder = { public: 'rsa', siae: false } as const;
	test.each<[Status[], string]>([
		[['rsa'], 'counted'],
		[['rsa', 'long-term', 'qpv'], 'counted'],
		[['siae', 'rsa-before-siae'], 'in-siae'],
		[['rsa-before-siae'], 'in-siae'],
		[['rsa', 'siae'], 'in-siae'],
		[['siae'], 'outside'],
		[['job-seeker'], 'outside'],
		[[], 'outside']
	])('%j is %s', (said, expected) => {
		expect(countedFor(withStatuses(...said), funder)).toBe(expected);
	});

	test('an agreement may count them', () => {
		expect(countedFor(withStatuses('rsa-before-siae'), { public: 'rsa', siae: true })).toBe('counted');
	});

	test('only a funder that says whom it wants has a gauge', () => {
		const group = [withStatuses('rsa'), withStatuses('rsa', 'siae'), withStatuses('job-seeker')];
		const wants = { targetPublic: 'rsa' as PublicKey, targetCount: 2 };
		const all = quotas(group, [
			aPartner({ name: 'Département', roles: ['funder'], ...wants }),
			aPartner({ name: 'Ville', roles: ['funder'] }),
			aPartner({ name: 'Mission locale', roles: ['prescriber'], ...wants })
		]);
		expect(all).toMatchObject([{ name: 'Département', counted: 1, inSiae: 1, outside: 1, missing: 1 }]);
	});
});

test('the rally of Thyez: 16 people carry 26 statuses, and 14 women with 2 men are uneven', () => {
	const has = (from: number, to: number, status: Status) => (i: number) =>
		i >= from && i < to ? [status] : [];
	const said = [has(0, 11, 'long-term'), has(7, 16, 'retraining'), has(0, 3, 'siae'), has(3, 6, 'disabled')];
	const group = Array.from({ length: 16 }, (_, i) =>
		aParticipant({ gender: i < 14 ? 'woman' : 'man', statuses: said.flatMap((of) => of(i)) })
	);
	const counted = overlap(group);
	expect(counted.people).toBe(16);
	expect(Object.fromEntries(counted.among.map(({ status, people: n }) => [status, n]))).toEqual({
		'long-term': 11,
		retraining: 9,
		siae: 3,
		disabled: 3
	});
	expect(mixOf(group, 'gender')).toMatchObject({ state: 'uneven', says: 'Femmes : 14, hommes : 2. Le groupe est déséquilibré.' }); // prettier-ignore
});

test('a mix says when too little is known, and when all are alike', () => {
	expect(mixOf([], 'gender').says).toBe('Pas encore demandé.');
	const unknown = [aParticipant({ ageBand: null }), aParticipant({ ageBand: null }), aParticipant()];
	expect(mixOf(unknown, 'ageBand')).toMatchObject({ state: 'unknown', unknown: 2 });
	expect(mixOf([aParticipant(), aParticipant()], 'ageBand')).toMatchObject({ state: 'alike' });
});
