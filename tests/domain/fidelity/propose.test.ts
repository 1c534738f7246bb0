import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchors } from '$lib/domain/fidelity/anchors';
import { nothingAfterwards, type Afterwards, type GridGround } from '$lib/domain/fidelity/ground';
import { gridLevels, principleKeys, type PrincipleKey } from '$lib/domain/fidelity/principles';
import { levelOfShare } from '$lib/domain/fidelity/proposal';
import { proposalFor } from '$lib/domain/fidelity/propose';
import type { Dossier } from '$lib/domain/dossier';
import { dossier as anyDossier } from '../../arbitraries';
import {
	aCompany,
	aDossier,
	aParticipant,
	aPartner,
	aProgramme,
	aRally,
	aTeam,
	aVehicle,
	people,
	plannedByHand,
	withPlan
} from '../../builders';

const ground = (dossier: Dossier, difference: Partial<GridGround> = {}): GridGround => ({
	dossier,
	today: '2027-05-01',
	said: null,
	afterwards: nothingAfterwards,
	...difference
});
const level = (principle: PrincipleKey, dossier: Dossier, difference: Partial<GridGround> = {}) =>
	proposalFor(principle, ground(dossier, difference)).level;
const rank = (one: string | null) => (one === null || one === 'ne' ? -1 : Number(one));

/** Two teams of five and a small one made smaller or larger. */
function withTeamsOf(sizes: readonly number[]): Dossier {
	const participants = sizes.flatMap((size) => people(size));
	const dossier = aDossier({ participants, vehicles: sizes.map(() => aVehicle({ seats: 9 })) });
	const made = plannedByHand(dossier);
	let from = 0;
	const teams = made.teams.map((team, i) =>
		aTeam({ ...team, memberIds: participants.slice(from, (from += sizes[i]!)).map(({ id }) => id) })
	);
	return { ...dossier, plan: { ...made, teams } };
}

describe('a rally ready by the charter', () => {
	const ready = withPlan(aDossier(), { published: true });
	test.each([
		['days', '4'],
		['visit-time', '4'],
		['restitution', '4'],
		['closing', '3'],
		['sectors', '4'],
		['participants', '4'],
		['team-size', '4'],
		['vehicle', '4'],
		['company-visits', '4'],
		['job-search', '4'],
		['mix', '4'],
		['territory', '4'],
		['name-logo', '2']
	] as const)('%s is proposed at %s', (principle, expected) => {
		const proposal = proposalFor(principle, ground(ready));
		expect(proposal).toMatchObject({ level: expected, basis: 'planned' });
		expect(proposal.says.length).toBeGreaterThan(0);
	});
});

describe('days', () => {
	const days = (shape: string, first = '2027-06-08') =>
		level('days', aDossier({ rally: aRally({ programme: aProgramme(first, shape) }) }));
	test('four days in a row are more than the charter asks, three are not', () => {
		expect([days('VV VR'), days('VV VV RR'), days('VV VV VV RR'), days('VR')]).toEqual(['4', '4', '1', '1']);
	});
	test('a restitution some days later is a departure the network accepted', () => {
		const programme = [...aProgramme('2027-06-08', 'VV VV'), ...aProgramme('2027-06-15', 'RR')];
		expect(level('days', aDossier({ rally: aRally({ programme }) }))).toBe('3');
	});
});

test('two men of sixteen: the three vary, and a remark keeps it from 4 (W1)', () => {
	const sixteen = people(16).map((one, i) => ({
		...one,
		gender: i < 2 ? ('man' as const) : ('woman' as const)
	}));
	expect(level('mix', aDossier({ participants: sixteen }))).toBe('3');
});

test('without a training actor three of the four groups are engaged (W1)', () => {
	const partners = [aPartner(), aPartner({ category: 'employment-service' })];
	expect(level('territory', aDossier({ partners }))).toBe('3');
});

test('the return to Ansa is for a first rally only: « sans objet » later, with its reason', () => {
	const second = aDossier({ rally: aRally({ edition: 2 }) });
	const sent = {
		...nothingAfterwards,
		returns: { federation: 'sent', ansa: 'missing' }
	} satisfies Afterwards;
	const proposal = proposalFor('ansa-return', ground(second, { afterwards: sent }));
	expect(proposal.level).toBe('ne');
	expect(proposal.says.join(' ')).toContain('Sans objet');
	expect(level('federation-return', second, { afterwards: sent })).toBe('3');
});

test('a bilan not begun is nothing yet in the first month, and zero after it', () => {
	const returns = { federation: 'missing', ansa: 'missing' } as const;
	const on = (today: string) =>
		level('federation-return', aDossier(), { today, afterwards: { ...nothingAfterwards, returns } });
	expect(['2027-06-01', '2027-06-20', '2027-07-20'].map(on)).toEqual(['ne', 'ne', '0']);
});

test('what is collected elsewhere proposes nothing until it is', () => {
	for (const principle of ['mutual-discovery', 'remobilisation', 'network', 'improvement'] as const) {
		const proposal = proposalFor(principle, ground(withPlan(aDossier())));
		expect(proposal.level).toBeNull();
		expect(proposal.says.join(' ')).toMatch(/Demande/);
	}
	const contacts = { asked: 16, answered: 12, favourable: 9 };
	expect(level('network', aDossier(), { afterwards: { ...nothingAfterwards, contacts } })).toBe('3');
	const few = { asked: 16, answered: 3, favourable: 3 };
	expect(
		level('remobilisation', aDossier(), { afterwards: { ...nothingAfterwards, remobilisation: few } })
	).toBe('ne');
	const many = { asked: 16, answered: 10, favourable: 8 };
	const discovery = { participants: many, companies: { asked: 9, answered: 8, favourable: 3 } };
	expect(
		level('remobilisation', aDossier(), { afterwards: { ...nothingAfterwards, remobilisation: many } })
	).toBe('3');
	expect(level('mutual-discovery', aDossier(), { afterwards: { ...nothingAfterwards, discovery } })).toBe(
		'1'
	);
});

test('nothing known is never a zero', () => {
	const bare: Dossier = aDossier({
		rally: aRally({ programme: [], closing: null }),
		companies: [],
		participants: [],
		vehicles: [],
		accompanists: [],
		partners: []
	});
	for (const today of ['2027-05-01', '2028-01-01'])
		for (const principle of principleKeys)
			expect([null, 'ne'], principle).toContain(level(principle, bare, { today }));
	const unsaid = people(16, { statuses: [], gender: null, ageBand: null, formerSector: null });
	expect(level('job-search', aDossier({ participants: unsaid }))).toBe('ne');
	expect(level('mix', aDossier({ participants: unsaid }))).toBe('ne');
});

test('any dossier gets nineteen proposals, each with its reason, and no zero on missing data', () => {
	fc.assert(
		fc.property(anyDossier, fc.constantFrom('2027-05-01', '2027-07-30'), (dossier, today) => {
			for (const principle of principleKeys) {
				const proposal = proposalFor(principle, ground(dossier, { today }));
				expect(proposal.level === null || gridLevels.includes(proposal.level)).toBe(true);
				expect(proposal.says.join('').length).toBeGreaterThan(0);
				// A level comes with what it rests on; no level rests on nothing.
				expect(proposal.basis === null).toBe(proposal.level === null || proposal.level === 'ne');
			}
		}),
		{ numRuns: 60 }
	);
});

test('more of what the charter asks never lowers a level', () => {
	fc.assert(
		fc.property(fc.nat(30), fc.integer({ min: 1, max: 30 }), (count, of) => {
			fc.pre(count < of);
			expect(rank(levelOfShare(count + 1, of))).toBeGreaterThanOrEqual(rank(levelOfShare(count, of)));
			// One more that does it, whatever the others do.
			expect(rank(levelOfShare(count + 1, of + 1))).toBeGreaterThanOrEqual(rank(levelOfShare(count, of)));
		})
	);
	const size = fc.integer({ min: 1, max: 11 });
	fc.assert(
		fc.property(
			fc.array(size, { minLength: 1, maxLength: 4 }),
			fc.integer({ min: 3, max: 8 }),
			(sizes, good) => {
				const before = rank(level('team-size', withTeamsOf(sizes)));
				expect(rank(level('team-size', withTeamsOf([...sizes, good])))).toBeGreaterThanOrEqual(before);
			}
		),
		{ numRuns: 40 }
	);
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom('state', 'training', 'employment-service', 'donor'), { maxLength: 4 }),
			(categories) => {
				const partners = categories.map((category) => aPartner({ category }));
				const before = rank(level('territory', aDossier({ partners })));
				const more = [...partners, aPartner({ category: 'training' })];
				expect(rank(level('territory', aDossier({ partners: more })))).toBeGreaterThanOrEqual(before);
			}
		)
	);
});

test('the share of teams counts each half-day, with absences', () => {
	const whole = withTeamsOf([5, 5, 3]);
	expect(level('team-size', whole)).toBe('4');
	const thin = whole.plan!.teams[2]!.memberIds[0]!;
	const participants = whole.participants.map((one) =>
		one.id === thin ? { ...one, absences: ['2027-06-08:morning'] } : one
	);
	expect(level('team-size', { ...whole, participants })).toBe('3');
	expect(level('team-size', withTeamsOf([2, 2, 5]))).toBe('1');
});

test('a company that withdrew counts no more in what each one visits', () => {
	const ready = withPlan(aDossier());
	const companies = ready.companies.map((one, i) => (i < 7 ? { ...one, state: 'declined' as const } : one));
	expect(rank(level('company-visits', { ...ready, companies }))).toBeLessThan(4);
	expect(level('sectors', { ...ready, companies: [aCompany()] })).toBe('0');
});

test('nobody is named in the evidence', () => {
	const named = withPlan(
		aDossier({
			participants: people(16).map((one, i) =>
				aParticipant({ ...one, firstName: `Zénobie${i}`, lastName: `Quidam${i}` })
			)
		}),
		{ published: true }
	);
	for (const principle of principleKeys)
		expect(JSON.stringify(proposalFor(principle, ground(named)))).not.toMatch(/Zénobie|Quidam/);
});

test('every row has a text for each level', () => {
	for (const principle of principleKeys) expect(new Set(anchors[principle]).size, principle).toBe(5);
});
