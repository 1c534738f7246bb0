import { lacking, lunchFits } from '../day-cost';
import type { Model } from '../model';
import { freeSince, freeUntil, noRests, overRest, restedIn, type Rests } from '../rests';
import { GrowingRoutes } from './growing-routes';
import { RouteSets } from './route-sets';
import { setOut } from './set-out';
import type { Slots } from './slots';
import { shortestWayHome, successors } from './ways';

/** Every route that a team can drive on one day, the day without visit first. */
export interface RoutePool {
	day: number;
	size: number;
	/** Slots of route `r`: `stops[first[r]]` up to `stops[first[r + 1]]`, in order. */
	first: Int32Array;
	stops: Int32Array;
	/** Comfort of the day, sectors seen twice on that day included; minute-equivalents. */
	cost: Int32Array;
	/** Minutes on the road. */
	travel: Int32Array;
	/** Most of them on one route; by set, least of them. */
	longest: number;
	shortest: Int32Array;
	/** Number of the route's set of companies. */
	set: Int32Array;
	/** Routes of set `s`: from `setFirst[s]` up to `setFirst[s + 1]`, the cheapest first. */
	setFirst: Int32Array;
	sets: RouteSets;
	/** Whether no route was left out for want of room. */
	complete: boolean;
}

export interface PoolOptions {
	/** Companies left out of every route. */
	leaveOut?: (company: number) => boolean;
	/** Slots left out of every route. */
	skip?: (slot: number) => boolean;
	/** Slots already begun, in order: every route begins with them. */
	begun?: readonly number[];
	/** The team leaves nowhere before that minute. */
	freeFrom?: number;
	/** The team's own, in order: every route leaves them free. */
	rests?: Rests;
	/** Companies visited one after the other are among so many nearest ones. */
	near?: number;
	/** Slots that every route holds, up to so many of them; ascending. */
	keep?: { slots: readonly number[]; butFor: number } | undefined;
	/** Routes kept at the most. */
	most?: number;
	/** Asked now and then: no time left to enumerate. */
	stop?: () => boolean;
}

/**
 * Enumerates the routes of one day within `hours` ([earliest departure, latest return], minutes since midnight; null
 * when the team is away). Depth first over the starts; a branch is cut when no way home is short enough.
 */
export function routesOfDay(
	model: Model,
	slots: Slots,
	day: number,
	hours: readonly [number, number] | null,
	{
		leaveOut = () => false,
		skip = () => false,
		begun = [],
		freeFrom = 0,
		rests = noRests,
		near = Infinity,
		keep,
		most = Infinity,
		stop = () => false
	}: PoolOptions = {}
): RoutePool {
	const { companies, travel, buffer, problem, sectorOf, sectors } = model;
	const { from, to, lunch, maxVisits } = model.days[day]!;
	const { comfort, rules } = problem;
	const depthMax = Math.min(maxVisits, rules.visits[1]);
	const words = Math.max(1, Math.ceil(companies.length / 32));
	const sets = new RouteSets(words, Math.max(1, Math.ceil(sectors / 32)), sectorOf, Math.max(1, depthMax));
	const pool = new GrowingRoutes();

	const mask = new Int32Array(words);
	const visited = new Int32Array(depthMax + 1);
	const stops = new Int32Array(depthMax + 1);
	let complete = true;
	let looked = 0;
	const full = () => pool.size >= most || ((++looked & 8191) === 0 && stop());

	/** Slots to hold that a route leaves behind when it goes on from the minute `from` to `slot`, or home. */
	const leftBehind = (from: number, slot = -1): number => {
		if (!keep) return 0;
		const to = slot < 0 ? Infinity : slots.start[slot]!;
		let count = 0;
		for (const of of keep.slots)
			if (of !== slot && slots.start[of]! > from && slots.start[of]! <= to) count++;
		return count;
	};
	const spare = keep?.butFor ?? 0;

	/** `known` is the number of the present set, -1 before it is asked for: starts of one company share it. */
	const record = (visits: number, cost: number, road: number, known: number): number => {
		const set = known < 0 ? sets.numberOf(mask, visited, visits) : known;
		pool.add(stops, visits, cost + comfort.sameSector * (visits - sets.distinct[set]!), road, set);
		return set;
	};
	if (begun.length === 0 && leftBehind(-1) <= spare) record(0, 0, 0, -1);

	if (hours || begun.length > 0) {
		const own = companies.map(({ minutes }, company) =>
			slots.of[company]![day]!.filter(
				(slot) => !skip(slot) && !overRest(rests, slots.start[slot]!, slots.start[slot]! + minutes)
			)
		);
		const usable = companies.flatMap((_, company) =>
			!leaveOut(company) && own[company]!.length > 0 ? [company] : []
		);
		// Rests only make a way home longer: what is cut without them is cut with them.
		const tail = shortestWayHome(model, day, usable);
		// Whoever has been received may offer nothing more today: the way goes on from there all the same.
		const left = begun.map((slot) => slots.company[slot]!).filter((company) => !usable.includes(company));
		const after = successors(model, [...left, ...usable], usable, near);
		const [opens, closes] = hours ?? [0, 0];

		const extend = (
			visits: number,
			last: number,
			end: number,
			departure: number,
			eaten: boolean,
			ateOnTheWay: boolean,
			cost: number,
			road: number,
			known: number,
			behind: number
		): number => {
			const now = keep ? slots.start[stops[visits - 1]!]! : 0;
			const here = companies[last]!.place;
			const home = travel[here]![to]!;
			const back = freeSince(rests, end, home) + home;
			const homeForLunch = lunch !== null && back <= lunch.to - lunch.minutes;
			let set = known;
			if (back <= closes && (eaten || homeForLunch) && behind + leftBehind(now) <= spare) {
				const long = comfort.longDay * Math.max(0, back - departure - comfort.longDayFrom);
				// Home in time to eat there: what was taken for a meal on the way was waiting.
				const waited = homeForLunch && ateOnTheWay ? comfort.wait * lunch!.minutes : 0;
				set = record(visits, cost + comfort.travel * home + long + waited, road + home, known);
			}
			if (visits >= depthMax) return set;
			for (const next of after[last]!) {
				if ((mask[next >>> 5]! & (1 << (next & 31))) !== 0) continue;
				const { place, minutes } = companies[next]!;
				const drive = travel[here]![place]!;
				const earliest = freeSince(rests, Math.max(end, freeFrom), drive) + drive + buffer;
				const latest = closes - tail[next]! - minutes;
				if (earliest > latest) continue;
				mask[next >>> 5]! |= 1 << (next & 31);
				visited[visits] = next;
				let wider = -1;
				for (const slot of own[next]!) {
					const start = slots.start[slot]!;
					if (start < earliest) continue;
					if (start > latest) break;
					if (!complete || full()) {
						complete = false;
						break;
					}
					const missed = behind + leftBehind(now, slot);
					if (missed > spare) continue;
					const eats = !eaten && lunch !== null && lunchFits(lunch, end, drive, start - buffer, rests);
					const rested = restedIn(rests, end, start);
					const wait = start - end - drive - rested - (eats ? lunch!.minutes : 0);
					const lack = lacking(problem, start - end - drive - buffer);
					stops[visits] = slot;
					wider = extend(
						visits + 1,
						next,
						start + minutes,
						departure,
						eaten || eats,
						ateOnTheWay || eats,
						cost + comfort.travel * drive + comfort.wait * wait + comfort.tight * lack,
						road + drive,
						wider,
						missed
					);
				}
				mask[next >>> 5]! &= ~(1 << (next & 31));
			}
			return set;
		};

		if (begun.length > 0) {
			const done = begun.map((slot) => ({ company: slots.company[slot]!, day, start: slots.start[slot]! }));
			const state = setOut(model, day, done, rests);
			done.forEach(({ company }, i) => {
				mask[company >>> 5]! |= 1 << (company & 31);
				visited[i] = company;
				stops[i] = begun[i]!;
			});
			const last = done.at(-1)!;
			const end = last.start + companies[last.company]!.minutes;
			const { departure, eaten, ateOnTheWay, cost, road } = state;
			const set = extend(done.length, last.company, end, departure, eaten, ateOnTheWay, cost, road, -1, 0);
			// Going straight home stays possible, however late.
			if (set < 0 && leftBehind(last.start) <= spare) {
				const home = travel[companies[last.company]!.place]![to]!;
				const back = freeSince(rests, end, home) + home;
				const long = comfort.longDay * Math.max(0, back - departure - comfort.longDayFrom);
				const atHome = lunch !== null && ateOnTheWay && back <= lunch.to - lunch.minutes;
				const waited = atHome ? comfort.wait * lunch.minutes : 0;
				record(done.length, cost + comfort.travel * home + long + waited, road + home, -1);
			}
		}

		for (const company of begun.length > 0 ? [] : usable) {
			const { place, minutes } = companies[company]!;
			const out = travel[from]![place]!;
			mask[company >>> 5]! |= 1 << (company & 31);
			visited[0] = company;
			let alone = -1;
			for (const slot of own[company]!) {
				const start = slots.start[slot]!;
				const departure = freeUntil(rests, start - buffer, out);
				if (departure < Math.max(opens, freeFrom) || start + minutes + tail[company]! > closes) continue;
				const missed = leftBehind(-1, slot);
				if (missed > spare) continue;
				stops[0] = slot;
				const leftLate = !lunch || departure >= lunch.from + lunch.minutes;
				alone = extend(
					1,
					company,
					start + minutes,
					departure,
					leftLate,
					false,
					comfort.travel * out,
					out,
					alone,
					missed
				);
			}
			mask[company >>> 5]! &= ~(1 << (company & 31));
		}
	}
	return { day, sets, complete, ...pool.finish(sets.count) };
}
