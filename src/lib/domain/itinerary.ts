import type { Minutes, ProgrammeDay } from './calendar';
import { MEETING, travelMinutes, type Plan, type PlannedTeam, type PlannedVisit } from './plan';

/** One line of a team's day. Times in minutes since midnight; `to - from` may be 0 for a departure. */
export type Step =
	| { kind: 'drive'; from: Minutes; to: Minutes; origin: string; destination: string }
	| { kind: 'wait'; from: Minutes; to: Minutes }
	| { kind: 'lunch'; from: Minutes; to: Minutes }
	| { kind: 'break'; from: Minutes; to: Minutes; label: string }
	| { kind: 'visit'; from: Minutes; to: Minutes; visit: PlannedVisit };

export interface TeamDay {
	day: ProgrammeDay;
	/** Departure from the meeting point and return to it. */
	departure: Minutes;
	back: Minutes;
	steps: Step[];
	driving: number;
	waiting: number;
}

/** What a team's days are read from. */
type Planned = Pick<Plan, 'breaks' | 'travel' | 'bufferMinutes'>;

/** The day of a team, minute by minute; null when it visits nobody that day. */
export function teamDay(plan: Planned, team: PlannedTeam, day: ProgrammeDay): TeamDay | null {
	const visits = team.visits.filter(({ date }) => date === day.date).sort((a, b) => a.start - b.start);
	if (visits.length === 0) return null;

	const road = (from: string, to: string) => travelMinutes(plan.travel, from, to);
	const first = visits[0]!;
	const breaks = plan.breaks
		.filter((rest) => rest.team === team.letter && rest.date === day.date)
		.map(({ from, to, label }): Step => ({ kind: 'break', from, to, label }));
	const last = visits.at(-1)!;
	const departure = latestBefore(breaks, first.start - plan.bufferMinutes, road(MEETING, first.companyId));
	const leaves = soonestFrom(breaks, last.end, road(last.companyId, MEETING));
	const back = leaves + road(last.companyId, MEETING);

	const steps: Step[] = [drive(departure, MEETING, first.companyId, road)];
	let eaten = !lunchOnTheWay(day, departure, back);
	visits.forEach((visit, i) => {
		steps.push({ kind: 'visit', from: visit.start, to: visit.end, visit });
		const next = visits[i + 1];
		if (!next) return;
		const between = {
			from: visit.end,
			ready: next.start - plan.bufferMinutes,
			road: road(visit.companyId, next.companyId),
			mealMinutes: day.lunch?.minutes ?? 0
		};
		const meal = eaten ? null : lunchBetween(day, between, breaks);
		if (meal) eaten = true;
		const inside = breaks.filter(({ from, to }) => from >= visit.end && to <= next.start);
		steps.push(...gap(between, meal, inside, visit.companyId, next.companyId));
	});
	steps.push(drive(leaves, last.companyId, MEETING, road));
	// Outside the gaps: before the first visit, after the last, or during one.
	steps.push(...breaks.filter((rest) => !steps.includes(rest)));
	steps.sort((a, b) => a.from - b.from);

	return { day, departure, back, steps, driving: total(steps, 'drive'), waiting: total(steps, 'wait') };
}

export const teamDays = (plan: Planned, team: PlannedTeam, programme: readonly ProgrammeDay[]): TeamDay[] =>
	programme.map((day) => teamDay(plan, team, day)).filter((day) => day !== null);

/** The first minute from `since` on at which so many minutes follow each other without a break. */
function soonestFrom(breaks: readonly Step[], since: Minutes, minutes: number): Minutes {
	const met = breaks.find(({ from, to }) => since < to && since + minutes > from);
	return met ? soonestFrom(breaks, met.to, minutes) : since;
}

/** The last minute at which so many minutes begin, without a break, and are over by `until`. */
function latestBefore(breaks: readonly Step[], until: Minutes, minutes: number): Minutes {
	const met = breaks.find(({ from, to }) => until - minutes < to && until > from);
	return met ? latestBefore(breaks, met.from, minutes) : until - minutes;
}

interface Gap {
	from: Minutes;
	/** When the team must stand at the next door. */
	ready: Minutes;
	road: number;
	mealMinutes: number;
}

/** A team that is back early or leaves late eats at the meeting point. */
function lunchOnTheWay({ lunch }: ProgrammeDay, departure: Minutes, back: Minutes): boolean {
	return lunch !== null && back > lunch.to - lunch.minutes && departure < lunch.from + lunch.minutes;
}

/** The meal taken in this gap, before the drive if it fits there, otherwise after it. */
function lunchBetween(
	{ lunch }: ProgrammeDay,
	gap: Gap,
	breaks: readonly Step[]
): { from: Minutes; before: boolean } | null {
	if (!lunch) return null;
	const before = soonestFrom(breaks, Math.max(gap.from, lunch.from), lunch.minutes);
	const rides = soonestFrom(breaks, before + lunch.minutes, gap.road);
	if (before + lunch.minutes <= lunch.to && rides + gap.road <= gap.ready)
		return { from: before, before: true };
	const there = soonestFrom(breaks, gap.from, gap.road) + gap.road;
	const after = soonestFrom(breaks, Math.max(there, lunch.from), lunch.minutes);
	if (after + lunch.minutes <= Math.min(lunch.to, gap.ready)) return { from: after, before: false };
	return null;
}

/** What fills the time between two visits, in order: rest, meal, breaks put there by hand, road, rest. */
function gap(
	time: Gap,
	meal: { from: Minutes; before: boolean } | null,
	breaks: readonly Step[],
	origin: string,
	destination: string
): Step[] {
	const lunch: Step[] = meal ? [{ kind: 'lunch', from: meal.from, to: meal.from + time.mealMinutes }] : [];
	const fixed = [...breaks, ...lunch].sort((a, b) => a.from - b.from);
	// The road as soon as nothing stands in its way; where nothing fits, at once, and the overlap is seen.
	const soonest = meal?.before ? lunch[0]!.to : time.from;
	const starts = [soonest, ...fixed.map(({ to }) => to).filter((to) => to > soonest)];
	const free = (from: Minutes) => fixed.every((step) => from + time.road <= step.from || from >= step.to);
	const from = starts.find((start) => free(start) && start + time.road <= time.ready) ?? soonest;
	const road: Step = { kind: 'drive', from, to: from + time.road, origin, destination };

	const steps: Step[] = [];
	let now = time.from;
	for (const step of [...fixed, road].sort((a, b) => a.from - b.from || a.to - b.to)) {
		if (step.from > now) steps.push({ kind: 'wait', from: now, to: step.from });
		steps.push(step);
		now = Math.max(now, step.to);
	}
	if (time.ready > now) steps.push({ kind: 'wait', from: now, to: time.ready });
	return steps;
}

const drive = (
	from: Minutes,
	origin: string,
	destination: string,
	road: (a: string, b: string) => number
): Step => ({
	kind: 'drive',
	from,
	to: from + road(origin, destination),
	origin,
	destination
});

const total = (steps: readonly Step[], kind: Step['kind']): number =>
	steps.reduce((sum, step) => sum + (step.kind === kind ? step.to - step.from : 0), 0);
