import type { Plan, Visit } from './plan';
import type { Company, Day, Problem } from './problem';
import { byTime, companyOf, gapsOf, journey, mealIn } from './verify/journey';
import { levelsOf } from './verify/levels';
import { restsOf, soonest } from './verify/rests';

/**
 * The independent checker: written from the statement of the problem alone, it shares nothing with the rules, the
 * score or the search. Every plan that is saved was accepted here, wherever it comes from.
 */
export type Violation =
	| { kind: 'unknown'; what: 'team' | 'company' | 'day'; id: string }
	| { kind: 'hours'; team: string; company: string; reason: 'start-not-offered' | 'wrong-end' }
	| { kind: 'not-received'; team: string; company: string; reason: 'excluded' | 'too-many-people' }
	| { kind: 'twice'; team: string; company: string }
	| { kind: 'too-many-visits'; team: string; day: number | null; visits: number; most: number }
	| { kind: 'away'; team: string; day: number }
	| { kind: 'too-early'; team: string; day: number; minutes: number }
	| { kind: 'back-too-late'; team: string; day: number; minutes: number }
	| { kind: 'too-short'; team: string; day: number; from: string; to: string; minutes: number }
	| { kind: 'no-lunch'; team: string; day: number }
	| { kind: 'rest-on-visit'; team: string; day: number; company: string; from: number; to: number }
	| { kind: 'too-many-teams'; company: string; day: number; start: number; teams: number; most: number }
	| { kind: 'crowd'; company: string; day: number; start: number; people: number; most: number }
	| { kind: 'company-max'; company: string; visits: number; most: number }
	| { kind: 'level'; level: string; announced: number; actual: number }
	| { kind: 'bound'; level: string }
	| { kind: 'past-changed'; team: string; company: string; day: number; start: number }
	| { kind: 'status' };

/** What is wrong with a plan; nothing when it may be saved. */
export function verify(problem: Problem, plan: Plan): Violation[] {
	const unknown = plan.visits.flatMap((visit) => unknownIn(problem, visit));
	if (unknown.length > 0) return unknown;
	return [
		...wrongPast(problem, plan),
		...plan.visits.filter((visit) => !past(problem, visit)).flatMap((visit) => wrongVisit(problem, visit)),
		...problem.teams.flatMap((team) => wrongTeam(problem, plan, team.id)),
		...problem.companies.flatMap((company) => wrongCompany(problem, plan, company)),
		...wrongLevels(problem, plan)
	];
}

function unknownIn({ teams, companies, days }: Problem, { team, company, day }: Visit): Violation[] {
	const unknown: Violation[] = [];
	if (!teams.some(({ id }) => id === team)) unknown.push({ kind: 'unknown', what: 'team', id: team });
	if (!companies.some(({ id }) => id === company))
		unknown.push({ kind: 'unknown', what: 'company', id: company });
	if (!days[day]) unknown.push({ kind: 'unknown', what: 'day', id: String(day) });
	return unknown;
}

/** What had begun is as it was announced; nothing else begins in the past. What happened is not judged again. */
function wrongPast(problem: Problem, plan: Plan): Violation[] {
	const same = (a: Visit, b: Visit) =>
		a.team === b.team && a.company === b.company && a.day === b.day && a.start === b.start;
	const announced = (problem.published ?? []).filter((visit) => past(problem, visit));
	const planned = plan.visits.filter((visit) => past(problem, visit));
	const changed = [
		...announced.filter((visit) => !planned.some((other) => same(visit, other))),
		...planned.filter((visit) => !announced.some((other) => same(visit, other)))
	];
	return changed.map(({ team, company, day, start }) => ({
		kind: 'past-changed',
		team,
		company,
		day,
		start
	}));
}

const past = ({ now }: Problem, { day, start }: Visit): boolean =>
	now !== null && (day < now[0] || (day === now[0] && start <= now[1]));

function wrongVisit(problem: Problem, visit: Visit): Violation[] {
	const { team, company, day, start, end } = visit;
	const host = companyOf(problem, company);
	const size = problem.teams.find(({ id }) => id === team)!.size;
	const wrong: Violation[] = [];
	if (!host.starts.some(([on, at]) => on === day && at === start))
		wrong.push({ kind: 'hours', team, company, reason: 'start-not-offered' });
	if (end !== start + host.minutes) wrong.push({ kind: 'hours', team, company, reason: 'wrong-end' });
	if (host.excludes.includes(team)) wrong.push({ kind: 'not-received', team, company, reason: 'excluded' });
	if (size > host.people) wrong.push({ kind: 'not-received', team, company, reason: 'too-many-people' });
	return wrong;
}

function wrongTeam(problem: Problem, plan: Plan, team: string): Violation[] {
	const visits = plan.visits.filter((visit) => visit.team === team).sort(byTime);
	const wrong: Violation[] = [];
	visits.forEach(({ company }, i) => {
		if (visits.findIndex((other) => other.company === company) !== i)
			wrong.push({ kind: 'twice', team, company });
	});
	const most = problem.rules.visits[1];
	if (visits.length > most)
		wrong.push({ kind: 'too-many-visits', team, day: null, visits: visits.length, most });
	problem.days.forEach((day, index) => {
		const today = visits.filter((visit) => visit.day === index);
		if (today.length > 0) wrong.push(...wrongDay(problem, team, day, index, today));
	});
	return wrong;
}

function wrongDay(problem: Problem, team: string, day: Day, index: number, visits: Visit[]): Violation[] {
	const { hours, freeFrom } = problem.teams.find(({ id }) => id === team)!;
	const free = freeFrom?.[0] === index ? freeFrom[1] : 0;
	const there = hours ? hours[index] : ([day.start, day.end] as const);
	// A day begun is judged from its last visit begun: the way there was what it was.
	const done = visits.filter((visit) => past(problem, visit)).length;
	if (!there) return done === visits.length ? [] : [{ kind: 'away', team, day: index }];
	const wrong: Violation[] = [];
	if (visits.length > day.maxVisits)
		wrong.push({ kind: 'too-many-visits', team, day: index, visits: visits.length, most: day.maxVisits });

	const { leaves, back } = journey(problem, day, visits);
	const [opens, closes] = [Math.max(there[0], day.start, free), Math.min(there[1], day.end)];
	if (done === visits.length) return wrong;
	if (done === 0 && leaves < opens)
		wrong.push({ kind: 'too-early', team, day: index, minutes: opens - leaves });
	if (back > closes) wrong.push({ kind: 'back-too-late', team, day: index, minutes: back - closes });
	const rests = restsOf(problem, team, index);
	for (const { company, start, end } of visits.slice(done))
		for (const [from, to] of rests)
			if (from < end && to > start)
				wrong.push({ kind: 'rest-on-visit', team, day: index, company, from, to });
	for (const gap of gapsOf(problem, visits).slice(Math.max(0, done - 1))) {
		const rides = soonest(rests, Math.max(gap.since, free), gap.road);
		const missing = rides + gap.road + problem.buffer - gap.until;
		if (missing > 0)
			wrong.push({ kind: 'too-short', team, day: index, from: gap.from, to: gap.to, minutes: missing });
	}
	if (!eats(problem, day, visits)) wrong.push({ kind: 'no-lunch', team, day: index });
	return wrong;
}

/** Home early enough, gone late enough, or a gap with room for the meal at one of its ends. */
function eats(problem: Problem, day: Day, visits: Visit[]): boolean {
	if (!day.lunch) return true;
	const { from, to, minutes } = day.lunch;
	const { leaves, back } = journey(problem, day, visits);
	const rests = restsOf(problem, visits[0]!.team, visits[0]!.day);
	return (
		back <= to - minutes ||
		leaves >= from + minutes ||
		gapsOf(problem, visits).some((gap) => mealIn(problem, day, gap, rests))
	);
}

function wrongCompany(problem: Problem, plan: Plan, company: Company): Violation[] {
	const visits = plan.visits.filter((visit) => visit.company === company.id);
	const wrong: Violation[] = [];
	const [, most] = company.visits;
	if (visits.length > most && !visits.every((visit) => past(problem, visit)))
		wrong.push({ kind: 'company-max', company: company.id, visits: visits.length, most });
	const moments = new Map(visits.map((visit) => [`${visit.day} ${visit.start}`, visit]));
	for (const { day, start } of moments.values()) {
		const present = visits.filter(
			(visit) => visit.day === day && visit.start <= start && start < visit.end + company.turnaround
		);
		if (present.length > company.teamsAtOnce && !present.every((visit) => past(problem, visit))) {
			wrong.push({
				kind: 'too-many-teams',
				company: company.id,
				day,
				start,
				teams: present.length,
				most: company.teamsAtOnce
			});
		}
		const people = visits
			.filter((visit) => visit.day === day && visit.start === start)
			.reduce((sum, { team }) => sum + problem.teams.find(({ id }) => id === team)!.size, 0);
		if (people > company.people && !past(problem, { ...visits[0]!, day, start }))
			wrong.push({ kind: 'crowd', company: company.id, day, start, people, most: company.people });
	}
	return wrong;
}

function wrongLevels(problem: Problem, plan: Plan): Violation[] {
	const actual = levelsOf(problem, plan);
	const wrong: Violation[] = [];
	for (const name of ['charter', 'promises', 'comfort'] as const) {
		const announced = plan.levels.find((level) => level.name === name);
		if (announced?.value !== actual[name])
			wrong.push({
				kind: 'level',
				level: name,
				announced: announced?.value ?? Number.NaN,
				actual: actual[name]
			});
		else if (announced.bound > announced.value) wrong.push({ kind: 'bound', level: name });
	}
	const reached = plan.levels.every(({ value, bound }) => value === bound);
	if (plan.status === 'optimal' && !reached) wrong.push({ kind: 'status' });
	return wrong;
}
