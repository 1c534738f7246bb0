import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProgrammeDay } from '$lib/domain/calendar';
import { teamDay, teamDays, type Step } from '$lib/domain/itinerary';
import { MEETING, travelMinutes, type Plan, type PlannedTeam } from '$lib/domain/plan';
import { aDay, aPlan, aProgramme, aTeam, aTravel, at } from '../builders';
import { programmeDay } from '../arbitraries';

const date = '2027-06-08';
const visit = (companyId: string, start: number, minutes = 60) => ({
	companyId,
	date,
	start,
	end: start + minutes
});
const ids = ['a', 'b', 'c', 'd'];

const dayOf = (visits: PlannedTeam['visits'], day: ProgrammeDay = aDay({ date }), road = 15) =>
	teamDay(aPlan({ travel: aTravel(ids, road), bufferMinutes: 5 }), aTeam({ visits }), day)!;
const spoken = (steps: readonly Step[]) => steps.map(({ kind, from, to }) => `${kind} ${from}-${to}`);

test('a team that visits nobody has no day', () => {
	expect(teamDay(aPlan(), aTeam(), aDay())).toBeNull();
	expect(teamDays(aPlan(), aTeam(), aProgramme(date, 'VV VR'))).toEqual([]);
});

test('a day minute by minute: road, visit, lunch, wait, and back', () => {
	const day = dayOf([visit('a', at(9)), visit('b', at(10, 45)), visit('c', at(14))]);
	expect(day.departure).toBe(at(8, 40));
	expect(day.back).toBe(at(15, 15));
	expect(spoken(day.steps)).toEqual([
		`drive ${at(8, 40)}-${at(8, 55)}`,
		`visit ${at(9)}-${at(10)}`,
		`drive ${at(10)}-${at(10, 15)}`,
		`wait ${at(10, 15)}-${at(10, 40)}`,
		`visit ${at(10, 45)}-${at(11, 45)}`,
		`lunch ${at(11, 45)}-${at(12, 45)}`,
		`drive ${at(12, 45)}-${at(13)}`,
		`wait ${at(13)}-${at(13, 55)}`,
		`visit ${at(14)}-${at(15)}`,
		`drive ${at(15)}-${at(15, 15)}`
	]);
	expect(day.driving).toBe(60);
	expect(day.waiting).toBe(25 + 55);
});

test('lunch waits for its window, on this side of the road or on the other', () => {
	const early = dayOf([visit('a', at(9, 45)), visit('b', at(13, 5))]);
	expect(spoken(early.steps).slice(2, 5)).toEqual([
		`wait ${at(10, 45)}-${at(11, 45)}`,
		`lunch ${at(11, 45)}-${at(12, 45)}`,
		`drive ${at(12, 45)}-${at(13)}`
	]);
	const pressed = dayOf([visit('a', at(9, 45)), visit('b', at(13))]);
	expect(spoken(pressed.steps).slice(2, 6)).toEqual([
		`drive ${at(10, 45)}-${at(11)}`,
		`wait ${at(11)}-${at(11, 45)}`,
		`lunch ${at(11, 45)}-${at(12, 45)}`,
		`wait ${at(12, 45)}-${at(12, 55)}`
	]);
});

test('back before lunch can end, or gone after it, the team eats at the meeting point', () => {
	const morning = dayOf([visit('a', at(9)), visit('b', at(10, 45))]);
	const afternoon = dayOf([visit('a', at(14)), visit('b', at(15, 45))]);
	for (const { steps } of [morning, afternoon])
		expect(steps.some(({ kind }) => kind === 'lunch')).toBe(false);
});

test('visits are taken by the clock, and those of other days left out', () => {
	const other = { ...visit('d', at(9)), date: '2027-06-09' };
	const day = dayOf([visit('b', at(14)), other, visit('a', at(9))]);
	expect(day.steps.flatMap((step) => (step.kind === 'visit' ? step.visit.companyId : []))).toEqual([
		'a',
		'b'
	]);
});

test('a place without a road is a bug, and says so', () => {
	expect(() => dayOf([visit('nowhere', at(9))])).toThrow('no travel time from meeting to nowhere');
});

/** A feasible day: each visit begins when the road, the buffer and, round noon, the meal leave time for it. */
const feasible: fc.Arbitrary<{ plan: Plan; team: PlannedTeam; day: ProgrammeDay }> = fc
	.record({
		day: programmeDay(fc.constant(date)),
		roads: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 25, maxLength: 25 }),
		bufferMinutes: fc.nat(15),
		first: fc.integer({ min: at(8), max: at(13) }),
		slack: fc.array(fc.oneof(fc.constant(0), fc.nat(150)), { minLength: 4, maxLength: 4 }),
		count: fc.integer({ min: 1, max: 4 }),
		minutes: fc.integer({ min: 20, max: 90 })
	})
	.map(({ day, roads, bufferMinutes, first, slack, count, minutes }) => {
		const places = [MEETING, ...ids];
		const road = (from: string, to: string) => roads[places.indexOf(from) * 5 + places.indexOf(to)]!;
		const travel = aTravel(ids, road);
		const visits: PlannedTeam['visits'] = [];
		ids.slice(0, count).forEach((id, i) => {
			const last = visits.at(-1);
			const start = last ? last.end + road(last.companyId, id) + bufferMinutes + slack[i]! : first;
			visits.push(visit(id, start, minutes));
		});
		return { plan: aPlan({ travel, bufferMinutes }), team: aTeam({ visits }), day };
	});

describe('whatever the day', () => {
	const holds = (
		check: (day: NonNullable<ReturnType<typeof teamDay>>, plan: Plan, team: PlannedTeam) => void
	) =>
		fc.assert(
			fc.property(feasible, ({ plan, team, day }) => check(teamDay(plan, team, day)!, plan, team)),
			{ numRuns: 500 }
		);

	test('steps follow one another without overlap; only the welcome buffer stands between road and visit', () => {
		holds(({ steps }, { bufferMinutes }) => {
			steps.forEach((step, i) => {
				expect(step.to).toBeGreaterThanOrEqual(step.from);
				const next = steps[i + 1];
				if (next) expect(next.from - step.to).toBe(next.kind === 'visit' ? bufferMinutes : 0);
			});
		});
	});

	test('every visit is there once, at its hours', () => {
		holds(({ steps }, _, { visits }) => {
			const made = steps.filter((step) => step.kind === 'visit');
			expect(made.map(({ visit }) => visit)).toEqual(visits);
			for (const { from, to, visit } of made) expect([from, to]).toEqual([visit.start, visit.end]);
		});
	});

	test('the day leaves the meeting point in time and comes back to it, and its roads are those of the plan', () => {
		holds((day, plan, { visits }) => {
			const drives = day.steps.filter((step) => step.kind === 'drive');
			const stops = [MEETING, ...visits.map(({ companyId }) => companyId), MEETING];
			expect(drives.map(({ origin, destination }) => [origin, destination])).toEqual(
				stops.slice(1).map((stop, i) => [stops[i], stop])
			);
			for (const { origin, destination, from, to } of drives) {
				expect(to - from).toBe(travelMinutes(plan.travel, origin, destination));
			}
			expect(day.departure).toBe(day.steps[0]!.from);
			expect(day.back).toBe(day.steps.at(-1)!.to);
			expect(day.driving).toBe(drives.reduce((sum, { from, to }) => sum + to - from, 0));
		});
	});

	test('at most one lunch, whole and inside its window', () => {
		holds(({ steps, day }) => {
			const lunches = steps.filter(({ kind }) => kind === 'lunch');
			expect(lunches.length).toBeLessThanOrEqual(1);
			for (const { from, to } of lunches) {
				expect(to - from).toBe(day.lunch!.minutes);
				expect(from).toBeGreaterThanOrEqual(day.lunch!.from);
				expect(to).toBeLessThanOrEqual(day.lunch!.to);
			}
		});
	});

	test('a gap that could hold the meal whole is never left without one', () => {
		holds(({ steps, day, departure, back }) => {
			if (!day.lunch || steps.some(({ kind }) => kind === 'lunch')) return;
			const { from, to, minutes } = day.lunch;
			const throughNoon = departure < from + minutes && back > to - minutes;
			const roomy = steps.some(
				(step) => step.kind === 'wait' && Math.min(step.to, to) - Math.max(step.from, from) >= minutes
			);
			expect(throughNoon && roomy).toBe(false);
		});
	});
});
