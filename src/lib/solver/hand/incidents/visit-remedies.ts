import { cellsOf, type Cells, type DraftVisit } from '../../../domain/draft/cells';
import type { DraftEdit } from '../../../domain/draft/edits';
import { merged, freeSince, freeUntil, type Rests } from '../../rests';
import type { HandGround } from '../ground';
import { edited, hasBegun, visitsAhead, type Incident, type RemedyKind, type Standing } from './incident';

/** Hours are told by five minutes: nobody warns a company of 10:03. */
const STEP = 5;

/** What can be done with the visits, the teams staying as they are and without looking for others. */
export function lighterDays(
	ground: HandGround,
	cells: Cells,
	incident: Incident,
	standing: Standing
): { kind: RemedyKind; cells: Cells }[] {
	if (incident.kind === 'company-closed') {
		const lost = cellsOf(cells, 'visit').filter(
			([, visit]) => closedTo(incident, visit) && !hasBegun(standing)(visit)
		);
		return [{ kind: 'skip', cells: edited(cells, ...lost.map(([visit]): DraftEdit => ({ kind: 'remove-visit', visit }))) }]; // prettier-ignore
	}
	if (incident.kind === 'late') {
		const today = aheadToday(cells, standing, incident.team);
		if (today.length === 0) return [];
		const skipped = edited(cells, { kind: 'remove-visit', visit: today[0]![0] });
		return [
			{ kind: 'shift', cells: shifted(ground, cells, incident.team, standing) },
			{ kind: 'skip', cells: shifted(ground, skipped, incident.team, standing) }
		];
	}
	return [];
}

const closedTo = (
	{ company, date, from }: Extract<Incident, { kind: 'company-closed' }>,
	visit: DraftVisit
): boolean => visit.companyId === company && (date === null || (visit.date === date && visit.end > from));

/**
 * When a late team leaves where it is: [day, minute]. Its delay is counted from the end of the last visit begun, or
 * from the hour it leaves the meeting point. Null when it has nothing left to do on the day that it is.
 */
export function freedAt(
	{ problem }: HandGround,
	cells: Cells,
	{ team, minutes }: { team: string; minutes: number },
	standing: Standing
): [number, number] | null {
	const today = aheadToday(cells, standing, team);
	const first = today[0]?.[1];
	if (!first) return null;
	const day = standing.dates.indexOf(first.date);
	const last = lastBegun(cells, standing, team, first.date);
	if (last) return [day, last.end + minutes];
	const road = problem.travel[problem.days[day]!.from]![placeOf(problem, first.companyId)]!;
	const rests = restsOf(cells, team, first.date);
	return [day, freeUntil(rests, first.start - problem.buffer, road) + minutes];
}

/**
 * The same visits in the same order, each as soon as the team can be there, and never sooner than it was. What lies in a
 * rest of the team waits until its end.
 */
function shifted(ground: HandGround, cells: Cells, team: string, standing: Standing): Cells {
	const { problem, freeFrom } = ground;
	const free = freeFrom?.[team];
	if (!free) return cells;
	const date = standing.dates[free[0]]!;
	const rests = restsOf(cells, team, date);
	const last = lastBegun(cells, standing, team, date);
	let place = last ? placeOf(problem, last.companyId) : problem.days[free[0]]!.from;
	let leaves = free[1];
	let now = cells;
	for (const [id, visit] of visitsAhead(cells, standing, team).filter(([, one]) => one.date === date)) {
		const there = placeOf(problem, visit.companyId);
		const road = problem.travel[place]![there]!;
		const arrives = freeSince(rests, leaves, road) + road + problem.buffer;
		const soonest = Math.max(visit.start, Math.ceil(arrives / STEP) * STEP);
		const start = freeSince(rests, soonest, visit.end - visit.start);
		now = edited(now, { kind: 'move-visit', visit: id, team, date, start });
		place = there;
		leaves = start + visit.end - visit.start;
	}
	return now;
}

/** A team's visits to come on the first day on which it has some, if that day has come. */
function aheadToday(cells: Cells, standing: Standing, team: string) {
	const ahead = visitsAhead(cells, standing, team);
	const { now, dates } = standing;
	const today = now ? dates[now[0]] : ahead[0]?.[1].date;
	return ahead.filter(([, { date }]) => date === today);
}

const restsOf = (cells: Cells, team: string, date: string): Rests =>
	merged(
		cellsOf(cells, 'break').flatMap(([, rest]): Rests =>
			rest.team === team && rest.date === date ? [[rest.from, rest.to]] : []
		)
	);

const lastBegun = (cells: Cells, standing: Standing, team: string, date: string) =>
	cellsOf(cells, 'visit')
		.map(([, visit]) => visit)
		.filter((visit) => visit.team === team && visit.date === date && hasBegun(standing)(visit))
		.sort((a, b) => a.start - b.start)
		.at(-1);

const placeOf = ({ companies }: HandGround['problem'], id: string): number =>
	companies.find((company) => company.id === id)?.place ?? 0;
