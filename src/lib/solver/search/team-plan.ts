import type { Model, Solution, Stop } from '../model';
import { Occupancy } from '../occupancy';
import { bits, dayRoutes, type DayRoute } from './day-routes';

/**
 * Levels are compared from left to right; inside the search they are one number, each level weighing more than
 * all that the next ones can add up to.
 */
export const CHARTER = 1e10;
export const PROMISE = 1e6;
/** Companies that fit in the bits of a set. */
const BITS = 30;
/** Ways to visit one set that are kept while searching; a bound keeps them all. */
const LABELS = 6;
/** Sets of companies of one day that are looked at in a fraction of a second. */
const MOST_SETS = 20_000;

/** How many companies a team's plan can be sought among, exactly and at once: fewer when days hold many visits. */
export function mostCandidates({ days, problem }: Model): number {
	const visits = Math.min(problem.rules.visits[1], Math.max(...days.map(({ maxVisits }) => maxVisits)));
	let companies = BITS;
	while (companies > 1 && setsUpTo(companies, visits) > MOST_SETS) companies--;
	return companies;
}

/** Ways to choose up to `most` among `all`. */
function setsUpTo(all: number, most: number): number {
	let ways = 1;
	let total = 1;
	for (let chosen = 1; chosen <= Math.min(most, all); chosen++) {
		ways = (ways * (all - chosen + 1)) / chosen;
		total += ways;
	}
	return total;
}

export interface TeamTask {
	model: Model;
	/** The other teams' plans; the team's own entry is ignored, and so are those of `absent`. */
	solution: Solution;
	team: number;
	/** Teams not planned yet, whose counts mean nothing. */
	absent?: ReadonlySet<number>;
	candidates: readonly number[];
	/** Added to a company's cost, to look elsewhere; 0 for the exact best. */
	noise?: (company: number) => number;
	/** Ignore what couples teams: the answer's cost is then a bound. */
	alone?: boolean;
}

export interface TeamPlan {
	stops: Stop[];
	cost: number;
}

/** The cheapest plan of one team for the whole rally, the other teams staying as they are. */
export function bestTeamPlan(task: TeamTask): TeamPlan {
	const { model, team, candidates } = task;
	const { comfort, rules } = model.problem;
	const most = rules.visits[1];
	const lists = model.days.map((_, day) => routesByCount(task, day));
	const countCost = countCosts(task);

	let best: TeamPlan = { stops: [], cost: Infinity };
	const combinations = countsOf(lists, most)
		.map((counts) => ({
			counts,
			bound: lowest(lists, counts) + countCost[counts.reduce((a, b) => a + b, 0)]!
		}))
		.sort((a, b) => a.bound - b.bound);

	for (const { counts, bound } of combinations) {
		if (bound >= best.cost) break;
		const chosen: DayRoute[] = [];
		const base = countCost[counts.reduce((a, b) => a + b, 0)]!;
		const rest = counts.map((_, day) => lowest(lists.slice(day + 1), counts.slice(day + 1)));
		const join = (day: number, set: number, cost: number) => {
			if (day === counts.length) {
				const total = cost + whole(chosen);
				if (total < best.cost) best = { stops: chosen.flatMap(({ stops }) => stops), cost: total };
				return;
			}
			for (const route of lists[day]![counts[day]!]!) {
				if (cost + route.cost + rest[day]! >= best.cost) break;
				if (route.set & set) continue;
				chosen.push(route);
				join(day + 1, set | route.set, cost + route.cost);
				chosen.pop();
			}
		};
		join(0, 0, base);
	}
	return best.cost === Infinity ? { stops: [], cost: countCost[0]! } : best;

	/** What only the days together tell: sectors seen twice, sectors missing, more road than a fair share. */
	function whole(routes: DayRoute[]): number {
		let sectors = 0;
		let distinct = 0;
		let travel = 0;
		for (const route of routes) {
			sectors |= route.sectors;
			distinct += route.distinct;
			travel += route.travel;
		}
		const seen = bits(sectors);
		return (
			comfort.sameSector * (distinct - seen) +
			CHARTER * Math.max(0, rules.sectors - seen) +
			comfort.unfairTravel * Math.max(0, travel - comfort.unfairTravelFrom * model.days.length)
		);
	}

	/** Day routes by number of visits, cheapest first; a day without visit is a route too. */
	function routesByCount(of: TeamTask, day: number): DayRoute[][] {
		const routes = dayRoutes(dayTask(of, day));
		const present = model.hours[team]![day] !== null;
		const lists: DayRoute[][] = [
			[{ set: 0, count: 0, sectors: 0, distinct: 0, cost: 0, travel: 0, stops: [] }]
		];
		for (const route of routes) (lists[route.count] ??= []).push(route);
		for (let count = 0; count < lists.length; count++) {
			lists[count] ??= [];
			const missing = present ? CHARTER * Math.max(0, rules.visitsPerDay - count) : 0;
			for (const route of lists[count]!)
				route.cost += missing + comfort.sameSector * (count - route.distinct);
			lists[count]!.sort((a, b) => a.cost - b.cost);
		}
		return lists;
	}

	function dayTask(of: TeamTask, day: number) {
		const { alone = false, noise = () => 0 } = of;
		const occupancy = alone ? null : new Occupancy(model, of.solution, team);
		const sectors = [...new Set(candidates.map((company) => model.sectorOf[company]!))];
		const worthOf = worthAtStarts(model, team, day, candidates);
		return {
			model,
			team,
			day,
			candidates,
			sectorBit: candidates.map((company) => sectors.indexOf(model.sectorOf[company]!)),
			free: candidates.map((company) =>
				!model.admits[team]![company] || (occupancy && !occupancy.hasVisitLeft(company))
					? []
					: model.starts[company]![day]!.filter(
							(start) => !occupancy || occupancy.accepts(company, day, start, team)
						)
			),
			worth: candidates.map(
				(company) => (occupancy ? companyWorth(model, occupancy, company) : 0) - noise(company)
			),
			...worthOf,
			mostVisits: most,
			...(!alone && { mostLabels: LABELS })
		};
	}
}

/** What one more visit spares: a promise to a company, a recruiter seen. */
function companyWorth(model: Model, occupancy: Occupancy, company: number): number {
	const { visits, hiring } = model.companies[company]!;
	const { hiring: weight, hiringWanted } = model.problem.comfort;
	const received = occupancy.received(company);
	return (
		(received < visits[0] ? PROMISE : 0) +
		(hiring && received < Math.min(hiringWanted, visits[1]) ? weight : 0)
	);
}

/** Pins and announced visits of this team on this day. */
function worthAtStarts(model: Model, team: number, day: number, candidates: readonly number[]) {
	const { pins, published } = model.problem;
	const id = model.teams[team]!.id;
	const mine = pins.filter((pin) => pin.team === id && (pin.day === undefined || pin.day === day));
	const announced = (published ?? []).filter((visit) => visit.team === id && visit.day === day);
	const named = (at: number) => model.companies[candidates[at]!]!.id;
	return {
		worthAt: (at: number, start: number, order: number) => {
			if (mine.length + announced.length === 0) return 0;
			const company = named(at);
			const kept = mine.filter(
				(pin) =>
					pin.company === company &&
					(pin.start === undefined || pin.start === start) &&
					(pin.order === undefined || pin.order === order)
			).length;
			return (
				PROMISE *
				(kept + announced.filter((visit) => visit.company === company && visit.start === start).length)
			);
		},
		wanted: candidates.map((_, at) =>
			[...mine, ...announced].flatMap(({ company, start }) =>
				company === named(at) && start !== undefined && model.starts[candidates[at]!]![day]!.includes(start)
					? [start]
					: []
			)
		)
	};
}

/** What making so many visits costs: under the least, short of the most, far from the other teams. */
function countCosts({ model, solution, team, absent, alone }: TeamTask): number[] {
	const { visits, spread } = model.problem.rules;
	const others = alone
		? []
		: solution.flatMap((stops, other) => (other === team || absent?.has(other) ? [] : [stops.length]));
	const [fewest, most] = [Math.min(...others), Math.max(...others)];
	return Array.from({ length: visits[1] + 1 }, (_, count) => {
		const apart =
			others.length === 0 ? 0 : Math.max(0, Math.max(most, count) - Math.min(fewest, count) - spread);
		return (
			CHARTER * Math.max(0, visits[0] - count) +
			PROMISE * apart +
			model.problem.comfort.visitShortOfMax * (visits[1] - count)
		);
	});
}

/** Every way to share visits between the days, as numbers of visits per day. */
function countsOf(lists: DayRoute[][][], most: number): number[][] {
	return lists.reduce<number[][]>(
		(all, list) =>
			all.flatMap((counts) =>
				list.flatMap((routes, count) =>
					routes.length > 0 && counts.reduce((a, b) => a + b, 0) + count <= most ? [[...counts, count]] : []
				)
			),
		[[]]
	);
}

const lowest = (lists: DayRoute[][][], counts: number[]): number =>
	counts.reduce((total, count, day) => total + lists[day]![count]![0]!.cost, 0);
