import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Plan } from '$lib/domain/plan';
import { due, keyOf, mustBeTold } from '$lib/domain/publication/notices';
import { nothingFor, recipientsOf, type Recipient } from '$lib/domain/publication/told';
import { dossier } from '../../arbitraries';
import { aDossier, aParticipant, aPlan, aRally, at, plannedByHand } from '../../builders';

const enrolled = (of: ReturnType<typeof aDossier>) =>
	of.participants.filter(({ state }) => state === 'confirmed');
const told = (of: ReturnType<typeof aDossier>, plan: Plan): Recipient[] =>
	recipientsOf(plan, of.rally, enrolled(of));
/** Whom one plan after another makes to be told: « company company-3 ». */
const between = (of: ReturnType<typeof aDossier>, before: Plan, after: Plan) =>
	due(told(of, after), told(of, before)).map(keyOf).sort();

/** The same plan, with one visit at another hour. */
const moving = (plan: Plan, team: number, visit: number, by: number): Plan => ({
	...plan,
	teams: plan.teams.map((one, i) =>
		i !== team
			? one
			: {
					...one,
					visits: one.visits.map((of, j) =>
						j === visit ? { ...of, start: of.start + by, end: of.end + by } : of
					)
				}
	)
});

describe('who must be told', () => {
	const known = aDossier();
	const plan = plannedByHand(known);
	const all = told(known, plan);

	test('a first publication is everybody whom it concerns', () => {
		const first = due(all, []);
		expect(first).toHaveLength(all.length);
		expect(first.every(({ before }) => before === null)).toBe(true);
		expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['company', 'accompanist', 'participant']));
		expect(all.filter(({ kind }) => kind === 'participant')).toHaveLength(16);
	});

	test('an hour that moves is told to its host and to who rides there, and to nobody else', () => {
		const team = plan.teams[0]!;
		const visit = team.visits[1]!;
		expect(between(known, plan, moving(plan, 0, 1, 5))).toEqual(
			[`accompanist ${team.accompanistId}`, `company ${visit.companyId}`].sort()
		);
	});

	test('the first visit that moves brings the first meeting of its team’s people', () => {
		const team = plan.teams[2]!;
		const found = between(known, plan, moving(plan, 2, 0, 10));
		expect(found.filter((key) => key.startsWith('participant'))).toEqual(
			team.memberIds.map((id) => `participant ${id}`).sort()
		);
	});

	test('people who pass from one team to another are told; their hosts, who see as many hours, are not', () => {
		const [a, b] = [plan.teams[0]!.memberIds[0]!, plan.teams[1]!.memberIds[0]!];
		const swapped = {
			...plan,
			teams: plan.teams.map((team) => ({
				...team,
				memberIds: team.memberIds.map((id) => (id === a ? b : id === b ? a : id))
			}))
		};
		expect(between(known, plan, swapped)).toEqual([`participant ${a}`, `participant ${b}`].sort());
		const smaller = {
			...plan,
			teams: plan.teams.map((team, i) => (i === 0 ? { ...team, memberIds: team.memberIds.slice(1) } : team))
		};
		// One person fewer at the same hours: no host is written to.
		expect(between(known, plan, smaller).filter((key) => key.startsWith('company'))).toEqual([]);
	});

	test('a host that is visited no more is told so, and one that was never told anything is not', () => {
		const gone = plan.teams[0]!.visits[0]!.companyId;
		const without = {
			...plan,
			teams: plan.teams.map((team) => ({
				...team,
				visits: team.visits.filter(({ companyId }) => companyId !== gone)
			}))
		};
		const found = due(told(known, without), told(known, plan)).find(({ id }) => id === gone)!;
		expect(found.now).toEqual({ kind: 'company', visits: [] });
		expect(due(told(known, without), []).some(({ id }) => id === gone)).toBe(false);
		expect(due(told(known, without), told(known, plan), ({ id }) => id !== gone).map(({ id }) => id)).not.toContain(gone); // prettier-ignore
	});

	test('another meeting point is told to everybody who goes there', () => {
		const elsewhere = { ...known, rally: aRally({ ...known.rally, meetingPoint: { ...known.rally.meetingPoint!, label: 'Gare' } }) }; // prettier-ignore
		const kinds = new Set(due(told(elsewhere, plan), all).map(({ kind }) => kind));
		expect(kinds).toEqual(new Set(['accompanist', 'participant']));
	});

	test('a first meeting is the team’s departure, or the first hour of a day that begins otherwise', () => {
		const person = enrolled(known)[0]!;
		const meetingOf = (rally: typeof known.rally, one = person) => {
			const found = recipientsOf(plan, rally, [one]).at(-1)!.told;
			return found.kind === 'participant' ? found.meeting : null;
		};
		expect(meetingOf(known.rally)).toMatchObject({ date: '2027-06-08', at: at(8, 40) });
		const welcome = { ...known.rally, programme: known.rally.programme.map((day) => ({ ...day, morning: 'welcome' as const })) }; // prettier-ignore
		expect(meetingOf(welcome)).toMatchObject({ date: '2027-06-08', at: at(8, 30) });
		const late = aParticipant({ ...person, absences: ['2027-06-08:morning', '2027-06-08:afternoon'] });
		expect(meetingOf(known.rally, late)).toMatchObject({ date: '2027-06-09' });
	});
});

describe('for any plans', () => {
	const two = dossier.chain((one) => fc.tuple(fc.constant(one), dossier));

	test('once told, nobody is to be told again; and nobody is told of nothing', () => {
		fc.assert(
			fc.property(two, ([one, other]) => {
				const [before, after] = [one, { ...other, rally: one.rally }].map((of) =>
					told(of, of.plan ?? aPlan())
				) as [Recipient[], Recipient[]];
				const found = due(after, before);
				expect(due(after, after)).toEqual([]);
				// Told what is due, on top of what they knew: nothing is left.
				const knows = new Map(before.map((who) => [keyOf(who), who]));
				for (const { kind, id, now } of found) knows.set(keyOf({ kind, id }), { kind, id, told: now });
				expect(due(after, [...knows.values()])).toEqual([]);
				for (const { before: was, now, kind } of found) {
					expect(mustBeTold(was, now)).toBe(true);
					if (was === null) expect(now).not.toEqual(nothingFor(kind));
				}
				expect(new Set(found.map(keyOf)).size).toBe(found.length);
			})
		);
	});

	test('the order of teams, visits and people changes nothing', () => {
		fc.assert(
			fc.property(dossier, (one) => {
				const plan = one.plan ?? aPlan();
				const turned = {
					...plan,
					teams: [...plan.teams]
						.reverse()
						.map((team) => ({ ...team, visits: [...team.visits].reverse(), memberIds: [...team.memberIds].reverse() })) // prettier-ignore
				};
				// A hand-made list may put somebody in two teams: which comes first is then no matter of order.
				const once = (key: (team: Plan['teams'][number]) => string[]) => {
					const ids = plan.teams.flatMap(key);
					return new Set(ids).size === ids.length;
				};
				fc.pre(once(({ memberIds }) => memberIds));
				fc.pre(plan.teams.every(({ visits }) => new Set(visits.map(({ start, date }) => `${date} ${start}`)).size === visits.length)); // prettier-ignore
				expect(due(told(one, turned), told(one, plan)).filter(({ kind }) => kind !== 'accompanist')).toEqual([]); // prettier-ignore
			})
		);
	});
});
