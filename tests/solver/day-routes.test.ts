import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayCost } from '$lib/solver/day-cost';
import { modelOf } from '$lib/solver/model';
import { dayRoutes } from '$lib/solver/search/day-routes';
import { everyDay } from './brute-force';
import { tinyProblem } from './problems';

test('dynamic programming finds the cheapest route of every set of companies that a day allows', () => {
	fc.assert(
		fc.property(tinyProblem, (problem) => {
			const model = modelOf(problem);
			const { travel, wait, longDay, longDayFrom } = problem.comfort;
			const candidates = model.companies.map((_, company) => company);
			const cheapest = new Map<number, number>();
			for (const stops of everyDay(model, 0, 0)) {
				if (stops.length === 0) continue;
				const set = stops.reduce((bits, { company }) => bits | (1 << company), 0);
				const day = dayCost(model, 0, stops);
				const cost = travel * day.travel + wait * day.wait + longDay * Math.max(0, day.span - longDayFrom);
				cheapest.set(set, Math.min(cost, cheapest.get(set) ?? Infinity));
			}
			const routes = dayRoutes({
				model,
				team: 0,
				day: 0,
				candidates,
				sectorBit: candidates.map((company) => model.sectorOf[company]!),
				free: candidates.map((company) => (model.admits[0]![company] ? model.starts[company]![0]! : [])),
				worth: candidates.map(() => 0),
				worthAt: () => 0,
				wanted: candidates.map(() => []),
				mostVisits: 8
			});
			expect(new Map(routes.map(({ set, cost }) => [set, cost]))).toEqual(cheapest);
		}),
		{ numRuns: 300 }
	);
});
