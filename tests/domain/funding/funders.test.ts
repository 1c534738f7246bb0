import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bilanDue, byDeadline, fundingTotals, isFunder, type Funder } from '$lib/domain/funding/funders';
import { fundingStates, type FundingState } from '$lib/domain/partner';

const aFunder = (difference: Partial<Funder> = {}): Funder => ({
	id: 'f',
	name: 'Département',
	roles: ['funder'],
	targetPublic: null,
	targetCount: null,
	fundingState: 'submitted',
	promisedCents: null,
	grantedCents: null,
	callReference: '',
	bilanDueOn: null,
	bilanFormat: '',
	solutions: [],
	...difference
});

test('what is granted replaces what the same funder promised, and a refusal counts for nothing', () => {
	expect(
		fundingTotals([
			aFunder({ fundingState: 'granted', promisedCents: 500_000, grantedCents: 400_000 }),
			aFunder({ promisedCents: 150_050 }),
			aFunder({ fundingState: 'refused', promisedCents: 900_000 }),
			aFunder({ fundingState: 'granted', promisedCents: 100_000 })
		])
	).toEqual({ expected: 650_050, granted: 400_000, unsaid: 1 });
});

test('one more funder never lowers what is expected, and what is granted is expected', () => {
	const cents = fc.option(fc.integer({ min: 0, max: 10_000_000 }));
	const funder = fc
		.record({
			fundingState: fc.option(fc.constantFrom(...(Object.keys(fundingStates) as FundingState[]))),
			promisedCents: cents,
			grantedCents: cents
		})
		.map(aFunder);
	fc.assert(
		fc.property(fc.array(funder, { maxLength: 6 }), funder, (funders, more) => {
			const [before, after] = [fundingTotals(funders), fundingTotals([...funders, more])];
			expect(after.expected).toBeGreaterThanOrEqual(before.expected);
			expect(after.granted).toBeLessThanOrEqual(after.expected);
		})
	);
});

test('a bilan is due in its month, then past; who wants none comes last', () => {
	expect(
		[null, '2027-05-31', '2027-06-20', '2027-09-01'].map((bilanDueOn) =>
			bilanDue({ bilanDueOn }, '2027-06-01')
		)
	).toEqual(['none', 'past', 'soon', 'later']);
	const named = (name: string, bilanDueOn: string | null) => aFunder({ name, bilanDueOn });
	expect(
		byDeadline([named('A', null), named('B', '2027-09-01'), named('C', '2027-07-01')]).map(({ name }) => name)
	).toEqual(['C', 'B', 'A']);
});

test('who was asked and is no funder yet is in the file too', () => {
	expect(isFunder(aFunder({ roles: [], fundingState: 'to-contact' }))).toBe(true);
	expect(isFunder(aFunder({ roles: ['partner'], fundingState: null }))).toBe(false);
});
