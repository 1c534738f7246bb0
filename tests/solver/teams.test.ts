import fc from 'fast-check';
import { expect, test } from 'vitest';
import { teamSentence } from '$lib/solver/explain';
import { formTeams, type TeamFormingProblem } from '$lib/solver/teams/form-teams';

const halfDays = ['2027-06-08:morning', '2027-06-08:afternoon'];
const aProblem = (
	people: number,
	cars: { seats: number; wheelchairPlaces?: number }[],
	change: (at: number) => object = () => ({})
): TeamFormingProblem => ({
	halfDays,
	participants: Array.from({ length: people }, (_, at) => ({
		id: `p${String(at).padStart(2, '0')}`,
		halfDays,
		gender: at % 2 ? 'woman' : 'man',
		ageBand: ['18-25', '35-44', '55-plus'][at % 3]!,
		formerSector: null,
		prescriber: null,
		needs: [],
		together: [],
		apart: [],
		...change(at)
	})),
	vehicles: cars.map(({ seats, wheelchairPlaces = 0 }, i) => ({
		id: `v${i}`,
		seats,
		wheelchairPlaces,
		halfDays
	})),
	accompanists: cars.map((_, i) => ({ id: `a${i}`, drives: true, halfDays })),
	size: { min: 3, max: 8 }
});
const teamOf = (teams: { members: string[] }[], id: string) =>
	teams.findIndex(({ members }) => members.includes(id));

test('everybody rides once, in teams of 3 to 8, within the seats', () => {
	fc.assert(
		fc.property(fc.integer({ min: 6, max: 32 }), fc.nat(1000), (people, seed) => {
			const cars = Array.from({ length: Math.ceil(people / 5) }, () => ({ seats: 7 }));
			const problem = aProblem(people, cars);
			const { teams, findings } = formTeams(problem, { seed });
			expect(teams.flatMap(({ members }) => members).sort()).toEqual(
				problem.participants.map(({ id }) => id)
			);
			for (const { members, vehicle, accompanist } of teams) {
				expect(members.length).toBeGreaterThanOrEqual(3);
				expect(members.length).toBeLessThanOrEqual(6);
				expect(vehicle).not.toBeNull();
				expect(accompanist).not.toBeNull();
			}
			expect(new Set(teams.map(({ vehicle }) => vehicle)).size).toBe(teams.length);
			expect(findings.filter(({ kind }) => kind !== 'alone-of-gender')).toEqual([]);
		}),
		{ numRuns: 12 }
	);
}, 60_000);

test('same seed, same teams', () => {
	const problem = aProblem(24, [{ seats: 9 }, { seats: 9 }, { seats: 7 }, { seats: 7 }, { seats: 7 }]);
	expect(formTeams(problem, { seed: 3 })).toEqual(formTeams(problem, { seed: 3 }));
});

test('a wheelchair rides where there is a place for it, wishes hold, nobody is alone of a gender when it can be', () => {
	const problem = aProblem(
		16,
		[{ seats: 7 }, { seats: 7 }, { seats: 5, wheelchairPlaces: 1 }, { seats: 7 }],
		(at) => ({
			gender: at < 14 ? 'woman' : 'man',
			...(at === 3 && { needs: ['wheelchair'] }),
			...(at === 5 && { apart: ['p06'], together: ['p07'] })
		})
	);
	const { teams, findings } = formTeams(problem, { seed: 1 });
	expect(teams[teamOf(teams, 'p03')]!.vehicle).toBe('v2');
	expect(teamOf(teams, 'p05')).not.toBe(teamOf(teams, 'p06'));
	expect(teamOf(teams, 'p05')).toBe(teamOf(teams, 'p07'));
	expect(teamOf(teams, 'p14')).toBe(teamOf(teams, 'p15'));
	expect(findings).toEqual([]);
});

test.each([
	{
		name: 'too few cars',
		problem: { ...aProblem(12, [{ seats: 5 }]), accompanists: [] },
		kinds: ['no-accompanist', 'no-vehicle']
	},
	{
		name: 'nobody drives',
		problem: { ...aProblem(4, [{ seats: 7 }]), accompanists: [{ id: 'a', drives: false, halfDays }] },
		kinds: ['no-driver']
	},
	{ name: 'too few people', problem: aProblem(2, [{ seats: 5 }]), kinds: ['team-size'] }
])('$name: the least bad, with its findings in French', ({ problem, kinds }) => {
	const { teams, findings } = formTeams(problem, { seed: 1 });
	expect(teams.flatMap(({ members }) => members)).toHaveLength(problem.participants.length);
	for (const kind of kinds) expect(findings.map((finding) => finding.kind)).toContain(kind);
	const names = {
		team: (i: number) => `équipe ${i}`,
		person: (id: string) => id,
		halfDay: (key: string) => key
	};
	for (const finding of findings) expect(teamSentence(finding, names)).toMatch(/^[^{}]+\.$/);
});
