import type { Plan, Visit } from '../plan';
import type { Problem } from '../problem';
import { byTime, companyOf, gapsOf, journey, mealIn } from './journey';
import { restsOf, restedBetween } from './rests';

/** The three levels of §3, counted afresh. */
export function levelsOf(problem: Problem, plan: Plan): Record<'charter' | 'promises' | 'comfort', number> {
	const { rules, comfort, days } = problem;
	const levels = { charter: 0, promises: 0, comfort: 0 };
	const counts: number[] = [];
	for (const team of problem.teams) {
		const visits = plan.visits.filter((visit) => visit.team === team.id).sort(byTime);
		const sectors = new Set(visits.map(({ company }) => companyOf(problem, company).sector)).size;
		counts.push(visits.length);
		levels.charter += Math.max(0, rules.visits[0] - visits.length) + Math.max(0, rules.sectors - sectors);
		levels.comfort +=
			comfort.sameSector * (visits.length - sectors) +
			comfort.visitShortOfMax * (rules.visits[1] - visits.length);
		let onRoad = 0;
		days.forEach((day, index) => {
			const today = visits.filter((visit) => visit.day === index);
			if (!team.hours || team.hours[index]) levels.charter += Math.max(0, rules.visitsPerDay - today.length);
			if (today.length === 0) return;
			const { leaves, back } = journey(problem, day, today);
			const gaps = gapsOf(problem, today);
			const rests = restsOf(problem, team.id, index);
			const [out, home] = [today[0]!, today.at(-1)!].map(({ company }) => companyOf(problem, company).place);
			const road =
				problem.travel[day.from]![out!]! +
				problem.travel[home!]![day.to]! +
				gaps.reduce((sum, gap) => sum + gap.road, 0);
			const meal =
				day.lunch &&
				back > day.lunch.to - day.lunch.minutes &&
				leaves < day.lunch.from + day.lunch.minutes &&
				gaps.some((gap) => mealIn(problem, day, gap, rests))
					? day.lunch.minutes
					: 0;
			// A rest is no waiting.
			const rested = gaps.reduce((sum, { since, until }) => sum + restedBetween(rests, since, until), 0);
			const idle = gaps.reduce((sum, gap) => sum + gap.until - gap.since - gap.road, 0) - meal - rested;
			onRoad += road;
			levels.comfort +=
				comfort.travel * road +
				comfort.wait * idle +
				comfort.longDay * Math.max(0, back - leaves - comfort.longDayFrom);
			for (const gap of gaps) {
				const spare = gap.until - gap.since - gap.road - problem.buffer;
				levels.comfort += comfort.tight * Math.max(0, comfort.tightUnder - spare);
			}
		});
		levels.comfort += comfort.unfairTravel * Math.max(0, onRoad - comfort.unfairTravelFrom * days.length);
	}
	for (const company of problem.companies) {
		const received = plan.visits.filter((visit) => visit.company === company.id).length;
		levels.promises += Math.max(0, company.visits[0] - received);
		if (company.hiring)
			levels.comfort +=
				comfort.hiring * Math.max(0, Math.min(comfort.hiringWanted, company.visits[1]) - received);
	}
	if (counts.length > 0)
		levels.promises += Math.max(0, Math.max(...counts) - Math.min(...counts) - rules.spread);
	levels.promises += problem.pins.filter((pin) => !kept(plan, pin)).length;
	const published = problem.published ?? [];
	levels.promises += published.filter(
		(announced) => !plan.visits.some((visit) => same(visit, announced))
	).length;
	if (problem.published)
		levels.comfort +=
			comfort.newVisit * plan.visits.filter((visit) => !published.some((of) => same(visit, of))).length;
	return levels;
}

const same = (a: Visit, b: Visit): boolean =>
	a.team === b.team && a.company === b.company && a.day === b.day && a.start === b.start;

function kept({ visits }: Plan, pin: Problem['pins'][number]): boolean {
	return visits.some((visit) => {
		const before = visits.filter(
			(other) => other.team === visit.team && other.day === visit.day && other.start < visit.start
		).length;
		return (
			(pin.team ?? visit.team) === visit.team &&
			(pin.company ?? visit.company) === visit.company &&
			(pin.day ?? visit.day) === visit.day &&
			(pin.start ?? visit.start) === visit.start &&
			(pin.order ?? before) === before
		);
	});
}
