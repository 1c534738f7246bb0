import type { Minutes, ProgrammeDay } from './calendar';
import { MEETING, travelMinutes, type Plan, type PlannedTeam, type PlannedVisit } from './plan';

/** One line of a team's day. Times in minutes since midnight; `to - from` may be 0 for a departure. */
export type Step =
	| { kind: 'drive'; from: Minutes; to: Minutes; origin: string; destination: string }
	| { kind: 'wait'; from: Minutes; to: Minutes }
	| { kind: 'lunch'; from: Minutes; to: Minutes }
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

/** The day of a team, minute by minute; null when it visits nobody that day. */
export function teamDay(plan: Plan, team: PlannedTeam, day: ProgrammeDay): TeamDay | null {
	const visits = team.visits.filter(({ date }) => date === day.date).sort((a, b) => a.start - b.start);
	if (visits.length === 0) return null;

	const road = (from: string, to: string) => travelMinutes(plan.travel, from, to);
	const first = visits[0]!;
	const departure = first.start - plan.bufferMinutes - road(MEETING, first.companyId);
	const last = visits.at(-1)!;
	const back = last.end + road(last.companyId, MEETING);

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
		const meal = eaten ? null : lunchBetween(day, between);
		if (meal) eaten = true;
		steps.push(...gap(between, meal, visit.companyId, next.companyId));
	});
	steps.push(drive(last.end, last.companyId, MEETING, road));

	return { day, departure, back, steps, driving: total(steps, 'drive'), waiting: total(steps, 'wait') };
}

export const teamDays = (plan: Plan, team: PlannedTeam, programme: readonly ProgrammeDay[]): TeamDay[] =>
	programme.map((day) => teamDay(plan, team, day)).filter((day) => day !== null);

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
function lunchBetween({ lunch }: ProgrammeDay, gap: Gap): { from: Minutes; before: boolean } | null {
	if (!lunch) return null;
	const before = Math.max(gap.from, lunch.from);
	if (before + lunch.minutes <= lunch.to && before + lunch.minutes + gap.road <= gap.ready)
		return { from: before, before: true };
	const after = Math.max(gap.from + gap.road, lunch.from);
	if (after + lunch.minutes <= Math.min(lunch.to, gap.ready)) return { from: after, before: false };
	return null;
}

/** What fills the time between two visits, in order: rest, meal, road, rest. */
function gap(
	time: Gap,
	meal: { from: Minutes; before: boolean } | null,
	origin: string,
	destination: string
): Step[] {
	const lunch = (from: Minutes): Step => ({ kind: 'lunch', from, to: from + time.mealMinutes });
	const steps: Step[] = [];
	let now = time.from;
	const pass = (step: Step) => {
		if (step.from > now) steps.push({ kind: 'wait', from: now, to: step.from });
		steps.push(step);
		now = step.to;
	};
	if (meal?.before) pass(lunch(meal.from));
	pass({ kind: 'drive', from: now, to: now + time.road, origin, destination });
	if (meal && !meal.before) pass(lunch(meal.from));
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
