import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, type Event } from '$lib/solver/events';
import type { Problem } from '$lib/solver/problem';
import { solve } from '$lib/solver/solve';
import { verify } from '$lib/solver/verify';
import { highs } from './highs';
import { knownProblems } from './problems';

const { problem } = knownProblems().find(({ name }) => name === 'vallee-typical-tight-1')!;
const { visits } = solve(problem, { highs });
const announced = (now: Problem['now']): Problem => ({ ...problem, published: visits, now });
const past = ([today, minute]: [number, number], { day, start }: { day: number; start: number }) =>
	day < today || (day === today && start <= minute);

const company = fc.constantFrom(...problem.companies.map(({ id }) => id));
const team = fc.constantFrom(...problem.teams.map(({ id }) => id));
const moment = fc.tuple(fc.nat(problem.days.length - 1), fc.integer({ min: 480, max: 1000 }));
const event = ([day, minute]: [number, number]): fc.Arbitrary<Event> =>
	fc.oneof(
		company.map((id): Event => ({ kind: 'company-gone', company: id })),
		company.map((id): Event => ({ kind: 'company-closed', company: id, day, from: 780, to: 1080 })),
		fc.constant<Event>({ kind: 'half-day-gone', day, from: Math.max(minute, 780), to: 1080 }),
		team.map((id): Event => ({ kind: 'team-off', team: id, days: [day] })),
		team.map((id): Event => ({ kind: 'fewer-people', team: id, people: 2 })),
		team.map((id): Event => ({ kind: 'late', team: id, day, freeAt: minute + 40 }))
	);

test('whatever happens, what is given can be driven, keeps the past, and says how few visits change', () => {
	fc.assert(
		fc.property(
			moment.chain((now) => fc.tuple(fc.constant(now), event(now))),
			([now, happened]) => {
				const changed = after(announced(now), happened);
				const plan = solve(changed, { highs, through: 'promises' });
				expect(verify(changed, plan)).toEqual([]);
				for (const { value, bound } of plan.levels) expect(bound).toBeLessThanOrEqual(value);
				expect(plan.levels[0]!.bound).toBe(plan.levels[0]!.value);
				expect(plan.levels[1]!.bound).toBe(plan.levels[1]!.value);
				const begun = (list: typeof visits) => list.filter((visit) => past(now, visit)).length;
				expect(begun(plan.visits)).toBe(begun(visits));
				if (happened.kind !== 'late') return;
				for (const visit of plan.visits.filter(({ team, day }) => team === happened.team && day === now[0]))
					expect(past(now, visit) || visit.start > happened.freeAt).toBe(true);
			}
		),
		{ numRuns: 25 }
	);
}, 120_000);

test('a host is not given to one team while another is on its way there', () => {
	// Found by chance: the third visit of a host that receives two.
	const changed = after(announced([1, 566]), { kind: 'late', team: 'T5', day: 1, freeAt: 606 });
	expect(verify(changed, solve(changed, { highs, through: 'promises' }))).toEqual([]);
});

test('late by minutes that were waited anyway changes nothing', () => {
	const first = visits.filter(({ day }) => day === 0).sort((a, b) => a.start - b.start)[0]!;
	const next = visits
		.filter(({ team, day, start }) => team === first.team && day === 0 && start > first.start)
		.sort((a, b) => a.start - b.start)[0]!;
	const host = (id: string) => problem.companies.find((of) => of.id === id)!;
	const road = problem.travel[host(first.company).place]![host(next.company).place]!;
	const at = (freeAt: number) =>
		solve(after(announced([0, first.start]), { kind: 'late', team: first.team, day: 0, freeAt }), {
			highs,
			through: 'promises'
		});
	const latest = next.start - problem.buffer - road;
	expect(at(latest).levels[1]!.value).toBe(0);
	expect(at(latest + 1).levels[1]!.value).toBeGreaterThan(0);
});
