import type { Model } from '../model';
import { begun as hasBegun } from '../problem';
import { routesOfDay, type PoolOptions, type RoutePool } from './route-pool';
import type { Slots } from './slots';

/** From a few starts of near companies to all of all: starts of a company on a day, companies that may come next. */
const grades = [
	{ starts: 3, near: 8 },
	{ starts: 5, near: 12 },
	{ starts: 9, near: 16 },
	{ starts: 17, near: 24 },
	{ starts: Infinity, near: Infinity }
];
/** With twice the starts a route of four visits has about so many times more ways (2³: the first visit sets the rest). */
const POWER = 3;

/**
 * The routes of a day, as many as there is room for: all of them when they fit in `most`, otherwise those of the finest
 * grade that does (and the pool is not `complete`: nothing can be proven from it). Starts pinned, announced or to be held stay.
 */
export function gradedRoutes(
	model: Model,
	slots: Slots,
	day: number,
	hours: readonly [number, number] | null,
	{
		most,
		without,
		hold = new Set(),
		...options
	}: Pick<PoolOptions, 'leaveOut' | 'begun' | 'freeFrom' | 'rests' | 'keep' | 'stop'> & {
		most: number;
		/** Slots that no route takes, and those that stay however few are looked at. */
		without?: ReadonlySet<number>;
		hold?: ReadonlySet<number>;
	}
): RoutePool {
	const past = (slot: number) => without?.has(slot) || hasBegun(model.problem, day, slots.start[slot]!);
	const asked = new Set([...askedSlots(model, slots, day), ...(options.keep?.slots ?? []), ...hold]);
	const total = slots.of.reduce((sum, company) => sum + company[day]!.length, 0);
	const steps = grades.map(({ starts, near }) => {
		const kept = keptSlots(slots, day, starts, asked);
		return { kept, near, density: (kept?.size ?? total) / Math.max(1, total) };
	});
	let best: RoutePool | null = null;
	let before = 1;
	// The first step that is known to have no room, and the one to try: the finest that seems to have some.
	let full = steps.length;
	for (let done = -1, at = 0; at < full; at = Math.max(done + 1, finestWithRoom(done))) {
		const { kept, near, density } = steps[at]!;
		const every = kept === null && near >= model.companies.length - 1;
		const pool = routesOfDay(model, slots, day, hours, {
			...options,
			near,
			most,
			skip: (slot) => past(slot) || (kept !== null && !kept.has(slot))
		});
		if (best && !pool.complete) {
			full = at;
			continue;
		}
		best = { ...pool, complete: pool.complete && every };
		if (best.complete || !pool.complete) break;
		before = density;
		done = at;
		if (done + 1 < full && size(steps[done + 1]!.density) > 1.5 * most) break;
	}
	return best!;

	function size(density: number): number {
		return best ? best.size * (density / before) ** POWER : 0;
	}

	/** What is in between would be enumerated for nothing. */
	function finestWithRoom(done: number): number {
		let at = done + 1;
		while (at + 1 < full && size(steps[at + 1]!.density) <= most / 2) at++;
		return at;
	}
}

/** So many starts of each company on that day, spread over its hours; null when that is all of them. */
function keptSlots(slots: Slots, day: number, most: number, asked: ReadonlySet<number>): Set<number> | null {
	const kept = new Set<number>();
	let all = true;
	for (const company of slots.of) {
		const own = company[day]!;
		if (own.length <= most) {
			for (const slot of own) kept.add(slot);
			continue;
		}
		all = false;
		for (let i = 0; i < most; i++) kept.add(own[Math.round((i * (own.length - 1)) / (most - 1))]!);
		for (const slot of own) if (asked.has(slot)) kept.add(slot);
	}
	return all ? null : kept;
}

function askedSlots({ problem, companies }: Model, slots: Slots, day: number): Set<number> {
	const asked = [...problem.pins, ...(problem.published ?? [])].filter(
		(of) => of.start !== undefined && (of.day === undefined || of.day === day)
	);
	return new Set(
		asked.flatMap(({ company, start }) =>
			companies.flatMap(({ id }, at) =>
				company === undefined || company === id
					? slots.of[at]![day]!.filter((slot) => slots.start[slot] === start)
					: []
			)
		)
	);
}
