import { describe, expect, test } from 'vitest';
import { charterNumbers } from '$lib/domain/charter';
import { closing } from '$lib/domain/charter/closing';
import { duration, restitution, visitTime } from '$lib/domain/charter/format';
import { aDay, aDossier, aPartner, aPlace, aProgramme, aRally, at, withPlan } from '../../builders';
import { fourDays2018 } from '../../instances/rallies';

const numbers = charterNumbers({ charterVersion: '2018' });
const shaped = (shape: string) =>
	aDossier({ rally: aRally({ programme: shape === '' ? [] : aProgramme('2027-06-08', shape) }) });
const kinds = (facts: readonly { kind: string }[]) => facts.map(({ kind }) => kind);

describe('R01, two or three days that follow', () => {
	test.for([
		{ shape: '', state: 'not-assessable', findings: [], missing: ['programme'] },
		{ shape: 'LL', state: 'not-assessable', findings: [], missing: ['programme'] },
		{ shape: 'VV', state: 'at-risk', findings: [], missing: ['days'] },
		{ shape: 'VV VR', state: 'respected', findings: [], missing: [] },
		{ shape: 'VV VV RC', state: 'respected', findings: [], missing: [] },
		{ shape: 'VV VV RL LC', state: 'respected', findings: [], missing: [] },
		{ shape: 'VV VL VR RC', state: 'broken', findings: ['days'], missing: [] },
		{ shape: 'VV LL VR', state: 'broken', findings: ['days-apart'], missing: [] },
		{ shape: 'VV VV LL LL LL RC', state: 'respected', findings: ['restitution-later'], missing: [] },
		{ shape: 'AV VV LL LL RR RC', state: 'broken', findings: ['days', 'restitution-later'], missing: [] }
	])('« $shape » is $state', ({ shape, state, findings, missing }) => {
		const judged = duration.assess(shaped(shape), numbers);
		expect(judged.state).toBe(state);
		expect(kinds(judged.findings)).toEqual(findings);
		expect(kinds(judged.missing)).toEqual(missing);
	});

	test('the days may be typed in any order', () => {
		const rally = aRally({ programme: aProgramme('2027-06-08', 'VV VR').reverse() });
		expect(duration.assess(aDossier({ rally }), numbers).state).toBe('respected');
	});

	test('the four days once announced in Ardèche are refused', () => {
		expect(duration.assess(fourDays2018(), numbers)).toMatchObject({
			state: 'broken',
			findings: [{ kind: 'days', actual: 4, min: 2, max: 3 }]
		});
	});
});

describe('R02, a day and a half to two days of visits', () => {
	test.for([
		{ shape: '', state: 'not-assessable' },
		{ shape: 'VV', state: 'at-risk' },
		{ shape: 'VV LR', state: 'at-risk' },
		{ shape: 'VV RR RC', state: 'broken' },
		{ shape: 'VV VR', state: 'respected' },
		{ shape: 'VV VV RC', state: 'respected' },
		{ shape: 'VV VV VR', state: 'broken' }
	])('« $shape » is $state', ({ shape, state }) => {
		expect(visitTime.assess(shaped(shape), numbers).state).toBe(state);
	});

	test('a planned visit outside the visiting half-days breaks it', () => {
		const dossier = withPlan(aDossier());
		expect(visitTime.assess(dossier, numbers).state).toBe('respected');
		const [first] = dossier.plan!.teams[0]!.visits;
		first!.date = '2027-06-09';
		first!.start = at(14);
		first!.end = at(15);
		expect(visitTime.assess(dossier, numbers)).toMatchObject({
			state: 'broken',
			findings: [{ kind: 'visit-outside-visits', team: 'A', companyId: first!.companyId }]
		});
	});
});

describe('R03, half a day to a day of restitution', () => {
	test.for([
		{ shape: 'VV VL', state: 'at-risk', findings: [] },
		{ shape: 'VV VV VV', state: 'broken', findings: ['half-days'] },
		{ shape: 'VV VR', state: 'respected', findings: [] },
		{ shape: 'VV VL RR', state: 'respected', findings: ['restitution-next-day'] },
		{ shape: 'VV RV', state: 'respected', findings: ['restitution-before-visits'] },
		{ shape: 'VV LL RR', state: 'respected', findings: [] },
		{ shape: 'VR RR', state: 'broken', findings: ['half-days'] }
	])('« $shape » is $state', ({ shape, state, findings }) => {
		const judged = restitution.assess(shaped(shape), numbers);
		expect(judged.state).toBe(state);
		expect(kinds(judged.findings)).toEqual(findings);
	});
});

describe('R04, a closing during or after the restitution', () => {
	const on = (date: string, start: number) =>
		aDossier({ rally: aRally({ closing: { date, start, place: aPlace() } }) });

	test.for([
		{ date: '2027-06-09', start: at(10), state: 'broken', findings: ['closing-before-restitution'] },
		{ date: '2027-06-09', start: at(14), state: 'respected', findings: [] },
		{ date: '2027-06-09', start: at(18), state: 'respected', findings: [] },
		{ date: '2027-06-10', start: at(9), state: 'respected', findings: ['closing-later'] },
		{ date: '2027-06-15', start: at(18), state: 'respected', findings: ['closing-later'] }
	])('$date at $start is $state', ({ date, start, state, findings }) => {
		const judged = closing.assess(on(date, start), numbers);
		expect(judged.state).toBe(state);
		expect(kinds(judged.findings)).toEqual(findings);
	});

	test('days of delay are counted from the last day of the rally', () => {
		expect(closing.assess(on('2027-06-15', at(18)), numbers).findings).toEqual([
			{ kind: 'closing-later', date: '2027-06-15', days: 6 }
		]);
	});

	test('a half-day given to the closing is one', () => {
		const programme = [
			aDay(),
			aDay({ date: '2027-06-09', afternoon: 'restitution' }),
			aDay({ date: '2027-06-10', morning: 'restitution', afternoon: 'closing' })
		];
		const judged = closing.assess(aDossier({ rally: aRally({ programme, closing: null }) }), numbers);
		expect(judged.state).toBe('respected');
	});

	test('without a closing it can still be fixed; without a programme nothing can be said', () => {
		expect(closing.assess(aDossier({ rally: aRally({ closing: null }) }), numbers).state).toBe('at-risk');
		const empty = aRally({ closing: null, programme: [] });
		expect(closing.assess(aDossier({ rally: empty }), numbers).state).toBe('not-assessable');
	});

	test.for([
		{ partner: aPartner({ invitedToClosing: false }), missing: [{ kind: 'closing-guest', known: 1 }] },
		{ partner: aPartner({ category: 'training' }), missing: [{ kind: 'closing-guest', known: 0 }] },
		{ partner: aPartner({ category: 'donor', roles: ['funder'] }), missing: [] },
		{ partner: aPartner({ category: 'state' }), missing: [] }
	])('an institution or a funder must be invited: $missing', ({ partner, missing }) => {
		expect(closing.assess(aDossier({ partners: [partner] }), numbers).missing).toEqual(missing);
	});
});
