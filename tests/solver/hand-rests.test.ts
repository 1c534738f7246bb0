import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProgrammeDay } from '$lib/domain/calendar';
import { teamDay, type Step } from '$lib/domain/itinerary';
import { MEETING } from '$lib/domain/plan';
import { bare, isBroken, type HandVisit } from '$lib/solver/hand/judge';
import { levelsOf } from '$lib/solver/verify/levels';
import { latest, soonest, type Rest } from '$lib/solver/verify/rests';
import { verify } from '$lib/solver/verify';
import { problemOf } from './problems';

const ids = ['c0', 'c1', 'c2', 'c3'];
const BUFFER = 5;
const lunch = { from: 720, to: 840, minutes: 45 };

interface Drawn {
	starts: number[];
	roads: number[];
	rests: Rest[];
}

/** One team, one day, visits of an hour one after the other, rests anywhere. */
const drawn: fc.Arbitrary<Drawn> = fc.record({
	starts: fc
		.uniqueArray(fc.integer({ min: 108, max: 204 }), { minLength: 1, maxLength: 4 })
		.map((list) => list.map((n) => n * 5).sort((a, b) => a - b))
		.filter((list) => list.every((at, i) => i === 0 || at - list[i - 1]! >= 60)),
	roads: fc.array(fc.integer({ min: 5, max: 40 }), { minLength: 25, maxLength: 25 }),
	rests: fc
		.array(fc.tuple(fc.integer({ min: 90, max: 222 }), fc.constantFrom(10, 15, 30)), { maxLength: 3 })
		.map((list) => list.map(([at, minutes]): Rest => [at * 5, at * 5 + minutes]))
});

function asked({ starts, roads, rests }: Drawn) {
	const travel = Array.from({ length: 5 }, (_, a) =>
		Array.from({ length: 5 }, (__, b) => (a === b ? 0 : roads[a * 5 + b]!))
	);
	const problem = problemOf({
		format: 'equipage-problem/1',
		days: [{ start: 480, end: 1080, from: 0, to: 0, lunch }],
		travel,
		buffer: BUFFER,
		companies: ids.map((id, i) => ({
			id,
			place: i + 1,
			sector: id,
			minutes: 60,
			starts: starts.map((at) => [0, at] as [number, number])
		})),
		teams: [{ id: 'A', size: 4, rests: rests.map(([from, to]) => [0, from, to] as [number, number, number]) }]
	});
	const visits = starts.map((start, i): HandVisit => ({
		id: ids[i]!,
		team: 'A',
		company: ids[i]!,
		day: 0,
		start,
		end: start + 60
	}));
	const day: ProgrammeDay = { date: '2027-06-08', morning: 'visits', afternoon: 'visits', start: 480, end: 1080, lunch }; // prettier-ignore
	const shown = teamDay(
		{
			bufferMinutes: BUFFER,
			breaks: rests.map(([from, to]) => ({ team: 'A', date: day.date, from, to, label: 'Pause' })),
			travel: {
				ids: [MEETING, ...ids],
				minutes: travel,
				sources: travel.map((row) => row.map(() => 'estimated' as const))
			}
		},
		{
			id: 'A',
			letter: 'A',
			memberIds: [],
			vehicleId: null,
			accompanistId: null,
			driverId: null,
			visits: visits.map(({ company, start, end }) => ({ companyId: company, date: day.date, start, end }))
		},
		day
	)!;
	return { problem, visits, shown, violations: verify(problem, bare(visits)).filter(isBroken) };
}

const overlap = (a: Step, b: Step) => a.from < b.to && b.from < a.to;

test('a day that the checker accepts is drawn without anything over a break, a visit or the road', () => {
	let accepted = 0;
	fc.assert(
		fc.property(drawn, (day) => {
			const { shown, violations, problem } = asked(day);
			if (violations.length > 0) return;
			accepted++;
			const busy = shown.steps.filter(({ kind }) => kind !== 'wait');
			for (const [i, one] of busy.entries())
				for (const other of busy.slice(i + 1))
					// Two breaks may lie over each other: nobody minds.
					if (one.kind !== 'break' || other.kind !== 'break')
						expect(overlap(one, other), JSON.stringify([one, other])).toBe(false);
			const { start, end } = problem.days[0]!;
			expect(shown.departure).toBeGreaterThanOrEqual(start);
			expect(shown.back).toBeLessThanOrEqual(end);
			for (const drive of shown.steps.filter(({ kind }) => kind === 'drive')) {
				const next = shown.steps.find((step) => step.kind === 'visit' && step.from >= drive.to);
				const before = shown.steps.findLast((step) => step.kind === 'visit' && step.to <= drive.from);
				if (next && before) expect(next.from - drive.to).toBeGreaterThanOrEqual(BUFFER);
			}
		}),
		{ numRuns: 2000 }
	);
	expect(accepted).toBeGreaterThan(50);
});

test('what is drawn over a break is told: on a visit, too short, too early, too late or without lunch', () => {
	fc.assert(
		fc.property(drawn, (day) => {
			const { shown, violations } = asked(day);
			const breaks = shown.steps.filter(({ kind }) => kind === 'break');
			const others = shown.steps.filter(({ kind }) => kind === 'visit' || kind === 'drive');
			if (others.some((step) => breaks.some((rest) => overlap(step, rest))))
				expect(violations).not.toEqual([]);
			for (const rest of breaks)
				for (const visit of shown.steps.filter(({ kind }) => kind === 'visit'))
					if (overlap(rest, visit))
						expect(violations.filter(({ kind }) => kind === 'rest-on-visit').length).toBeGreaterThan(0);
		}),
		{ numRuns: 1000 }
	);
});

test('the hours of leaving and coming back are those of the checker, and a rest is no waiting', () => {
	fc.assert(
		fc.property(drawn, (day) => {
			const { shown, violations, problem, visits } = asked(day);
			const early = violations.find(({ kind }) => kind === 'too-early');
			const late = violations.find(({ kind }) => kind === 'back-too-late');
			expect(early && 'minutes' in early ? early.minutes : 0).toBe(Math.max(0, 480 - shown.departure));
			expect(late && 'minutes' in late ? late.minutes : 0).toBe(Math.max(0, shown.back - 1080));
			const restless = { ...problem, teams: problem.teams.map(({ rests: _, ...team }) => team) };
			if (violations.length === 0 && verify(restless, bare(visits)).filter(isBroken).length === 0)
				expect(levelsOf(problem, bare(visits)).charter).toBe(levelsOf(restless, bare(visits)).charter);
		})
	);
});

test('the first and the last free minutes are free, and none is nearer', () => {
	const rest = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 15 })).map(([at, n]): Rest => [at, at + n]);
	fc.assert(
		fc.property(
			fc.array(rest, { maxLength: 4 }),
			fc.nat(60),
			fc.integer({ min: 1, max: 12 }),
			(list, at, n) => {
				const rests = [...list].sort((a, b) => a[0] - b[0]);
				const free = (from: number) => rests.every(([a, b]) => from + n <= a || from >= b);
				let first = at;
				while (!free(first)) first++;
				expect(soonest(rests, at, n)).toBe(first);
				let last = at - n;
				while (!free(last)) last--;
				expect(latest(rests, at, n)).toBe(last);
			}
		)
	);
});
