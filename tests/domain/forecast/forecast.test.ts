import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { charterNumbers } from '$lib/domain/charter/numbers';
import { fatigueOf, visitsThatFit } from '$lib/domain/forecast/fatigue';
import { forecast, type ForecastNumbers } from '$lib/domain/forecast/forecast';
import { lackInWords } from '$lib/domain/forecast/words';
import { formats, programmeOf, type Format } from '$lib/domain/formats';
import { foresee } from '$lib/solver/explain/shortages';
import { comfortDefaults, rulesDefaults, type Problem } from '$lib/solver/problem';

const charter = charterNumbers({ charterVersion: '2018' });
const pace = { visit: 60, road: 15, buffer: 5 };
const both = Object.keys(formats) as Format[];
const numbers = (difference: Partial<ForecastNumbers> = {}): ForecastNumbers => ({
	people: 20,
	cars: [{ seats: 5, count: 5 }],
	accompanists: 5,
	companies: 10,
	halfDaysPerCompany: 2,
	startsPerHalfDay: 2,
	sectors: 5,
	minSectors: 3,
	...difference
});
const any = fc.record({
	people: fc.integer({ min: 0, max: 40 }),
	cars: fc.array(fc.record({ seats: fc.integer({ min: 2, max: 9 }), count: fc.integer({ min: 0, max: 5 }) }), { maxLength: 4 }), // prettier-ignore
	accompanists: fc.integer({ min: 0, max: 12 }),
	companies: fc.integer({ min: 0, max: 20 }),
	halfDaysPerCompany: fc.integer({ min: 0, max: 4 }),
	startsPerHalfDay: fc.integer({ min: 0, max: 4 }),
	sectors: fc.integer({ min: 0, max: 8 }),
	minSectors: fc.integer({ min: 0, max: 5 })
});
/** Companies that offer nothing are no companies to the planner. */
const offering = any
	.filter(({ halfDaysPerCompany: days, startsPerHalfDay: starts }) => days * starts > 0)
	.filter(({ sectors }) => sectors > 0);
const format = fc.constantFrom(...both);

test('a rally that has what it needs: its possible teams, at best, in both formats', () => {
	for (const one of both) {
		const { options, possible, chosen } = forecast(numbers(), one, charter, pace);
		expect(options.map(({ teams }) => teams)).toEqual([3, 4, 5, 6]);
		// Five cars of five seats carry four people each: twenty need all five.
		expect(possible).toEqual([5]);
		expect(chosen).toMatchObject({ teams: 5, size: { min: 4, max: 4 }, owed: 30, starts: 40, lacks: [] });
	}
	expect(forecast(numbers(), 'three', charter, pace).chosen!.visits).toBe(8);
	expect(forecast(numbers({ companies: 7 }), 'three', charter, pace).chosen).toMatchObject({ starts: 28, visits: 5, lacks: [{ kind: 'starts', count: 2, companies: 1 }] }); // prettier-ignore
});

test('what is missing is named, with what to ask for', () => {
	const { chosen } = forecast(numbers({ people: 12, cars: [], accompanists: 1, companies: 4, sectors: 2 }), 'two', charter, pace); // prettier-ignore
	expect(chosen!.teams).toBe(2);
	expect(chosen!.lacks).toEqual([
		{ kind: 'people', count: 3 },
		{ kind: 'cars', count: 2 },
		{ kind: 'accompanists', count: 1 },
		{ kind: 'companies', count: 2 },
		{ kind: 'starts', count: 4, companies: 2 },
		{ kind: 'sectors', count: 1 }
	]);
	for (const lack of chosen!.lacks)
		expect(lackInWords(lack, numbers(), charter)).toMatch(/^Il manque \d.*\.$/u);
	// Nobody, or too few for a team: there is nothing to count.
	expect(forecast(numbers({ people: 2 }), 'two', charter, pace)).toMatchObject({ options: [], chosen: null });
});

test('the two formats tire differently: fewer visits a day over three days', () => {
	const [two, three] = [
		forecast(numbers(), 'two', charter, pace),
		forecast(numbers(), 'three', charter, pace)
	];
	expect([two.visitHalfDays, three.visitHalfDays]).toEqual([3, 4]);
	expect(two.fatigue.least.days.map(({ visits }) => visits)).toEqual([4, 2]);
	expect(three.fatigue.least.days.map(({ visits }) => visits)).toEqual([3, 3]);
	expect(three.fatigue.most.days.map(({ visits }) => visits)).toEqual([4, 4]);
	expect(three.fatigue.most.longest).toBeLessThan(two.fatigue.most.longest);
	// Four visits of an hour, five roads, the meal: 8 h 30 to 16 h 5.
	expect(three.fatigue.most.days[0]).toMatchObject({ from: 510, minutes: 395, to: 905, strain: 'fine' });
	expect(two.fatigue.most.days.map(({ visits }) => visits)).toEqual([5, 3]);
	expect(fatigueOf(programmeOf('two', '2027-06-08'), 8, { ...pace, road: 20 }).days[0]!.strain).toBe('long');
	expect(fatigueOf(programmeOf('two', '2027-06-08'), 8, { ...pace, road: 30 }).days[0]!.strain).toBe(
		'outside'
	);
});

describe('for any numbers', () => {
	const more: (keyof ForecastNumbers)[] = ['accompanists', 'companies', 'halfDaysPerCompany', 'startsPerHalfDay', 'sectors']; // prettier-ignore
	test('more of anything never makes it worse: for as many teams, less is missing and as many visits are possible', () => {
		fc.assert(
			fc.property(
				any,
				format,
				fc.constantFrom('cars' as const, ...more),
				fc.integer({ min: 2, max: 9 }),
				(given, one, what, seats) => {
					// prettier-ignore
					const richer = what === 'cars' ? { ...given, cars: [...given.cars, { seats, count: 1 }] } : { ...given, [what]: (given[what] as number) + 1 }; // prettier-ignore
					const [before, after] = [forecast(given, one, charter, pace), forecast(richer, one, charter, pace)];
					for (const [i, option] of before.options.entries()) {
						const then = after.options[i]!;
						expect(then.visits).toBeGreaterThanOrEqual(option.visits);
						for (const lack of then.lacks) {
							// With one car more, the last team rides, and seats are counted for the first time.
							const was = option.lacks.find(({ kind }) => kind === lack.kind || (lack.kind === 'seats' && kind === 'cars')); // prettier-ignore
							expect(was).toBeDefined();
							if (was!.kind === lack.kind) expect(lack.count).toBeLessThanOrEqual(was!.count);
						}
					}
					expect(after.possible).toEqual(expect.arrayContaining(before.possible));
					expect(after.chosen?.lacks.length ?? 0).toBeLessThanOrEqual(before.chosen?.lacks.length ?? 0);
				}
			),
			{ numRuns: 300 }
		);
	});

	test('visits are those of the charter at most, and more hours on the road never give more', () => {
		fc.assert(
			fc.property(any, format, fc.integer({ min: 0, max: 90 }), (given, one, road) => {
				const [slow, slower] = [road, road + 10].map((minutes) => forecast(given, one, charter, { ...pace, road: minutes })); // prettier-ignore
				expect(slower!.fitting).toBeLessThanOrEqual(slow!.fitting);
				for (const { visits, size, teams } of slow!.options) {
					expect(visits).toBeLessThanOrEqual(charter.visitsPerParticipant.max);
					expect(size.min).toBeGreaterThanOrEqual(charter.teamSize.min);
					expect(size.max).toBeLessThanOrEqual(charter.teamSize.max);
					expect(size.min * teams).toBeLessThanOrEqual(given.people);
				}
				expect(visitsThatFit(programmeOf(one, '2027-06-08'), pace)).toBeGreaterThanOrEqual(0);
			})
		);
	});

	test('it counts as the planner does before it plans: starts, companies and sectors', () => {
		fc.assert(
			fc.property(offering, format, (given, one) => {
				for (const { teams, lacks } of forecast(given, one, charter, pace).options) {
					const short = new Set(foresee(problemOf(given, one, teams)).map(({ kind }) => kind));
					for (const kind of ['starts', 'companies', 'sectors'] as const)
						expect(lacks.some((lack) => lack.kind === kind), kind).toBe(short.has(kind)); // prettier-ignore
				}
			}),
			{ numRuns: 200 }
		);
	});
});

/** The same numbers as a problem: every company offers as many starts, one after the other, on its first half-days. */
function problemOf(given: ForecastNumbers, one: Format, teams: number): Problem {
	const halves = one === 'two' ? [0, 0, 1] : [0, 0, 1, 1];
	const starts = halves.slice(0, given.halfDaysPerCompany).flatMap((day, h): [number, number][] => {
		const first = h > 0 && halves[h - 1] === day ? 840 : 510;
		return Array.from({ length: given.startsPerHalfDay }, (_, i) => [day, first + i * 60]);
	});
	return {
		format: 'equipage-problem/1',
		name: '',
		days: [0, 1].map(() => ({ start: 510, end: 1080, from: 0, to: 0, maxVisits: 8, lunch: null })),
		travel: Array.from({ length: given.companies + 1 }, () => Array<number>(given.companies + 1).fill(0)),
		buffer: 0,
		companies: Array.from({ length: given.companies }, (_, i) => ({
			...{ id: `c${i}`, place: i + 1, sector: `s${i % Math.max(1, given.sectors)}`, minutes: 60, starts },
			...{ teamsAtOnce: 1, people: 100, visits: [0, 100] as [number, number], turnaround: 0, hiring: false },
			excludes: []
		})),
		teams: Array.from({ length: teams }, (_, i) => ({ id: `t${i}`, size: 4, freeFrom: null })),
		rules: { ...rulesDefaults, visitsPerDay: 0, sectors: given.minSectors },
		comfort: comfortDefaults,
		pins: [],
		published: null,
		now: null
	};
}
