import type { SettledLock } from './locks';
import type { TeamFormingProblem } from './problem';

export interface TeamCount {
	/** As many as cars, accompanists and hosts allow, four people or more in each when that can be; or as asked. */
	aim: number;
	/** The number nearest to it that the locks leave. */
	wanted: number;
	/** Fewest and most that are tried. */
	from: number;
	to: number;
}

/** How many teams to form; exactly `asked` when the organizer says so. Locks change what can be done, not the aim. */
export function teamCount(
	problem: TeamFormingProblem,
	locks: readonly SettledLock[],
	asked: number | undefined
): TeamCount {
	const people = problem.participants.length;
	if (people === 0) return { aim: 0, wanted: 0, from: 0, to: 0 };
	const { size } = problem;
	const fewest = asked ?? Math.ceil(people / size.max);
	const largest = asked ?? Math.max(fewest, 1, Math.floor(people / size.min));
	const aim = asked === undefined ? aimOf(problem, fewest, largest) : within(asked, 1, people);
	// No team is empty: those held together are one team at most.
	const most = locks.reduce((count, { people }) => count - Math.max(0, people.length - 1), people);
	const from = Math.min(most, Math.max(1, locks.length, fewest));
	const to = Math.min(most, Math.max(from, largest));
	return { aim, wanted: within(aim, from, to), from, to };
}

const within = (count: number, from: number, to: number) => Math.min(to, Math.max(from, count));

function aimOf(problem: TeamFormingProblem, from: number, to: number): number {
	const { participants, size, vehicles, accompanists } = problem;
	const people = participants.length;
	const comfortable = Math.max(1, Math.floor(people / (size.min + 1)));
	const driven = Math.min(vehicles.length, accompanists.length);
	let aim = within(Math.min(driven, comfortable), from, to);
	while (aim < Math.min(to, driven) && room(problem, aim) < people) aim++;
	const visited = visitedTeams(problem);
	return visited >= from ? Math.min(aim, visited) : aim;
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
