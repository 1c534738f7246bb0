import { lunchFits } from '../day-cost';
import { inOrder, type Model, type Solution, type Stop } from '../model';
import { Occupancy } from '../occupancy';
import { begun } from '../problem';
import { freeSince, freeUntil, overRest } from '../rests';

export interface Moment {
	day: number;
	start: number;
}

/** One reason why the visit is not in the plan as it stands. */
export type Fact =
	| { kind: 'refused' }
	| { kind: 'too-many-people'; size: number; most: number }
	| { kind: 'start-not-offered'; nearest: Moment[] }
	| { kind: 'away'; day: number }
	/** What begins by then has begun or will not be. */
	| { kind: 'past' }
	/** Minutes missing before the team's hours or after them. */
	| { kind: 'outside-hours'; side: 'before' | 'after'; minutes: number }
	| ({ kind: 'already' } & Moment)
	/** `seats` left at that start when they are what lacks. */
	| ({ kind: 'start-taken'; teams: string[]; seats: number | null } & Moment)
	| { kind: 'most-visits'; most: number; teams: string[] }
	/** Minutes missing after the visit of another company, before it, or at the same time as it. */
	| { kind: 'too-short'; side: 'after' | 'before' | 'during'; company: string; minutes: number }
	/** A rest of the team lies over the visit. */
	| { kind: 'resting'; from: number; to: number }
	| { kind: 'no-lunch'; day: number }
	/** Visits made without this one; `day` is null for the whole rally. */
	| { kind: 'too-many-visits'; day: number | null; visits: number };

/** When a team can leave for its first visit: late, not before it is free, unless it is on its way already. */
function earliest(model: Model, team: number, day: number, hours: readonly [number, number]): number {
	const begun = model.begun[team]!.some((stop) => stop.day === day);
	return begun ? hours[0] : Math.max(hours[0], model.freeFrom[team]![day]!);
}

/** What forbids one more visit at that moment, the team's other visits staying, but for one in the same company. */
export function factsAt(model: Model, plan: Solution, team: number, stop: Stop): Fact[] {
	const { company, day, start } = stop;
	const facts: Fact[] = [];
	const host = model.companies[company]!;
	const { size } = model.teams[team]!;
	const hours = model.hours[team]![day];
	const of = model.days[day];
	const own = plan[team]!.find((other) => other.company === company);
	const others = plan[team]!.filter((other) => other !== own);
	const today = others.filter((other) => other.day === day);
	const stops = inOrder([...today, stop]);
	if (begun(model.problem, day, start)) facts.push({ kind: 'past' });
	if (!hours || !of) facts.push({ kind: 'away', day });
	else {
		const rests = model.rests[team]![day]!;
		const [out, home] = [model.travel[of.from]![host.place]!, model.travel[host.place]![of.to]!];
		const early = earliest(model, team, day, hours) - freeUntil(rests, start - model.buffer, out);
		const late = freeSince(rests, start + host.minutes, home) + home - hours[1];
		for (const [from, to] of rests)
			if (overRest([[from, to]], start, start + host.minutes)) facts.push({ kind: 'resting', from, to });
		const never = !canBe(model, team, stop);
		if (early > 0 && (never || stops[0] === stop))
			facts.push({ kind: 'outside-hours', side: 'before', minutes: early });
		if (late > 0 && (never || stops.at(-1) === stop))
			facts.push({ kind: 'outside-hours', side: 'after', minutes: late });
	}
	if (own) facts.push({ kind: 'already', day: own.day, start: own.start });

	const name = (index: number) => model.teams[index]!.id;
	const there = plan.flatMap((visits, other) =>
		visits.flatMap((visit) =>
			other !== team && visit.company === company ? [{ ...visit, team: other }] : []
		)
	);
	const occupancy = new Occupancy(model, plan, team);
	// Teams at once and seats are two reasons: the first is asked as if the company had seats for all.
	const seated = model.companies.map((of) => ({ ...of, people: Infinity }));
	const full = !new Occupancy({ ...model, companies: seated }, plan, team).accepts(company, day, start, team);
	const together = there.filter((other) => other.day === day && other.start === start);
	const seats = host.people - together.reduce((sum, other) => sum + model.teams[other.team]!.size, 0);
	if (full || (size <= host.people && size > seats)) {
		const near = (at: number) => Math.abs(at - start) < host.minutes + (at === start ? 0 : host.turnaround);
		const taken = full ? there.filter((other) => other.day === day && near(other.start)) : together;
		const teams = taken.map((other) => name(other.team));
		facts.push({ kind: 'start-taken', day, start, teams, seats: full ? null : seats });
	}
	if (!occupancy.hasVisitLeft(company))
		facts.push({ kind: 'most-visits', most: host.visits[1], teams: there.map((other) => name(other.team)) });

	if (hours && of) {
		facts.push(...tooShort(model, team, stops, stop));
		if (!eats(model, team, stops)) facts.push({ kind: 'no-lunch', day });
		if (today.length >= of.maxVisits) facts.push({ kind: 'too-many-visits', day, visits: today.length });
	}
	if (others.length >= model.problem.rules.visits[1])
		facts.push({ kind: 'too-many-visits', day: null, visits: others.length });
	return facts;
}

/** The visits just before and after that leave too little time for the road and the welcome margin. */
function tooShort(model: Model, team: number, stops: readonly Stop[], stop: Stop): Fact[] {
	const host = (of: Stop) => model.companies[of.company]!;
	const end = (of: Stop) => of.start + host(of).minutes;
	const missing = (a: Stop, b: Stop) => {
		const drive = model.travel[host(a).place]![host(b).place]!;
		return freeSince(model.rests[team]![a.day]!, end(a), drive) + drive + model.buffer - b.start;
	};
	const at = stops.indexOf(stop);
	return stops.flatMap((other, i): Fact[] => {
		const during = other.start < end(stop) && stop.start < end(other);
		if (other === stop || (Math.abs(i - at) > 1 && !during)) return [];
		const side = i < at ? 'after' : 'before';
		const minutes = i < at ? missing(other, stop) : missing(stop, other);
		const company = host(other).id;
		return minutes > 0 ? [{ kind: 'too-short', side: during ? 'during' : side, company, minutes }] : [];
	});
}

/** Whether the day keeps room for its meal, whatever else is wrong with it. */
function eats(
	{ days, companies, travel, buffer, rests: all }: Model,
	team: number,
	stops: readonly Stop[]
): boolean {
	const { day } = stops[0]!;
	const { from, to, lunch } = days[day]!;
	const rests = all[team]![day]!;
	if (!lunch) return true;
	const host = (stop: Stop) => companies[stop.company]!;
	const end = (stop: Stop) => stop.start + host(stop).minutes;
	const [first, last] = [stops[0]!, stops.at(-1)!];
	const home = travel[host(last).place]![to]!;
	return (
		freeSince(rests, end(last), home) + home <= lunch.to - lunch.minutes ||
		freeUntil(rests, first.start - buffer, travel[from]![host(first).place]!) >= lunch.from + lunch.minutes ||
		stops.slice(1).some((stop, i) => {
			const drive = travel[host(stops[i]!).place]![host(stop).place]!;
			return lunchFits(lunch, end(stops[i]!), drive, stop.start - buffer, rests);
		})
	);
}

/**
 * Whether some plan could hold the visit, as far as the team's and the company's own limits tell. Roads need not keep
 * the triangle's rule: going by way of another company is counted at its least before saying that a place is too far.
 */
export function canBe(model: Model, team: number, { company, day, start }: Stop): boolean {
	const { companies, travel, buffer } = model;
	const hours = model.hours[team]![day];
	const of = model.days[day];
	const host = companies[company]!;
	if (!hours || !of || !model.admits[team]![company] || begun(model.problem, day, start)) return false;
	if (overRest(model.rests[team]![day]!, start, start + host.minutes)) return false;
	if (Math.min(of.maxVisits, host.visits[1], model.problem.rules.visits[1]) === 0) return false;
	const others = companies.filter((other) => other !== host);
	const least = (minutes: (other: (typeof others)[number]) => number) => Math.min(...others.map(minutes));
	const out = Math.min(
		travel[of.from]![host.place]!,
		least(({ place, minutes }) => travel[of.from]![place]! + minutes) +
			buffer +
			least(({ place }) => travel[place]![host.place]!)
	);
	const home = Math.min(
		travel[host.place]![of.to]!,
		least(({ place }) => travel[host.place]![place]!) +
			buffer +
			least(({ place, minutes }) => minutes + travel[place]![of.to]!)
	);
	return start - buffer - out >= earliest(model, team, day, hours) && start + host.minutes + home <= hours[1];
}

/** Up to three starts offered, the closest to the wish first: its day before its hour. */
export function nearestTo(wish: Partial<Moment>, offered: readonly Moment[]): Moment[] {
	const far = ({ day, start }: Moment) =>
		Math.abs(day - (wish.day ?? day)) * 1440 + Math.abs(start - (wish.start ?? start));
	return [...offered].sort((a, b) => far(a) - far(b)).slice(0, 3);
}
