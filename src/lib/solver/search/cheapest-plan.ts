import type { Ground } from '../itineraries/ground';
import { orderWorth } from '../itineraries/coupling';
import { DayJoin } from '../itineraries/join-days';
import { charterPrices, type TeamPrices } from '../itineraries/team-prices';
import { newVisit, type Solution, type Stop } from '../model';
import { Occupancy } from '../occupancy';

/**
 * Levels are compared from left to right; inside the search they are one number, each level weighing more than
 * all that the next ones can add up to.
 */
export const CHARTER = 1e10;
export const PROMISE = 1e6;

/** Partial plans looked at: enough for the cheapest one over two or three days, for a cheap one over more. */
const EFFORT = 50_000;

export interface TeamTask {
	ground: Ground;
	/** The other teams' plans; the team's own entry is ignored, and so are those of `absent`. */
	solution: Solution;
	team: number;
	/** Teams not planned yet, whose counts mean nothing. */
	absent: ReadonlySet<number>;
	/** Taken off what a company is worth, to look elsewhere; 0 for the exact best. */
	noise: (company: number) => number;
}

/** The cheapest plan of one team for the whole rally, the other teams staying as they are. */
export function cheapestPlan(task: TeamTask): Stop[] {
	const { ground, team } = task;
	const { slots, classes, classOf } = ground;
	const own = classes[classOf[team]!]!;
	const { plans } = new DayJoin(ground, own, pricesFor(task)).cheapest(1, { step: 50, effort: EFFORT });
	const [best] = plans;
	if (!best) return [...ground.model.begun[team]!];
	return best.routes.flatMap((route, day) => {
		const { first, stops } = own.pools[day]!;
		return Array.from(stops.subarray(first[route], first[route + 1]), (slot) => ({
			company: slots.company[slot]!,
			day,
			start: slots.start[slot]!
		}));
	});
}

function pricesFor({ ground, solution, team, absent, noise }: TeamTask): TeamPrices {
	const { model, slots, classes, classOf, coupling } = ground;
	const { comfort, rules } = model.problem;
	const own = classes[classOf[team]!]!;
	const occupancy = new Occupancy(model, solution, team);
	const worth = new Float64Array(slots.count).fill(-Infinity);
	model.companies.forEach(({ visits, hiring }, company) => {
		if (!model.admits[team]![company] || !occupancy.hasVisitLeft(company)) return;
		const received = occupancy.received(company);
		const value =
			(received < visits[0] ? PROMISE : 0) +
			(hiring && received < Math.min(comfort.hiringWanted, visits[1]) ? comfort.hiring : 0) -
			noise(company);
		slots.of[company]!.forEach((all, day) => {
			for (const slot of all)
				if (occupancy.accepts(company, day, slots.start[slot]!, team)) worth[slot] = value;
		});
	});
	for (const slot of own.begun) worth[slot] = Math.max(0, worth[slot]!);
	for (const slot of own.announced) worth[slot]! += PROMISE + newVisit(model);
	const asked = (of: number | null) => of === null || of === own.teams[0];
	for (const pin of coupling.pins)
		if (pin.order === null && asked(pin.team)) for (const slot of pin.slots) worth[slot]! += PROMISE;

	const others = solution.flatMap((stops, other) =>
		other === team || absent.has(other) ? [] : [stops.length]
	);
	const [fewest, most] = [Math.min(...others), Math.max(...others)];
	const prices = charterPrices(model, own, { charter: CHARTER, comfort: 1 });
	if (others.length > 0)
		for (let count = 0; count < prices.countCost.length; count++)
			prices.countCost[count]! +=
				PROMISE * Math.max(0, Math.max(most, count) - Math.min(fewest, count) - rules.spread);
	const routeWorth = orderWorth(coupling, own, () => PROMISE);
	return { ...prices, worth, ...(routeWorth && { routeWorth }) };
}
