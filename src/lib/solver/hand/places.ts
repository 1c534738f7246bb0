import type { Problem } from '../problem';
import { verify, type Violation } from '../verify';
import { bare, isBroken, type HandVisit } from './judge';

/** Where a visit could go, and all that the checker would refuse of it; nothing when it may. */
export interface Place {
	team: string;
	day: number;
	start: number;
	refused: Violation[];
}

export interface Moving {
	company: string;
	/** Minutes; the company's own when not told. */
	minutes?: number | undefined;
	/** The visit that leaves its place for this one; null for a further visit. */
	moved: HandVisit | null;
}

/** What putting a visit there would break, everything else staying as it is: what was broken before does not count. */
export function refusedAt(
	problem: Problem,
	visits: readonly HandVisit[],
	moving: Moving,
	{ team, day, start }: Omit<Place, 'refused'>
): Violation[] {
	return tryIn(problem, visits, moving, team)(day, start);
}

/** Every start that the company offers, for each of the teams asked about. */
export function placesFor(
	problem: Problem,
	visits: readonly HandVisit[],
	moving: Moving,
	teams = problem.teams.map(({ id }) => id)
): Place[] {
	const starts = problem.companies.find(({ id }) => id === moving.company)?.starts ?? [];
	return teams.flatMap((team) => {
		const refused = tryIn(problem, visits, moving, team);
		return starts.map(([day, start]) => ({ team, day, start, refused: refused(day, start) }));
	});
}

/** Asks the checker about the team's own visits and the company's: nothing else can be broken by the move. */
function tryIn(
	problem: Problem,
	visits: readonly HandVisit[],
	{ company, minutes, moved }: Moving,
	team: string
) {
	const others = visits.filter((visit) => visit !== moved && visit.id !== moved?.id);
	const near = others.filter((visit) => visit.team === team || visit.company === company);
	const teams = new Set([team, ...near.map((visit) => visit.team)]);
	const companies = new Set([company, ...near.map((visit) => visit.company)]);
	const part: Problem = {
		...problem,
		teams: problem.teams.filter(({ id }) => teams.has(id)),
		companies: problem.companies.filter(({ id }) => companies.has(id)),
		pins: [],
		published: null
	};
	const broken = (plan: readonly HandVisit[]) => verify(part, bare(plan)).filter(isBroken);
	const before = new Set(broken(near).map((violation) => JSON.stringify(violation)));
	const length = minutes ?? problem.companies.find(({ id }) => id === company)?.minutes ?? 0;
	return (day: number, start: number): Violation[] => {
		const there: HandVisit = { id: 'there', team, company, day, start, end: start + length };
		return broken([...near, there]).filter((violation) => !before.has(JSON.stringify(violation)));
	};
}
