import { expect, test } from 'vitest';
import { bestTeams } from '$lib/solver/hand/best-teams';
import { emptyRiders, type HandGround } from '$lib/solver/hand/ground';
import { judge, type HandPlan } from '$lib/solver/hand/judge';
import type { Rider } from '$lib/solver/teams/problem';
import { problemOf } from './problems';

const words = {
	team: (id: string) => `l’équipe ${id}`,
	company: (id: string) => id,
	day: () => 'mardi',
	person: (id: string) => id,
	halfDay: (key: string) => key
};
const rider = (id: string, difference: Partial<Rider> = {}): Rider => ({
	id,
	halfDays: ['h'],
	gender: null,
	ageBand: null,
	formerSector: null,
	prescriber: null,
	home: null,
	needs: [],
	backBy: null,
	together: [],
	apart: [],
	...difference
});

/** Four teams of three, each in a car; Nina is in none. */
function scene(nina: Partial<Rider> = {}, difference: { seats?: number[]; closed?: string[] } = {}) {
	const letters = ['A', 'B', 'C', 'D'];
	const people = letters.flatMap((letter) => [0, 1, 2].map((n) => rider(`${letter}${n}`)));
	const ground: HandGround = {
		problem: problemOf({
			format: 'equipage-problem/1',
			days: [{ start: 480, end: 1080, from: 0, to: 0 }],
			travel: [
				[0, 10],
				[10, 0]
			],
			companies: [{ id: 'c', place: 1, sector: 'a', minutes: 60, teamsAtOnce: 4, starts: [[0, 600], [0, 700]] }], // prettier-ignore
			teams: []
		}),
		doors: { c: { people: difference.closed ?? [], accompanists: [] } },
		absences: {},
		backBy: {},
		noons: [{ date: '2027-06-08', noon: 720 }],
		riders: {
			...emptyRiders,
			halfDays: ['h'],
			participants: [...people, rider('nina', nina)],
			vehicles: letters.map((letter, i) => ({ id: `car ${letter}`, seats: difference.seats?.[i] ?? 5, wheelchairPlaces: letter === 'C' ? 1 : 0, halfDays: ['h'] })), // prettier-ignore
			accompanists: letters.map((letter) => ({ id: `guide ${letter}`, drives: true, halfDays: ['h'] }))
		}
	};
	const plan: HandPlan = {
		crews: letters.map((letter) => ({
			letter,
			memberIds: [0, 1, 2].map((n) => `${letter}${n}`),
			vehicleId: `car ${letter}`,
			accompanistId: `guide ${letter}`,
			driverId: null
		})),
		visits: [{ id: 'v', team: 'B', company: 'c', day: 0, start: 600, end: 660 }]
	};
	return { ground, plan };
}

test('seats, needs, wishes and what a host asks decide where somebody goes, each in words', () => {
	const { ground, plan } = scene({ needs: ['wheelchair'] });
	expect(bestTeams(ground, plan, 'nina', words)[0]).toMatchObject({ team: 'C', size: 4, left: 0, adds: [] });

	const full = scene({}, { seats: [4, 4, 4, 5] });
	const [best, ...others] = bestTeams(full.ground, full.plan, 'nina', words);
	expect(best!.team).toBe('D');
	for (const { adds } of others)
		expect(adds.map(({ says }) => says).join(' ')).toMatch(/véhicule plus grand/);

	const apart = scene({ apart: ['A0', 'B0', 'C0'] });
	expect(bestTeams(apart.ground, apart.plan, 'nina', words)[0]!.team).toBe('D');

	const closed = scene({}, { closed: ['nina'] });
	const last = bestTeams(closed.ground, closed.plan, 'nina', words).at(-1)!;
	expect(last.team).toBe('B');
	expect(last.adds.map(({ says }) => says).join(' ')).toMatch(/ne peut pas recevoir/);
});

test('what it would come to is what is judged once it is done', () => {
	const { ground, plan } = scene({ together: ['C1'] });
	for (const { team, adds, ends } of bestTeams(ground, plan, 'nina', words)) {
		const crews = plan.crews.map((crew) =>
			crew.letter === team ? { ...crew, memberIds: [...crew.memberIds, 'nina'] } : crew
		);
		const count = (of: HandPlan) => {
			const { violations, teams, findings } = judge(ground, of);
			return violations.length + teams.length + findings.length;
		};
		expect(count({ ...plan, crews }) - count(plan)).toBe(adds.length - ends.length);
	}
});
