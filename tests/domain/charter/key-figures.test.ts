import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { charterNumbers, type RuleState } from '$lib/domain/charter';
import { accompanist } from '$lib/domain/charter/accompanist';
import { participantCount, teamSize } from '$lib/domain/charter/key-figures';
import { sameVehicle } from '$lib/domain/charter/same-vehicle';
import { possibleTeams, teamsToProvide } from '$lib/domain/charter/team-count';
import {
	aDossier,
	anAccompanist,
	aParticipant,
	aPlan,
	aTeam,
	aVehicle,
	people,
	withPlan
} from '../../builders';
import * as arbitrary from '../../arbitraries';

const numbers = charterNumbers({ charterVersion: '2018' });
const kinds = (facts: readonly { kind: string }[]) => facts.map(({ kind }) => kind);

describe('R05, 15 to 30 participants', () => {
	test.for([
		{ confirmed: 0, candidates: 0, state: 'not-assessable' },
		{ confirmed: 0, candidates: 4, state: 'at-risk' },
		{ confirmed: 1, candidates: 0, state: 'at-risk' },
		{ confirmed: 14, candidates: 0, state: 'at-risk' },
		{ confirmed: 15, candidates: 0, state: 'respected' },
		{ confirmed: 30, candidates: 9, state: 'respected' },
		{ confirmed: 31, candidates: 0, state: 'broken' },
		{ confirmed: 32, candidates: 0, state: 'broken' }
	])('$confirmed confirmed, $candidates candidates: $state', ({ confirmed, candidates, state }) => {
		const participants = [...people(confirmed), ...people(candidates, { state: 'candidate' })];
		expect(participantCount.assess(aDossier({ participants }), numbers).state).toBe(state);
	});

	test('those who withdrew do not count; those who wait are in sight', () => {
		const participants = [
			...people(13),
			aParticipant({ state: 'withdrawn' }),
			aParticipant({ state: 'waiting' }),
			aParticipant({ state: 'candidate' })
		];
		expect(participantCount.assess(aDossier({ participants }), numbers)).toMatchObject({
			state: 'at-risk',
			missing: [{ kind: 'participants', count: 2, candidates: 2 }]
		});
	});

	test('once the plan is published, too few is a fact', () => {
		const dossier = withPlan(aDossier({ participants: people(14) }), { published: true });
		expect(participantCount.assess(dossier, numbers)).toMatchObject({
			state: 'broken',
			findings: [{ kind: 'participants', actual: 14, min: 15, max: 30 }]
		});
	});

	const order: RuleState[] = ['broken', 'not-assessable', 'at-risk', 'respected'];
	test('a confirmed participant more, below the minimum, never worsens it', () => {
		fc.assert(
			fc.property(arbitrary.dossier, (dossier) => {
				const before = participantCount.assess(dossier, numbers).state;
				const more = { ...dossier, participants: [...dossier.participants, aParticipant()] };
				const count = more.participants.filter(({ state }) => state === 'confirmed').length;
				fc.pre(count <= numbers.participants.min);
				const after = participantCount.assess(more, numbers).state;
				expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
			})
		);
	});
});

test.for([
	[15, 2, 5],
	[16, 2, 5],
	[17, 3, 5],
	[20, 3, 6],
	[24, 3, 8],
	[25, 4, 8],
	[30, 4, 10]
] as const)('%i people can form %i to %i teams', ([count, min, max]) => {
	expect(possibleTeams(count, numbers)).toEqual({ min, max });
});

describe('R06, teams of 3 to 8', () => {
	const teamOf = (size: number) => {
		const participants = people(size);
		const plan = aPlan({ teams: [aTeam({ memberIds: participants.map(({ id }) => id) })] });
		return aDossier({ participants, plan });
	};

	test.for([
		{ size: 2, state: 'broken' },
		{ size: 3, state: 'respected' },
		{ size: 8, state: 'respected' },
		{ size: 9, state: 'broken' }
	])('a team of $size is $state', ({ size, state }) => {
		expect(teamSize.assess(teamOf(size), numbers).state).toBe(state);
	});

	test('a finding always names a team that is really outside the range', () => {
		fc.assert(
			fc.property(arbitrary.dossier, (dossier) => {
				const confirmed = new Set(
					dossier.participants.filter((p) => p.state === 'confirmed').map((p) => p.id)
				);
				const outside = (dossier.plan?.teams ?? [])
					.filter(({ memberIds }) => {
						const size = memberIds.filter((id) => confirmed.has(id)).length;
						return size < 3 || size > 8;
					})
					.map(({ letter }) => letter);
				const named = teamSize
					.assess(dossier, numbers)
					.findings.flatMap((finding) => (finding.kind === 'team-size' ? finding.team : []));
				expect(named).toEqual(outside);
			})
		);
	});

	test('without a plan it waits, and says how many teams are possible', () => {
		expect(teamSize.assess(aDossier(), numbers)).toMatchObject({
			state: 'not-assessable',
			figures: [{ of: 'possible-teams', actual: { min: 2, max: 5 } }],
			missing: [{ kind: 'plan' }]
		});
	});

	test('somebody without a team, in two teams, or no longer enrolled is named', () => {
		const dossier = withPlan(aDossier());
		const [a, b] = dossier.plan!.teams;
		const [first, second] = a!.memberIds;
		b!.memberIds.push(first!);
		dossier.participants.find(({ id }) => id === second)!.state = 'withdrawn';
		dossier.participants.push(aParticipant({ id: 'late' }));
		expect(teamSize.assess(dossier, numbers)).toMatchObject({
			state: 'broken',
			findings: [
				{ kind: 'in-several-teams', participantId: first, teams: ['A', 'B'] },
				{ kind: 'no-longer-enrolled', participantId: second, team: 'A' }
			],
			missing: [{ kind: 'team-for', participantIds: ['late'] }]
		});
	});

	test('an absence announced leaves the team well formed, with a remark', () => {
		const dossier = withPlan(aDossier());
		const members = new Set(dossier.plan!.teams[0]!.memberIds.slice(0, 2));
		for (const person of dossier.participants) {
			if (members.has(person.id)) person.absences = ['2027-06-08:morning'];
		}
		expect(teamSize.assess(dossier, numbers)).toMatchObject({
			state: 'respected',
			findings: [{ kind: 'team-thin', team: 'A', halfDay: '2027-06-08:morning', actual: 2, min: 3 }]
		});
	});
});

describe('R07, one vehicle for each team', () => {
	const cars = (...seats: number[]) => seats.map((n) => aVehicle({ seats: n }));

	test.for([
		{ seats: [], state: 'not-assessable', missing: [{ kind: 'vehicles', count: 2 }] },
		{ seats: [5, 5, 5, 5], state: 'not-assessable', missing: [{ kind: 'plan' }] },
		{ seats: [9, 9], state: 'not-assessable', missing: [{ kind: 'plan' }] },
		{ seats: [5, 5, 5], state: 'at-risk', missing: [{ kind: 'seats', count: 4, people: 16, halfDay: null }] },
		// Cars of four seats carry three: 16 people form at most five teams, one remains on the pavement.
		{
			seats: [4, 4, 4, 4, 4, 4],
			state: 'at-risk',
			missing: [{ kind: 'seats', count: 1, people: 16, halfDay: null }]
		}
	])('before a plan, cars of $seats seats: $state', ({ seats, state, missing }) => {
		const judged = sameVehicle.assess(aDossier({ vehicles: cars(...seats), accompanists: [] }), numbers);
		expect(judged).toMatchObject({ state, missing });
	});

	test('the half-day with the fewest seats decides', () => {
		const vehicles = cars(5, 5, 5, 5);
		vehicles[2]!.absences = ['2027-06-09:morning'];
		expect(sameVehicle.assess(aDossier({ vehicles }), numbers).missing).toEqual([
			{ kind: 'seats', count: 4, people: 16, halfDay: '2027-06-09:morning' }
		]);
	});

	test('in a plan made by hand each team has its car', () => {
		expect(sameVehicle.assess(withPlan(aDossier()), numbers).state).toBe('respected');
	});

	test.for([
		{ seats: 4, drives: true, found: ['seats'] },
		{ seats: 5, drives: true, found: [] },
		{ seats: 5, drives: false, found: ['seats'] },
		{ seats: 6, drives: false, found: [] }
	])('four people in $seats seats, accompanist driving: $drives', ({ seats, drives, found }) => {
		const dossier = withPlan(aDossier());
		dossier.vehicles[0]!.seats = seats;
		dossier.accompanists[0]!.drives = drives;
		dossier.plan!.teams[0]!.driverId = drives ? null : 'somebody';
		expect(kinds(sameVehicle.assess(dossier, numbers).findings)).toEqual(found);
	});

	test('a car shared at once, a car away, no car and nobody to drive', () => {
		const dossier = withPlan(aDossier());
		const [a, b, c, d] = dossier.plan!.teams;
		b!.vehicleId = a!.vehicleId;
		dossier.vehicles[2]!.absences = ['2027-06-08:afternoon'];
		d!.vehicleId = null;
		dossier.accompanists[3]!.drives = false;
		expect(sameVehicle.assess(dossier, numbers)).toMatchObject({
			state: 'broken',
			findings: [
				{ kind: 'vehicle-away', vehicleId: c!.vehicleId, team: 'C', halfDay: '2027-06-08:afternoon' },
				{ kind: 'vehicle-shared', vehicleId: a!.vehicleId, teams: ['A', 'B'] }
			],
			missing: [
				{ kind: 'vehicle-for', team: 'D' },
				{ kind: 'driver-for', team: 'D' }
			]
		});
	});

	test('the same car may serve one team in the morning and another in the afternoon', () => {
		const dossier = withPlan(aDossier());
		const [a, b] = dossier.plan!.teams;
		a!.visits = a!.visits.filter(({ start }) => start < 720);
		b!.visits = b!.visits.filter(({ start }) => start > 720);
		b!.vehicleId = a!.vehicleId;
		expect(sameVehicle.assess(dossier, numbers).findings).toEqual([]);
	});
});

test.for([
	{ seats: [], teams: 2 },
	{ seats: [9, 9], teams: 2 },
	{ seats: [5, 5, 5, 5], teams: 4 },
	{ seats: [5, 5, 5, 5, 5], teams: 4 },
	{ seats: [5, 5, 5], teams: 4 },
	{ seats: [4, 4, 4, 4, 4], teams: 5 }
])('16 people and cars of $seats seats: $teams teams to provide for', ({ seats, teams }) => {
	const vehicles = seats.map((n) => aVehicle({ seats: n }));
	expect(teamsToProvide(aDossier({ vehicles }), numbers)).toBe(teams);
});

describe('R08, one accompanist for each team', () => {
	test.for([
		{ count: 0, state: 'not-assessable', kind: 'accompanists' },
		{ count: 3, state: 'at-risk', kind: 'accompanists' },
		{ count: 4, state: 'not-assessable', kind: 'plan' }
	])('before a plan, $count people for four cars: $state', ({ count, state, kind }) => {
		const accompanists = Array.from({ length: count }, () => anAccompanist());
		const judged = accompanist.assess(aDossier({ accompanists }), numbers);
		expect(judged.state).toBe(state);
		expect(kinds(judged.missing)).toEqual([kind]);
	});

	test('in a plan, each team has somebody who is there, and nobody is in two places', () => {
		const dossier = withPlan(aDossier());
		expect(accompanist.assess(dossier, numbers).state).toBe('respected');
		const [a, b, c, d] = dossier.plan!.teams;
		b!.accompanistId = a!.accompanistId;
		dossier.accompanists[2]!.absences = ['2027-06-09:morning'];
		d!.accompanistId = null;
		expect(accompanist.assess(dossier, numbers)).toMatchObject({
			state: 'broken',
			findings: [
				{
					kind: 'accompanist-away',
					accompanistId: c!.accompanistId,
					team: 'C',
					halfDay: '2027-06-09:morning'
				},
				{ kind: 'accompanist-shared', accompanistId: a!.accompanistId, teams: ['A', 'B'] }
			],
			missing: [{ kind: 'accompanist-for', team: 'D' }]
		});
	});

	test('a team without anybody is at risk in a draft, and breaks a published plan', () => {
		const draft = withPlan(aDossier());
		draft.plan!.teams[0]!.accompanistId = null;
		expect(accompanist.assess(draft, numbers).state).toBe('at-risk');
		expect(accompanist.assess({ ...draft, plan: { ...draft.plan!, published: true } }, numbers).state).toBe(
			'broken'
		);
	});
});
