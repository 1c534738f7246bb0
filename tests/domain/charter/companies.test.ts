import { describe, expect, test } from 'vitest';
import { charterNumbers } from '$lib/domain/charter';
import { companyPool, sectorVariety } from '$lib/domain/charter/companies';
import { visitCount } from '$lib/domain/charter/visits';
import { defaultSettings } from '$lib/domain/rally';
import type { Sector } from '$lib/domain/sector';
import { aCompany, aDossier, aPlan, aRally, aTeam, at, people, withPlan } from '../../builders';

const numbers = charterNumbers({ charterVersion: '2018' });

/** One team that visits the first `count` of ten companies, whatever the hours. */
const visiting = (count: number, sectors: Sector[] = ['industry', 'retail', 'health']) => {
	const companies = Array.from({ length: 10 }, (_, i) => aCompany({ sector: sectors[i % sectors.length]! }));
	const participants = people(4);
	const team = aTeam({
		memberIds: participants.map(({ id }) => id),
		visits: companies.slice(0, count).map(({ id }, i) => ({
			companyId: id,
			date: '2027-06-08',
			start: at(9) + i,
			end: at(10) + i
		}))
	});
	return aDossier({ companies, participants, plan: aPlan({ teams: [team] }) });
};

describe('R09, 6 to 8 companies for each participant', () => {
	test.for([
		{ count: 5, state: 'broken' },
		{ count: 6, state: 'respected' },
		{ count: 8, state: 'respected' },
		{ count: 9, state: 'broken' }
	])('$count visits: $state', ({ count, state }) => {
		expect(visitCount.assess(visiting(count), numbers).state).toBe(state);
	});

	test('the same company visited twice counts once', () => {
		const dossier = visiting(6);
		const { visits } = dossier.plan!.teams[0]!;
		visits[5]!.companyId = visits[0]!.companyId;
		expect(visitCount.assess(dossier, numbers).findings).toEqual([
			{ kind: 'team-visits', team: 'A', actual: 5, min: 6, max: 8 }
		]);
	});

	test('a company that withdrew is named, and no longer counts', () => {
		const dossier = visiting(6);
		dossier.companies[0]!.state = 'declined';
		expect(visitCount.assess(dossier, numbers)).toMatchObject({
			state: 'broken',
			findings: [
				{ kind: 'team-visits', actual: 5 },
				{ kind: 'visit-unconfirmed', team: 'A', companyId: dossier.companies[0]!.id }
			]
		});
	});

	test('an announced absence brings one person below the count: a remark', () => {
		const dossier = withPlan(aDossier());
		const person = dossier.participants[0]!;
		person.absences = ['2027-06-08:morning'];
		expect(visitCount.assess(dossier, numbers)).toMatchObject({
			state: 'respected',
			findings: [{ kind: 'participant-visits', participantId: person.id, team: 'A', actual: 4, min: 6 }]
		});
	});

	test('before a plan, the slots must hold the visits of every team', () => {
		expect(visitCount.assess(aDossier(), numbers)).toMatchObject({
			state: 'not-assessable',
			figures: [{ of: 'passages', actual: 36, asked: { min: 24 } }]
		});
		const narrow = Array.from({ length: 9 }, () =>
			aCompany({ slots: [{ date: '2027-06-08', from: at(9), to: at(11, 15) }] })
		);
		expect(visitCount.assess(aDossier({ companies: narrow }), numbers)).toMatchObject({
			state: 'at-risk',
			missing: [{ kind: 'passages', offered: 18, needed: 24, teams: 4 }]
		});
		expect(visitCount.assess(aDossier({ companies: [] }), numbers).state).toBe('not-assessable');
	});

	test('a slot outside the visiting half-days offers nothing', () => {
		const companies = Array.from({ length: 9 }, () =>
			aCompany({ slots: [{ date: '2027-06-09', from: at(14), to: at(17) }] })
		);
		expect(visitCount.assess(aDossier({ companies }), numbers).missing).toMatchObject([{ offered: 0 }]);
	});
});

describe('R10, a plurality of sectors (A1)', () => {
	test.for([
		{ sectors: ['industry', 'retail'], state: 'broken' },
		{ sectors: ['industry', 'retail', 'health'], state: 'respected' }
	] as { sectors: Sector[]; state: string }[])('a team that sees $sectors: $state', ({ sectors, state }) => {
		expect(sectorVariety.assess(visiting(6, sectors), numbers).state).toBe(state);
	});

	test('the rally says how many sectors it wants, and in which nomenclature', () => {
		const dossier = visiting(6, ['industry']);
		for (const [i, company] of dossier.companies.entries())
			company.naf = ['10.71C', '47.11F', '86.10Z'][i % 3]!;
		const rally = aRally({ settings: { ...defaultSettings, nomenclature: 'naf' } });
		expect(sectorVariety.assess(dossier, numbers).state).toBe('broken');
		expect(sectorVariety.assess({ ...dossier, rally }, numbers).state).toBe('respected');
		const four = aRally({ settings: { ...defaultSettings, nomenclature: 'naf', minSectors: 4 } });
		expect(sectorVariety.assess({ ...dossier, rally: four }, numbers).findings).toEqual([
			{ kind: 'team-sectors', team: 'A', actual: 3, min: 4 }
		]);
	});

	test('before a plan, what is confirmed and what is in sight', () => {
		const companies = [
			aCompany({ sector: 'industry' }),
			aCompany({ sector: 'retail', state: 'interested' }),
			aCompany({ sector: 'health', state: 'identified' })
		];
		expect(sectorVariety.assess(aDossier({ companies }), numbers)).toMatchObject({
			state: 'at-risk',
			missing: [{ kind: 'sectors', count: 2, interested: 1 }]
		});
		expect(sectorVariety.assess(aDossier({ companies: [] }), numbers).state).toBe('not-assessable');
		expect(sectorVariety.assess(aDossier(), numbers).state).toBe('not-assessable');
	});
});

describe('R11, at least 6 companies', () => {
	test.for([
		{ confirmed: 0, interested: 0, published: false, state: 'not-assessable' },
		{ confirmed: 0, interested: 1, published: false, state: 'at-risk' },
		{ confirmed: 4, interested: 5, published: false, state: 'at-risk' },
		{ confirmed: 5, interested: 0, published: false, state: 'at-risk' },
		{ confirmed: 6, interested: 0, published: false, state: 'respected' },
		{ confirmed: 31, interested: 0, published: false, state: 'respected' },
		{ confirmed: 5, interested: 0, published: true, state: 'broken' }
	])(
		'$confirmed confirmed, $interested interested: $state',
		({ confirmed, interested, published, state }) => {
			const companies = [
				...Array.from({ length: confirmed }, () => aCompany()),
				...Array.from({ length: interested }, () => aCompany({ state: 'interested' }))
			];
			expect(companyPool.assess(aDossier({ companies, plan: aPlan({ published }) }), numbers).state).toBe(
				state
			);
		}
	);
});
