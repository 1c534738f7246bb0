import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IsoDate } from '$lib/domain/calendar';
import { MEETING } from '$lib/domain/plan';
import { stopKey, type DayEvent, type Said } from '$lib/domain/day/event';
import { ordered, standing, timeOf } from '$lib/domain/day/log';
import { presenceOf, presenceTable } from '$lib/domain/day/presence-log';
import type { PlannedStop } from '$lib/domain/day/stops';
import { expectedStops, teamState } from '$lib/domain/day/team-state';
import { feedbackOf, pointsOf } from '$lib/domain/day/gathered';
import { at } from '../../builders';

const date: IsoDate = '2027-06-08';
const half = `${date}:morning` as const;
const [a, b, back] = [stopKey(date, 'a'), stopKey(date, 'b'), stopKey(date, MEETING)];
/** In June a French clock is two hours ahead. */
const instant = (minutes: number) => Date.parse(`${date}T00:00:00+02:00`) + minutes * 60_000;

let made = 0;
const event = (said: Said, minutes: number, more: Partial<DayEvent> = {}): DayEvent => {
	made++;
	return {
		id: `e${made}`,
		phone: 'p1',
		sequence: made,
		clock: instant(minutes),
		offset: 0,
		plan: 1,
		team: 'A',
		by: '',
		said,
		arrived: null,
		...more
	};
};

/** 9 h–10 h at a, 20 minutes of road, 10 h 30–11 h 30 at b, 15 minutes back. */
const planned: PlannedStop[] = [
	{ key: a, from: at(9), to: at(10), leave: at(8, 35), road: 20, rest: 0 },
	{ key: b, from: at(10, 30), to: at(11, 30), leave: at(10), road: 20, rest: 0 },
	{ key: back, from: at(11, 45), to: at(11, 45), leave: at(11, 30), road: 15, rest: 0 }
];
const state = (events: DayEvent[]) => teamState('A', date, planned, events);

test('a team is followed from one stop to the next', () => {
	expect(state([])).toMatchObject({ where: { kind: 'unsaid' }, late: 0, headCount: null, lastSaid: null });
	const log = [event({ kind: 'departed', stop: a, aboard: 6 }, at(8, 35))];
	expect(state(log)).toMatchObject({ where: { kind: 'on-road', stop: a }, headCount: { aboard: 6, to: a } });
	log.push(event({ kind: 'arrived', stop: a }, at(8, 55)), event({ kind: 'started', stop: a }, at(9)));
	expect(state(log).where).toEqual({ kind: 'visiting', stop: a });
	log.push(event({ kind: 'finished', stop: a }, at(10, 5)));
	expect(state(log)).toMatchObject({ where: { kind: 'left', stop: a }, late: 0 });
	log.push(event({ kind: 'missed', stop: b, why: 'closed' }, at(10, 40)));
	log.push(event({ kind: 'departed', stop: back, aboard: 5 }, at(10, 45)));
	log.push(event({ kind: 'arrived', stop: back }, at(11)));
	expect(state(log)).toMatchObject({
		where: { kind: 'back' },
		late: 0,
		expected: [],
		headCount: { aboard: 5 }
	});
	expect(state(log).stops.map(({ phase }) => phase)).toEqual(['finished', 'missed', 'arrived']);
});

test('a delay goes on from stop to stop; a wait takes it up, a meal does not', () => {
	const late = [event({ kind: 'started', stop: a }, at(9, 25))];
	// Over at 10 h 25 and 20 minutes of road: 10 h 45 instead of 10 h 30, of which nothing is made up on the way back.
	expect(state(late).expected).toEqual([
		{ key: a, start: at(9, 25), late: 25 },
		{ key: b, start: at(10, 45), late: 15 },
		{ key: back, start: at(12), late: 15 }
	]);
	const meal = planned.map((stop) =>
		stop.key === b ? { ...stop, from: at(11, 30), to: at(12, 30), rest: 60 } : stop
	);
	const { stops } = teamState('A', date, meal, late);
	expect(expectedStops(meal, stops)[1]).toEqual({ key: b, start: at(11, 45), late: 15 });
	// Nothing said since: the clock itself tells that they are not on time.
	expect(expectedStops(planned, state([event({ kind: 'departed', stop: a, aboard: null }, at(8, 35))]).stops, at(9, 12))[0]).toEqual({ key: a, start: at(9, 12), late: 12 }); // prettier-ignore
});

test('a visit said to be missed and then begun is made after all', () => {
	const log = [
		event({ kind: 'missed', stop: a, why: 'late' }, at(9)),
		event({ kind: 'arrived', stop: a }, at(9, 30))
	];
	expect(state(log).stops[0]).toMatchObject({ phase: 'arrived', missed: null });
});

test('a stop that the plan does not know any more is still told', () => {
	const log = [event({ kind: 'arrived', stop: stopKey(date, 'gone') }, at(9))];
	expect(state(log).stops.at(-1)).toMatchObject({ phase: 'arrived', unplanned: true });
});

test('two phones say the same: the first hour counts, the points are given once, the votes are all counted', () => {
	const other = { phone: 'p2', sequence: 1 };
	const log = [
		event({ kind: 'arrived', stop: a }, at(8, 57), other),
		event({ kind: 'arrived', stop: a }, at(8, 55)),
		event({ kind: 'points', challenge: 'c', stop: a, points: 5 }, at(9)),
		event({ kind: 'points', challenge: 'c', stop: a, points: 5 }, at(9, 1), { ...other, sequence: 2 }),
		event({ kind: 'feedback', stop: a, face: 'good' }, at(10)),
		event({ kind: 'feedback', stop: a, face: 'good' }, at(10), { ...other, sequence: 3 })
	];
	expect(state(log).stops[0]!.arrived).toBe(instant(at(8, 55)));
	expect(pointsOf(log)).toEqual([{ team: 'A', challenge: 'c', stop: a, points: 5 }]);
	expect(feedbackOf(log)[0]!.faces.good).toBe(2);
});

test('a clock wrong by an hour is put right by what was measured', () => {
	const wrong = event({ kind: 'arrived', stop: a }, at(9, 55), { offset: -3_600_000 });
	expect(timeOf(wrong)).toBe(instant(at(8, 55)));
	expect(state([wrong]).late).toBe(0);
	// Never later than it was received.
	expect(timeOf({ ...wrong, offset: 0, arrived: instant(at(9)) })).toBe(instant(at(9)));
});

test('an organiser’s correction holds, with its author, in the car where the person was', () => {
	const said = { kind: 'presence', person: 'x', half, from: null, reason: '' } as const;
	const log = [
		event({ ...said, state: 'present' }, at(8, 30)),
		event({ ...said, state: 'excused', reason: 'Erreur de frappe' }, at(18), { phone: 'organizer', team: null, by: 'Claire' })
	]; // prettier-ignore
	expect(presenceOf(presenceTable(log), 'x', half)).toMatchObject({ state: 'excused', by: 'Claire', team: 'A', before: 1 }); // prettier-ignore
});

const stops = [a, b, back] as const;
const saidOf: fc.Arbitrary<Said> = fc.oneof(
	fc.record({ kind: fc.constant('departed' as const), stop: fc.constantFrom(...stops), aboard: fc.option(fc.nat(9)) }),
	fc.record({ kind: fc.constantFrom('arrived' as const, 'started' as const, 'finished' as const), stop: fc.constantFrom(...stops) }),
	fc.record({ kind: fc.constant('missed' as const), stop: fc.constantFrom(a, b), why: fc.constant('closed' as const) }),
	fc.record({ kind: fc.constant('presence' as const), person: fc.constantFrom('x', 'y'), half: fc.constant(half), state: fc.constantFrom('present' as const, 'absent' as const), from: fc.constant(null), reason: fc.constant('') }),
	fc.record({ kind: fc.constant('points' as const), challenge: fc.constantFrom('c', 'd'), stop: fc.constantFrom(a, null), points: fc.nat(10) })
); // prettier-ignore

/** Events of three phones, some taking back an earlier one of theirs; clocks that jump. */
const logs: fc.Arbitrary<DayEvent[]> = fc
	.array(
		fc.record({
			phone: fc.constantFrom('p1', 'p2', 'organizer'),
			minutes: fc.integer({ min: at(8), max: at(18) }),
			said: saidOf,
			undo: fc.option(fc.nat(20), { nil: undefined, freq: 4 })
		}),
		{ maxLength: 24 }
	)
	.map((drawn) => {
		const all: DayEvent[] = [];
		for (const { phone, minutes, said, undo } of drawn) {
			const own = all.filter((one) => one.phone === phone);
			const of = undo === undefined ? undefined : own[undo % Math.max(1, own.length)];
			const number = own.length + 1;
			all.push({
				...event(of ? { kind: 'undo', of: of.id } : said, minutes),
				...{ id: `${phone}-${number}`, phone, sequence: number }
			});
		}
		return all;
	});
const folded = (events: DayEvent[]) => ({
	state: state(events),
	presence: [...presenceTable(events)],
	points: pointsOf(events).sort((one, two) => JSON.stringify(one).localeCompare(JSON.stringify(two)))
});

describe('whatever is said', () => {
	const holds = (check: (events: DayEvent[], drawn: number) => void) =>
		fc.assert(fc.property(logs, fc.nat(), check), { numRuns: 300 });

	test('applied twice is applied once, and the order of arrival does not matter', () => {
		fc.assert(
			fc.property(
				logs.chain((log) => fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length }))),
				([log, shuffled]) => {
					expect(folded([...shuffled, ...log])).toEqual(folded(log));
				}
			),
			{ numRuns: 300 }
		);
	});

	test('each phone’s events stay in its own sequence', () => {
		holds((log) => {
			const all = ordered(log);
			for (const phone of ['p1', 'p2', 'organizer']) {
				const numbers = all.filter((one) => one.phone === phone).map(({ sequence }) => sequence);
				expect(numbers).toEqual([...numbers].sort((one, two) => one - two));
			}
			expect(all).toHaveLength(log.length);
		});
	});

	test('taken back, then again: as if it had been said, and as if nothing had happened', () => {
		holds((log, drawn) => {
			const held = standing(log);
			const of = held[drawn % Math.max(1, held.length)];
			if (!of) return;
			const last = Math.max(...log.map(timeOf)) + 60_000;
			const undo = (id: string, target: string, sequence: number): DayEvent => ({
				...event({ kind: 'undo', of: target }, 0),
				...{ id, phone: 'p9', sequence, clock: last + sequence }
			});
			const once = [...log, undo('u1', of.id, 1)];
			expect(standing(once).map(({ id }) => id)).toEqual(
				held.map(({ id }) => id).filter((id) => id !== of.id)
			);
			expect(folded([...once, undo('u2', 'u1', 2)])).toEqual(folded(log));
		});
	});

	test('a clock wrong by an hour changes nothing once the difference is known', () => {
		holds((log, drawn) => {
			const gap = ((drawn % 7) - 3) * 3_600_000;
			const wrong = log.map((one) =>
				one.phone === 'p1' ? { ...one, clock: one.clock + gap, offset: -gap } : one
			);
			expect(folded(wrong)).toEqual(folded(log));
		});
	});

	test('what one phone received and still holds is the same event', () => {
		holds((log) => {
			const received = log.map((one) => ({ ...one, arrived: one.clock + 5000 }));
			expect(folded([...log, ...received])).toEqual(folded(received));
		});
	});
});
