import { describe, expect, test } from 'vitest';
import { charterNumbers } from '$lib/domain/charter';
import { jobSearch, mix } from '$lib/domain/charter/audience';
import { territory } from '$lib/domain/charter/partners';
import type { Status } from '$lib/domain/participant';
import type { PartnerCategory } from '$lib/domain/partner';
import { aCompany, aDossier, aParticipant, aPartner, people } from '../../builders';

const numbers = charterNumbers({ charterVersion: '2018' });

describe('R12, people looking for work', () => {
	test.for([
		{ statuses: ['job-seeker'], state: 'respected' },
		{ statuses: ['siae'], state: 'respected' },
		{ statuses: ['retraining', 'disabled'], state: 'respected' },
		{ statuses: [], state: 'at-risk' },
		{ statuses: ['disabled', 'qpv', 'refugee'], state: 'at-risk' }
	] as { statuses: Status[]; state: string }[])('$statuses: $state', ({ statuses, state }) => {
		const participants = [...people(15), aParticipant({ id: 'one', statuses })];
		const judged = jobSearch.assess(aDossier({ participants }), numbers);
		expect(judged.state).toBe(state);
		expect(judged.missing).toEqual(
			state === 'respected' ? [] : [{ kind: 'job-search-status', participantIds: ['one'] }]
		);
	});

	test('nobody enrolled, nothing to say', () => {
		expect(jobSearch.assess(aDossier({ participants: [] }), numbers).state).toBe('not-assessable');
	});
});

describe('R13, different profiles, ages and careers', () => {
	const group = (women: number, men: number) => [
		...people(women, { gender: 'woman' }),
		...people(men, { gender: 'man' })
	];

	test.for([
		{ women: 8, men: 8, state: 'respected', findings: [] },
		{ women: 12, men: 4, state: 'respected', findings: [] },
		{ women: 14, men: 2, state: 'respected', findings: [{ kind: 'gender-imbalance', women: 14, men: 2 }] },
		{
			women: 16,
			men: 0,
			state: 'broken',
			findings: [{ kind: 'single-profile', of: 'gender', value: 'woman' }]
		}
	])('$women women and $men men: $state', ({ women, men, state, findings }) => {
		expect(mix.assess(aDossier({ participants: group(women, men) }), numbers)).toMatchObject({
			state,
			findings
		});
	});

	test('the same age or the same former sector for all is found; what is unknown is asked for', () => {
		const alike = people(4, { ageBand: '26-34', formerSector: 'retail' });
		expect(mix.assess(aDossier({ participants: alike }), numbers).findings).toEqual([
			{ kind: 'single-profile', of: 'ageBand', value: '26-34' },
			{ kind: 'single-profile', of: 'formerSector', value: 'retail' }
		]);
		const unknown = people(4, { ageBand: null });
		expect(mix.assess(aDossier({ participants: unknown }), numbers)).toMatchObject({
			state: 'at-risk',
			missing: [{ kind: 'profile', of: 'ageBand', count: 4 }]
		});
	});

	test('one person alone is no group', () => {
		expect(mix.assess(aDossier({ participants: people(1) }), numbers).state).toBe('not-assessable');
	});
});

describe('R18, a project of the territory', () => {
	test.for([
		{ categories: ['employment-service', 'training', 'institution'], missing: [] },
		{ categories: ['employment-service', 'training', 'state'], missing: [] },
		{ categories: ['employment-service', 'institution'], missing: ['training'] },
		{ categories: ['donor'], missing: ['employment-service', 'training', 'institution'] }
	] as { categories: PartnerCategory[]; missing: string[] }[])('$categories', ({ categories, missing }) => {
		const partners = categories.map((category) => aPartner({ category }));
		const judged = territory.assess(aDossier({ partners }), numbers);
		expect(judged.missing).toEqual(missing.map((actor) => ({ kind: 'actor', actor })));
		expect(judged.state).toBe(missing.length === 0 ? 'respected' : 'at-risk');
	});

	test('one company is not several', () => {
		const judged = territory.assess(aDossier({ companies: [aCompany()] }), numbers);
		expect(judged.missing).toEqual([{ kind: 'actor', actor: 'companies' }]);
	});

	test('nothing entered, nothing to say', () => {
		const judged = territory.assess(aDossier({ companies: [], partners: [] }), numbers);
		expect(judged.state).toBe('not-assessable');
	});
});
