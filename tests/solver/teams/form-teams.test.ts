import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { beforeAll, expect, test } from 'vitest';
import { teamSentence } from '$lib/solver/explain';
import { formTeams, type TeamForming, type TeamFormingProblem } from '$lib/solver/teams/form-teams';
import { verifyTeams } from '$lib/solver/teams/verify-teams';
import { bestByBruteForce } from './brute-force';
import { aProblem, halfDays, smallProblem, tinyProblem } from './problems';

let highs: Highs;
beforeAll(async () => {
	highs = await loadHighs();
});

const valuesOf = ({ levels }: TeamForming) => levels.map(({ value }) => value);
/** Whether values are no better than others, compared from left to right. */
const worse = (values: number[], than: number[]): boolean => {
	const at = values.findIndex((value, i) => value !== than[i]);
	return at < 0 || values[at]! > than[at]!;
};
const teamOf = ({ teams }: TeamForming, id: string) => teams.findIndex(({ members }) => members.includes(id));

test('as good as trying everything, and said to be optimal', () => {
	fc.assert(
		fc.property(tinyProblem, fc.nat(100), (problem, seed) => {
			const forming = formTeams(problem, { seed, highs });
			const order = forming.levels.map(({ name }) => name);
			expect(valuesOf(forming)).toEqual(bestByBruteForce(problem, order, forming.wanted));
			expect(forming.status).toBe('optimal');
			expect(verifyTeams(problem, forming)).toEqual([]);
		}),
		{ numRuns: 100 }
	);
}, 60_000);

test('the same order of wishes as trying everything, whatever the organizer puts first', () => {
	fc.assert(
		fc.property(
			tinyProblem,
			fc.shuffledSubarray(['alone', 'hosts', 'hours', 'grouped', 'weakest', 'mix', 'spare', 'ways'] as const),
			(problem, priorities) => {
				const forming = formTeams({ ...problem, priorities }, { seed: 1, highs });
				const order = forming.levels.map(({ name }) => name);
				expect(order.slice(3, 3 + priorities.length)).toEqual(priorities);
				expect(valuesOf(forming)).toEqual(bestByBruteForce(problem, order, forming.wanted));
				expect(forming.status).toBe('optimal');
			}
		),
		{ numRuns: 50 }
	);
}, 60_000);

test('bounds hold, the checker accepts, with a proof or without, and the seed changes no proven value', () => {
	fc.assert(
		fc.property(smallProblem, fc.nat(100), (problem, seed) => {
			const proven = formTeams(problem, { seed, highs });
			const again = formTeams(problem, { seed: seed + 1, highs });
			const searched = formTeams(problem, { seed });
			for (const forming of [proven, again, searched]) {
				expect(verifyTeams(problem, forming)).toEqual([]);
				for (const { value, bound } of forming.levels) expect(bound).toBeLessThanOrEqual(value);
			}
			expect([proven.status, again.status]).toEqual(['optimal', 'optimal']);
			expect(valuesOf(again)).toEqual(valuesOf(proven));
			expect(worse(valuesOf(searched), valuesOf(proven))).toBe(true);
		}),
		{ numRuns: 10 }
	);
}, 60_000);

test('listed in another order: the same teams', () => {
	const shuffled = fc.tuple(smallProblem, fc.infiniteStream(fc.nat()));
	fc.assert(
		fc.property(shuffled, ([problem, keys]) => {
			const shuffle = <T>(list: T[]) =>
				list
					.map((item) => ({ item, key: keys.next().value as number }))
					.sort((a, b) => a.key - b.key)
					.map(({ item }) => item);
			const other: TeamFormingProblem = {
				...problem,
				participants: shuffle(problem.participants),
				vehicles: shuffle(problem.vehicles),
				accompanists: shuffle(problem.accompanists),
				hosts: shuffle(problem.hosts)
			};
			expect(formTeams(other, { seed: 1, highs })).toEqual(formTeams(problem, { seed: 1, highs }));
		}),
		{ numRuns: 10 }
	);
}, 60_000);

test('what is locked is kept, and the rest is as good as it can be around it', () => {
	fc.assert(
		fc.property(smallProblem, fc.nat(), fc.boolean(), (problem, pick, closed) => {
			const before = formTeams(problem, { seed: 1, highs });
			const at = pick % before.teams.length;
			const { members, vehicle, accompanist, driver } = before.teams[at]!;
			const people = closed ? members : members.slice(0, 1 + (pick % members.length));
			const lock = { team: at, people, vehicle, accompanist, driver, closed };
			const after = formTeams({ ...problem, locks: [lock] }, { seed: 2, highs });
			expect(verifyTeams({ ...problem, locks: [lock] }, after)).toEqual([]);
			expect(after.remarks.filter(({ kind }) => kind === 'lock-lost')).toEqual([]);
			expect(after.teams[at]!.members).toEqual(expect.arrayContaining(people));
			if (vehicle) expect(after.teams[at]!.vehicle).toBe(vehicle);
			// Locked as it was, the best known is still there to be found.
			expect(valuesOf(after)).toEqual(valuesOf(before));
		}),
		{ numRuns: 10 }
	);
}, 60_000);

test('everybody locked in one team: the aim stays two teams, and is still missed by one', () => {
	// Found by the property above: nobody drives, so that all ride in the one car that costs least.
	const problem: TeamFormingProblem = {
		...aProblem(6, [{ seats: 2 }, { seats: 2 }], () => ({ gender: 'woman', ageBand: '18-25' })),
		accompanists: ['a0', 'a1'].map((id) => ({ id, drives: false, halfDays }))
	};
	const before = formTeams(problem, { seed: 1, highs });
	expect(before).toMatchObject({ wanted: 2, status: 'optimal' });
	expect(before.teams).toHaveLength(1);
	const { members: people, ...crew } = before.teams[0]!;
	const after = formTeams(
		{ ...problem, locks: [{ team: 0, people, ...crew, closed: true }] },
		{ seed: 2, highs }
	);
	expect(after).toMatchObject({ wanted: 2, status: 'optimal' });
	expect(valuesOf(after)).toEqual(valuesOf(before));
});

test('a lock on somebody who is gone, or on what another holds, is told and left', () => {
	const problem = aProblem(8, [{ seats: 7 }, { seats: 7 }]);
	const lock = { team: 0, people: [], vehicle: 'v0', accompanist: null, driver: null, closed: false };
	const locks = [lock, { ...lock, team: 1 }, { ...lock, team: 1, vehicle: null, people: ['nobody'] }];
	const forming = formTeams({ ...problem, locks }, { seed: 1, highs });
	expect(forming.remarks.filter(({ kind }) => kind === 'lock-lost')).toEqual([
		{ kind: 'lock-lost', lock: 1 },
		{ kind: 'lock-lost', lock: 2 }
	]);
	expect(forming.teams[0]!.vehicle).toBe('v0');
});

test('asking less never makes teams worse', () => {
	fc.assert(
		fc.property(smallProblem, fc.nat(), (problem, pick) => {
			const teams = formTeams(problem, { seed: 1, highs }).teams.length;
			const one = problem.participants[pick % problem.participants.length]!.id;
			const without = (ids: string[]) => ids.filter((id) => id !== one);
			const easier: TeamFormingProblem = {
				...problem,
				participants: problem.participants.map((person) => ({
					...person,
					apart: person.id === one ? [] : without(person.apart),
					backBy: person.id === one ? null : person.backBy
				})),
				hosts: problem.hosts.map((host) => ({ ...host, refuses: without(host.refuses) })),
				vehicles: problem.vehicles.map((vehicle) => ({ ...vehicle, seats: vehicle.seats + 1 }))
			};
			const asked = formTeams(problem, { seed: 1, highs, teams });
			expect(worse(valuesOf(asked), valuesOf(formTeams(easier, { seed: 1, highs, teams })))).toBe(true);
		}),
		{ numRuns: 10 }
	);
}, 60_000);

test('a wheelchair rides where there is a place for it, wishes hold, nobody is alone of a gender when it can be', () => {
	const problem = aProblem(
		16,
		[{ seats: 7 }, { seats: 7 }, { seats: 5, wheelchairPlaces: 1 }, { seats: 7 }],
		(at) => ({
			gender: at < 14 ? 'woman' : 'man',
			ageBand: null,
			...(at === 3 && { needs: ['wheelchair'] }),
			...(at === 5 && { apart: ['p06'], together: ['p07'] })
		})
	);
	const forming = formTeams(problem, { seed: 1, highs });
	expect(forming.teams[teamOf(forming, 'p03')]!.vehicle).toBe('v2');
	expect(teamOf(forming, 'p05')).not.toBe(teamOf(forming, 'p06'));
	expect(teamOf(forming, 'p05')).toBe(teamOf(forming, 'p07'));
	expect(teamOf(forming, 'p14')).toBe(teamOf(forming, 'p15'));
	expect(forming).toMatchObject({ findings: [], remarks: [], status: 'optimal' });
});

test('size, car and hosts are settled together: a small host is worth a small team where a small car is', () => {
	const host = { people: 4, teamsAtOnce: 1, visitsMax: 3, refuses: [], refusesAccompanists: ['a1'] };
	const problem: TeamFormingProblem = {
		...aProblem(9, [{ seats: 6 }, { seats: 5 }], () => ({ gender: null, ageBand: null })),
		hosts: [{ id: 'h', ...host }],
		visitsOwed: 1
	};
	// Nine people: five and four. The four can visit the small host, without the accompanist who works there.
	const { teams, levels } = formTeams(problem, { seed: 1, highs });
	expect(levels.find(({ name }) => name === 'hosts')).toEqual({ name: 'hosts', value: 1, bound: 1 });
	expect(teams.find(({ members }) => members.length === 4)!.accompanist).toBe('a0');
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
	{ name: 'too few people', problem: aProblem(2, [{ seats: 5 }]), kinds: ['team-size'] },
	{
		name: 'the car is away',
		problem: {
			...aProblem(4, []),
			vehicles: [{ id: 'v', seats: 7, wheelchairPlaces: 0, halfDays: [halfDays[0]!] }]
		},
		kinds: ['vehicle-away']
	},
	{
		name: 'nobody rides along',
		problem: aProblem(8, [{ seats: 5 }], (at) => ({
			together: at === 0 ? ['p01', 'p02', 'p03', 'p04', 'p05', 'p06', 'p07'] : []
		})),
		kinds: ['seats-short']
	}
])('$name: the least bad, with its findings in French', ({ problem, kinds }) => {
	const forming = formTeams(problem, { seed: 1, highs });
	expect(forming.teams.flatMap(({ members }) => members)).toHaveLength(problem.participants.length);
	expect(verifyTeams(problem, forming)).toEqual([]);
	for (const kind of kinds) expect(forming.findings.map((finding) => finding.kind)).toContain(kind);
	const names = {
		team: (i: number) => `équipe ${i}`,
		person: (id: string) => id,
		halfDay: (key: string) => key
	};
	for (const finding of forming.findings) expect(teamSentence(finding, names)).toMatch(/^[^{}]+\.$/);
});

test('nobody to form teams of', () => {
	expect(formTeams(aProblem(0, []), { seed: 1, highs })).toMatchObject({ teams: [], status: 'optimal' });
});

test('no time to prove: teams all the same, with what is known of them', () => {
	const problem = aProblem(24, [{ seats: 7 }, { seats: 7 }, { seats: 7 }, { seats: 7 }, { seats: 7 }]);
	let clock = 0;
	const forming = formTeams(problem, { seed: 1, highs, now: () => (clock += 1_000), seconds: 3 });
	expect(forming.status).toBe('feasible');
	expect(verifyTeams(problem, forming)).toEqual([]);
});
