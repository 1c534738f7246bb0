import { factsAt, nearestTo, type Fact, type Moment } from '../explain/why-not-facts';
import type { Solution, Stop } from '../model';
import type { HandVisit, Judgement } from './judge';

/** Where a visit could go, and everything that speaks against it; nothing when it may. */
export interface Place extends Moment {
	team: string;
	facts: Fact[];
}

type Seen = Pick<Judgement, 'problem' | 'model' | 'solution'>;

/** What speaks against this company at that moment for that team, everything else staying as it is. `moved` leaves where it was. */
export function factsFor(
	{ problem, model, solution }: Seen,
	{ company, moved = null }: { company: string; moved?: HandVisit | null },
	{ team, day, start }: { team: string } & Moment
): Fact[] {
	const host = problem.companies.findIndex(({ id }) => id === company);
	const index = problem.teams.findIndex(({ id }) => id === team);
	if (host < 0 || index < 0) return [{ kind: 'refused' }];
	const { excludes, people, starts } = problem.companies[host]!;
	const { size } = problem.teams[index]!;
	const offered = starts.map(([on, at]) => ({ day: on, start: at }));
	const facts: Fact[] = [];
	if (excludes.includes(team)) facts.push({ kind: 'refused' });
	if (size > people) facts.push({ kind: 'too-many-people', size, most: people });
	if (!offered.some((one) => one.day === day && one.start === start))
		facts.push({ kind: 'start-not-offered', nearest: nearestTo({ day, start }, offered) });
	const stop: Stop = { company: host, day, start };
	return [...facts, ...factsAt(model, without(solution, problem, moved), index, stop)];
}

/** Every start that the company offers, for each of the teams asked about. */
export function placesFor(
	seen: Seen,
	visit: { company: string; moved?: HandVisit | null },
	teams = seen.problem.teams.map(({ id }) => id)
): Place[] {
	const host = seen.problem.companies.find(({ id }) => id === visit.company);
	return teams.flatMap((team) =>
		(host?.starts ?? []).map(([day, start]) => ({
			team,
			day,
			start,
			facts: factsFor(seen, visit, { team, day, start })
		}))
	);
}

function without(
	solution: Solution,
	{ teams, companies }: Judgement['problem'],
	moved: HandVisit | null
): Solution {
	if (!moved) return solution;
	const gone = (stop: Stop) =>
		companies[stop.company]!.id === moved.company && stop.day === moved.day && stop.start === moved.start;
	return solution.map((stops, i) =>
		teams[i]!.id === moved.team ? stops.filter((stop) => !gone(stop)) : stops
	);
}
