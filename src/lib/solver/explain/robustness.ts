import { lunchFits } from '../day-cost';
import { modelOf, type Model, type Stop } from '../model';
import type { Visit } from '../plan';
import type { Problem } from '../problem';
import { freeSince, freeUntil, restedIn, type Rests } from '../rests';
import { solutionOf } from './breakdown';

/** What more than the slack breaks: the next visit, the meal, or the hour of return. */
export type Break = 'late' | 'lunch' | 'home';

/** A place on a team's way, between two companies, or between one and the end of the way. */
export interface Spot {
	day: number;
	/** Company just visited; null at the departure. */
	from: string | null;
	/** Company that comes next; null on the way back. */
	to: string | null;
	/** Minutes that can be lost there with nothing broken; under 0 when the plan is already wrong. */
	slack: number;
	breaks: Break;
}

export interface TeamRobustness {
	team: string;
	size: number;
	/** The smallest slack of the rally; null without any visit. */
	weakest: Spot | null;
	/** Where the delay asked about breaks something, in the order of the way. */
	fragile: Spot[];
	survivesDelay: boolean;
	survivesAbsence: boolean;
}

export interface Robustness {
	/** As asked. */
	minutes: number;
	absent: number;
	minSize: number;
	/** Smallest slack first; a team without visits comes last. */
	teams: TeamRobustness[];
	/** Teams that lose nothing to a delay, wherever it happens. */
	surviveDelay: number;
	/** Teams still large enough with people missing. */
	surviveAbsence: number;
}

export interface RobustnessOptions {
	/** Minutes lost once, anywhere on the way. */
	minutes?: number;
	/** People missing in a team. */
	absent?: number;
	/** Fewest people of a team. */
	minSize?: number;
}

/** How much a plan can bear: one delay on a team's way, somebody absent. The visits are those of a plan that holds. */
export function robustness(
	problem: Problem,
	visits: readonly Visit[],
	{ minutes = 15, absent = 1, minSize = 3 }: RobustnessOptions = {}
): Robustness {
	const model = modelOf(problem);
	const teams = solutionOf(model, visits).map((stops, team): TeamRobustness => {
		const { id, size } = model.teams[team]!;
		const spots = model.days.flatMap((_, day) =>
			spotsOf(
				model,
				team,
				day,
				stops.filter((stop) => stop.day === day)
			)
		);
		const fragile = spots.filter(({ slack }) => slack < minutes);
		return {
			team: id,
			size,
			weakest: spots.reduce<Spot | null>(
				(least, spot) => (least && least.slack <= spot.slack ? least : spot),
				null
			),
			fragile,
			survivesDelay: fragile.length === 0,
			survivesAbsence: size - absent >= minSize
		};
	});
	const slack = ({ weakest }: TeamRobustness) => weakest?.slack ?? Infinity;
	return {
		minutes,
		absent,
		minSize,
		teams: teams.sort((a, b) => (slack(a) === slack(b) ? 0 : slack(a) - slack(b))),
		surviveDelay: teams.filter(({ survivesDelay }) => survivesDelay).length,
		surviveAbsence: teams.filter(({ survivesAbsence }) => survivesAbsence).length
	};
}

/**
 * Every place of a day where time can be lost, after the departure and after each visit. Starts being appointments, a
 * delay is absorbed before the next one or breaks it: it never goes further. A meal may move to another gap; a rest is
 * taken later, and keeps its length.
 */
export function spotsOf(model: Model, team: number, day: number, stops: readonly Stop[]): Spot[] {
	const hours = model.hours[team]![day];
	if (!hours || stops.length === 0) return [];
	const { companies, travel, buffer } = model;
	const { from, to, lunch } = model.days[day]!;
	const host = (stop: Stop) => companies[stop.company]!;
	const end = (stop: Stop) => stop.start + host(stop).minutes;
	const [first, last] = [stops[0]!, stops.at(-1)!];
	const rests = model.rests[team]![day]!;
	const home = travel[host(last).place]![to]!;
	const departure = freeUntil(rests, first.start - buffer, travel[from]![host(first).place]!);
	const back = freeSince(rests, end(last), home) + home;
	/** What can be lost on the last way, to be home by then. */
	const spare = (by: number) => by - end(last) - home - restedIn(rests, end(last), back);
	const spot = (from: string | null, to: string | null, slacks: [Break, number][]): Spot => {
		const [breaks, slack] = slacks.reduce((least, one) => (one[1] < least[1] ? one : least));
		return { day, from, to, slack, breaks };
	};

	const gaps = stops.slice(1).map((stop, i) => {
		const previous = stops[i]!;
		const drive = travel[host(previous).place]![host(stop).place]!;
		const gap = { left: end(previous), drive, ready: stop.start - buffer };
		return {
			...gap,
			from: host(previous).id,
			to: host(stop).id,
			eats: lunch !== null && lunchFits(lunch, gap.left, gap.drive, gap.ready, rests)
		};
	});
	// A meal at home, after an early return or before a late departure, owes nothing to the gaps.
	const homeBefore = lunch ? lunch.to - lunch.minutes : Infinity;
	const eatsFirst = !lunch || departure >= lunch.from + lunch.minutes;
	const meals = gaps.filter(({ eats }) => eats).length + (eatsFirst || back <= homeBefore ? 1 : 0);

	return [
		// Whoever leaves earlier arrives on time: what is lost in the morning is taken from the hours of the day.
		spot(null, host(first).id, [['late', departure - hours[0]]]),
		...gaps.map(({ left, drive, ready, eats, from, to }) =>
			spot(from, to, [
				['late', ready - drive - left - restedIn(rests, left, ready)],
				...(lunch && eats && meals === 1
					? [['lunch', lastMeal(lunch, drive, ready, rests) - left] as [Break, number]]
					: [])
			])
		),
		spot(host(last).id, null, [
			['home', spare(hours[1])],
			...(back <= homeBefore && !eatsFirst && meals === 1
				? [['lunch', spare(homeBefore)] as [Break, number]]
				: [])
		])
	];
}

/** The latest end of a visit, minutes of the day, after which a meal still fits before the next, which it does. */
function lastMeal(
	lunch: { from: number; to: number; minutes: number },
	drive: number,
	ready: number,
	rests: Rests
): number {
	const sits = (by: number) => freeUntil(rests, Math.min(lunch.to, by), lunch.minutes);
	const before = sits(freeUntil(rests, ready, drive));
	const after = freeUntil(rests, sits(ready), drive);
	const fits = (left: number) => lunchFits(lunch, left, drive, ready, rests);
	return Math.max(fits(before) ? before : -Infinity, fits(after) ? after : -Infinity);
}
