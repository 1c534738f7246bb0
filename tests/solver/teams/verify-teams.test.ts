import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formTeams, type TeamForming } from '$lib/solver/teams/form-teams';
import { verifyTeams } from '$lib/solver/teams/verify-teams';
import { aProblem, smallProblem } from './problems';

const problem = aProblem(12, [{ seats: 7 }, { seats: 7 }, { seats: 5 }], (at) => ({
	prescriber: at < 6 ? 'a' : 'b'
}));
const forming = formTeams(problem, { seed: 1 });
const teams = (change: (copy: TeamForming['teams']) => void): TeamForming => {
	const copy = structuredClone(forming.teams);
	change(copy);
	return { ...forming, teams: copy };
};

test.each<[string, TeamForming, string]>([
	['somebody is left on the pavement', teams((all) => all[0]!.members.pop()), 'not-once'],
	['somebody rides twice', teams((all) => all[0]!.members.push(all[1]!.members[0]!)), 'not-once'],
	['a stranger rides', teams((all) => all[0]!.members.push('stranger')), 'unknown'],
	[
		'a team is empty',
		teams((all) => all.push({ ...all[0]!, members: [], vehicle: null, accompanist: null })),
		'empty'
	],
	['a car is in two places', teams((all) => (all[0]!.vehicle = all[1]!.vehicle)), 'shared'],
	['an accompanist is', teams((all) => (all[0]!.accompanist = all[1]!.accompanist)), 'shared'],
	['a driver nobody needs', teams((all) => ((all[0]!.driver = all[1]!.accompanist), (all[1]!.accompanist = null))), 'driver-without-need'], // prettier-ignore
	['a car has gone', teams((all) => (all[0]!.vehicle = null)), 'level'],
	['a level is flattered', { ...forming, levels: forming.levels.map((level) => ({ ...level, value: 0, bound: 0 })) }, 'level'], // prettier-ignore
	['a bound is above', { ...forming, levels: forming.levels.map((level) => ({ ...level, bound: level.value + 1 })) }, 'bound'], // prettier-ignore
	['a proof is claimed', { ...forming, status: 'optimal' }, 'status']
])('%s: refused', (_, spoilt, kind) => {
	expect(verifyTeams(problem, spoilt).map((violation) => violation.kind)).toContain(kind);
});

test('two people exchanged: the levels announced no longer hold, or the teams are as good', () => {
	fc.assert(
		fc.property(smallProblem, fc.nat(), (any, pick) => {
			const formed = formTeams(any, { seed: 1 });
			if (formed.teams.length < 2) return;
			const copy = structuredClone(formed);
			const [a, b] = [copy.teams[0]!.members, copy.teams[1]!.members];
			[a[pick % a.length], b[pick % b.length]] = [b[pick % b.length]!, a[pick % a.length]!];
			const kinds = verifyTeams(any, copy).map(({ kind }) => kind);
			expect(kinds.every((kind) => kind === 'level' || kind === 'status')).toBe(true);
		}),
		{ numRuns: 30 }
	);
});
