import type { SettledLock } from './locks';
import type { TeamFormingProblem } from './problem';

export interface TeamCount {
	/** As many as cars, accompanists and hosts allow, four people or more in each when that can be. */
	wanted: number;
	/** Fewest and most that are tried. */
	from: number;
	to: number;
}

/** How many teams to form; exactly `asked` when the organizer says so. */
export function teamCount(
	problem: TeamFormingProblem,
	locks: readonly SettledLock[],
	asked: number | undefined
): TeamCount {
	const people = problem.participants.length;
	const within = (count: number, from: number, to: number) => Math.min(to, Math.max(from, count));
	if (people === 0) return { wanted: 0, from: 0, to: 0 };
	// No team is empty: those held together are one team at most.
	const most = locks.reduce((count, { people }) => count - Math.max(0, people.length - 1), people);
	if (asked !== undefined) {
		const wanted = within(asked, Math.max(1, locks.length), most);
		return { wanted, from: wanted, to: wanted };
	}
	const { size } = problem;
	const from = Math.min(most, Math.max(locks.length, Math.ceil(people / size.max)));
	const to = Math.min(most, Math.max(from, 1, Math.floor(people / size.min)));
	const comfortable = Math.max(1, Math.floor(people / (size.min + 1)));
	const driven = Math.min(problem.vehicles.length, problem.accompanists.length);
	let wanted = within(Math.min(driven, comfortable), from, to);
	while (wanted < Math.min(to, driven) && room(problem, wanted) < people) wanted++;
	const visited = visitedTeams(problem);
	return { wanted: visited >= from ? Math.min(wanted, visited) : wanted, from, to };
}

/** Participants that the largest cars hold, when each is driven by its accompanist. */
const room = ({ vehicles, size }: TeamFormingProblem, teams: number): number =>
	vehicles
		.map(({ seats }) => Math.min(seats - 1, size.max))
		.sort((a, b) => b - a)
		.slice(0, teams)
		.reduce((sum, places) => sum + places, 0);

/** Teams that the hosts can give all the visits owed; no limit while no host is known. */
function visitedTeams({ hosts, visitsOwed }: TeamFormingProblem): number {
	const offered = hosts.reduce((sum, { visitsMax }) => sum + visitsMax, 0);
	return offered === 0 || visitsOwed === 0 ? Infinity : Math.floor(offered / visitsOwed);
}
