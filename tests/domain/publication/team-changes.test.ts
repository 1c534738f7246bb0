import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clock, typeset } from '$lib/domain/french';
import { covers, derogationsOf, standing, type Derogation } from '$lib/domain/publication/derogation';
import { paperSentence, paperState } from '$lib/domain/publication/paper';
import { teamChanges, teamChangeSentence } from '$lib/domain/publication/team-changes';
import { dossier } from '../../arbitraries';
import { aDossier, aPlan, at, plannedByHand } from '../../builders';

const known = aDossier();
const plan = plannedByHand(known);
const names = {
	company: (id: string) => `<${id}>`,
	person: (id: string) => `(${id})`,
	vehicle: (id: string) => `[${id}]`,
	crew: (id: string) => `{${id}}`
};

describe('what a version changes for a team', () => {
	const [first, second, ...rest] = plan.teams[0]!.visits;
	const changed = {
		...plan,
		number: 2,
		teams: plan.teams.map((team, i) =>
			i === 0
				? {
						...team,
						memberIds: [...team.memberIds.slice(1), 'new'],
						vehicleId: 'v9',
						visits: [{ ...first!, start: at(9, 15), end: at(10, 15) }, ...rest]
					}
				: team
		)
	};

	test('visits that move, come and go, the departure, the people, the car', () => {
		const changes = teamChanges(plan, changed, 'A', known.rally);
		expect(changes.map(({ kind }) => kind)).toEqual(['departure', 'visit-moved', 'visit-removed', 'joins', 'leaves', 'vehicle']); // prettier-ignore
		expect(changes.map((change) => teamChangeSentence(change, names))).toEqual(
			[
				`mardi 8 juin, départ à ${clock(at(8, 55))} au lieu de ${clock(at(8, 40))}.`,
				`<${first!.companyId}> : mardi 8 juin à ${clock(at(9, 15))}, au lieu de ${clock(at(9))}.`,
				`Vous n’allez plus chez <${second!.companyId}> (mardi 8 juin à ${clock(at(10, 45))}).`,
				'(new) vous rejoint.',
				`(${plan.teams[0]!.memberIds[0]}) n’est plus dans l’équipe.`,
				'Véhicule : [v9].'
			].map(typeset)
		);
		expect(teamChanges(plan, changed, 'B', known.rally)).toEqual([]);
	});

	test('a second visit to the same host is told as one more', () => {
		const again = { ...first!, start: at(15), end: at(16) };
		const twice = {
			...plan,
			teams: [{ ...plan.teams[0]!, visits: [first!, again] }, ...plan.teams.slice(1)]
		};
		const one = { ...twice, teams: [{ ...plan.teams[0]!, visits: [first!] }, ...plan.teams.slice(1)] };
		expect(teamChanges(one, twice, 'A', known.rally).map(({ kind }) => kind)).toEqual(['visit-added']);
		expect(teamChanges(twice, one, 'A', known.rally).map(({ kind }) => kind)).toEqual(['visit-removed']);
		expect(teamChanges(twice, twice, 'A', known.rally)).toEqual([]);
	});

	test('from a plan to itself nothing changes; there and back the same visits move', () => {
		fc.assert(
			fc.property(dossier, dossier, (one, other) => {
				const [from, to] = [one.plan ?? aPlan(), other.plan ?? aPlan()];
				for (const { letter } of from.teams) {
					const visits = (of: ReturnType<typeof teamChanges>) =>
						of.filter(({ kind }) => kind.startsWith('visit')).length;
					expect(visits(teamChanges(from, from, letter, one.rally))).toBe(0);
					expect(visits(teamChanges(from, to, letter, one.rally))).toBe(
						visits(teamChanges(to, from, letter, one.rally))
					);
				}
			})
		);
	});
});

test('a paper is up to date, replaced, or never was more than a draft', () => {
	expect(paperState(3, 3, [3, 1])).toEqual({ kind: 'current', printed: 3 });
	expect(paperSentence(paperState(2, 3, [3, 2]))).toBe(
		'Votre papier est la version 2, la version 3 est en vigueur.'
	);
	expect(paperState(4, 3, [3, 2]).kind).toBe('draft');
	// An older version that came back: the paper of the newer one is replaced.
	expect(paperState(3, 2, [2, 3]).kind).toBe('replaced');
});

test('a derogation stands until it is withdrawn, and says when more is found than it covers', () => {
	const one: Derogation = {
		...{ id: '1', kind: 'rule', subject: 'R05', covers: ['a'], reason: 'x', number: 1, by: 'c' },
		...{ at: new Date(0), withdrawnBy: null, withdrawnAt: null }
	};
	const other: Derogation = { ...one, id: '2', kind: 'violation', subject: 'Trop loin.' };
	expect(standing([one, other], { kind: 'rule', subject: 'R05' })).toBe(one);
	expect(standing([{ ...one, withdrawnAt: new Date(1) }], { kind: 'rule', subject: 'R05' })).toBeNull();
	expect([covers(one, ['a']), covers(one, []), covers(one, ['a', 'b'])]).toEqual([true, true, false]);
	expect(derogationsOf([one, other], { violations: [] })).toEqual([one]);
	expect(derogationsOf([one, other], { violations: ['Trop loin.'] })).toEqual([one, other]);
});
