import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { groundOf } from '$lib/solver/itineraries/ground';
import { DayJoin } from '$lib/solver/itineraries/join-days';
import { columnOf } from '$lib/solver/itineraries/team-column';
import { charterPrices } from '$lib/solver/itineraries/team-prices';
import { modelOf } from '$lib/solver/model';
import { problemOf } from './problems';

/** What a point of charter weighs against comfort, here. */
const CHARTER = 10_000;

/** One team over four or five half-days, two visits each at the most; so many sectors that some are not told apart. */
const longRally = fc
	.record({
		days: fc.constantFrom(4, 5),
		wanted: fc.nat(4),
		companies: fc.array(
			fc.record({
				sector: fc.integer({ min: 0, max: 13 }),
				days: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }),
				start: fc.constantFrom(540, 620),
				worth: fc.integer({ min: 0, max: 400 })
			}),
			{ minLength: 3, maxLength: 7 }
		)
	})
	.map(({ days, wanted, companies }) => ({
		worth: companies.map((company) => company.worth),
		problem: problemOf({
			format: 'equipage-problem/1',
			days: Array.from({ length: days }, () => ({ start: 510, end: 735, from: 0, to: 0, maxVisits: 2 })),
			travel: Array.from({ length: 8 }, (_, a) =>
				Array.from({ length: 8 }, (_, b) => (a === b ? 0 : 5 + ((a * 7 + b * 3) % 11)))
			),
			buffer: 5,
			companies: companies.map(({ sector, days: on, start }, i) => ({
				id: `E${i}`,
				place: i + 1,
				sector: `S${sector}`,
				minutes: 45,
				starts: on.filter((day) => day < days).map((day): [number, number] => [day, start]),
				teamsAtOnce: 1,
				people: 8,
				visits: [0, 3] as [number, number],
				hiring: false
			})),
			teams: [{ id: 'T1', size: 4 }],
			rules: { visits: [3, 6], visitsPerDay: 1, sectors: wanted, spread: 1 }
		})
	}));

test('over many days, the cheapest plan is the one that trying every join gives', () => {
	fc.assert(
		fc.property(longRally, ({ problem, worth }) => {
			const model = modelOf(problem);
			const ground = groundOf(model);
			const [own] = ground.classes;
			const prices = {
				...charterPrices(model, own!, { charter: CHARTER, comfort: 1 }),
				worth: Float64Array.from(ground.slots.company, (company) => worth[company]!)
			};
			const { plans, least, exact } = new DayJoin(ground, own!, prices).cheapest(1, { step: 10 });

			let best = Infinity;
			const join = (routes: number[]) => {
				if (routes.length < model.days.length) {
					const { size } = own!.pools[routes.length]!;
					for (let route = 0; route < size; route++) join([...routes, route]);
					return;
				}
				const { slots, charter, comfort } = columnOf(model, ground.classes, 0, routes);
				const companies = Array.from(slots, (slot) => ground.slots.company[slot]!);
				if (new Set(companies).size < companies.length || slots.length > problem.rules.visits[1]) return;
				const won = companies.reduce((sum, company) => sum + worth[company]!, 0);
				best = Math.min(best, CHARTER * charter + comfort - won);
			};
			join([]);
			expect(exact).toBe(true);
			expect(least).toBeCloseTo(best, 6);
			expect(plans[0]!.cost).toBeCloseTo(best, 6);
		}),
		{ numRuns: 150 }
	);
});

test('more sectors asked than visits can see: that there is no plan is soon said, and is not searched for over and over', () => {
	const problem = problemOf({
		format: 'equipage-problem/1',
		days: Array.from({ length: 2 }, () => ({ start: 510, end: 1050, from: 0, to: 0, maxVisits: 3 })),
		travel: Array.from({ length: 11 }, (_, a) => Array.from({ length: 11 }, (_, b) => (a === b ? 0 : 7))),
		buffer: 5,
		companies: Array.from({ length: 10 }, (_, i) => ({
			id: `E${i}`,
			place: i + 1,
			sector: `S${i}`,
			minutes: 45,
			starts: [540, 600, 660, 840].flatMap((at): [number, number][] => [[0, at], [1, at]]) // prettier-ignore
		})),
		teams: [{ id: 'T1', size: 4 }],
		rules: { visits: [4, 6], visitsPerDay: 1, sectors: 7, spread: 1 }
	});
	const model = modelOf(problem);
	const ground = groundOf(model);
	const [own] = ground.classes;
	const prices = {
		...charterPrices(model, own!, { charter: CHARTER, comfort: 1 }),
		missingSector: Infinity,
		worth: new Float64Array(ground.slots.company.length)
	};
	const searches = vi.spyOn(DayJoin.prototype, 'plans');
	const answer = new DayJoin(ground, own!, prices).cheapest(4, { step: 10, effort: 2_000 });
	expect(answer.plans).toEqual([]);
	// Five hundred before: some steps farther each, to the end of what numbers can say.
	expect(searches.mock.calls.length).toBeLessThan(15);
	searches.mockRestore();
});
