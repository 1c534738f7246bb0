import type { FormedTeam, Level, TeamForming, TeamFormingProblem } from './problem';
import { levelsOf } from './verify/levels';

/**
 * The independent checker: written from the statement of the problem alone, it shares nothing with the criteria, the
 * search or the proof. What it refuses is a bug.
 */
export type TeamViolation =
	| { kind: 'unknown'; what: 'person' | 'vehicle' | 'accompanist'; id: string }
	| { kind: 'not-once'; person: string; times: number }
	| { kind: 'empty'; team: number }
	| { kind: 'shared'; what: 'vehicle' | 'accompanist'; id: string }
	| { kind: 'driver-without-need'; team: number }
	| { kind: 'lock'; lock: number }
	| { kind: 'level'; level: Level; announced: number; actual: number }
	| { kind: 'bound'; level: Level }
	| { kind: 'status' };

/** What is wrong with teams formed; nothing when they may be used. */
export function verifyTeams(problem: TeamFormingProblem, forming: TeamForming): TeamViolation[] {
	const wrong = [
		...wrongPeople(problem, forming),
		...wrongCrews(problem, forming),
		...wrongLocks(problem, forming)
	];
	return wrong.length > 0 ? wrong : wrongLevels(problem, forming);
}

function wrongPeople({ participants }: TeamFormingProblem, { teams }: TeamForming): TeamViolation[] {
	const riding = teams.flatMap(({ members }) => members);
	const wrong: TeamViolation[] = [];
	for (const id of new Set(riding))
		if (!participants.some((one) => one.id === id)) wrong.push({ kind: 'unknown', what: 'person', id });
	for (const { id } of participants) {
		const times = riding.filter((one) => one === id).length;
		if (times !== 1) wrong.push({ kind: 'not-once', person: id, times });
	}
	teams.forEach(({ members }, team) => members.length === 0 && wrong.push({ kind: 'empty', team }));
	return wrong;
}

function wrongCrews(problem: TeamFormingProblem, { teams }: TeamForming): TeamViolation[] {
	const wrong: TeamViolation[] = [];
	const used = {
		vehicle: teams.map(({ vehicle }) => vehicle),
		accompanist: teams.flatMap(({ accompanist, driver }) => [accompanist, driver])
	};
	const known = { vehicle: problem.vehicles, accompanist: problem.accompanists };
	for (const what of ['vehicle', 'accompanist'] as const) {
		const ids = used[what].filter((id) => id !== null);
		for (const id of new Set(ids)) {
			if (!known[what].some((one) => one.id === id)) wrong.push({ kind: 'unknown', what, id });
			if (ids.filter((one) => one === id).length > 1) wrong.push({ kind: 'shared', what, id });
		}
	}
	teams.forEach(({ accompanist, driver }, team) => {
		const drives = (id: string | null) => problem.accompanists.find((one) => one.id === id)?.drives ?? false;
		if (driver !== null && (accompanist === null || drives(accompanist) || !drives(driver)))
			wrong.push({ kind: 'driver-without-need', team });
	});
	return wrong;
}

/** A lock announced as lost is not looked at. */
function wrongLocks({ locks }: TeamFormingProblem, { teams, remarks }: TeamForming): TeamViolation[] {
	const lost = remarks.flatMap((remark) => (remark.kind === 'lock-lost' ? [remark.lock] : []));
	return locks.flatMap((lock, at): TeamViolation[] => {
		if (lost.includes(at)) return [];
		const holds = (team: FormedTeam) =>
			lock.people.every((id) => team.members.includes(id)) &&
			(!lock.closed || lock.people.length === 0 || team.members.length === new Set(lock.people).size) &&
			(['vehicle', 'accompanist', 'driver'] as const).every((part) => lock[part] === null || lock[part] === team[part]); // prettier-ignore
		return teams.some(holds) ? [] : [{ kind: 'lock', lock: at }];
	});
}

function wrongLevels(problem: TeamFormingProblem, forming: TeamForming): TeamViolation[] {
	const wrong: TeamViolation[] = [];
	const values = levelsOf(problem, forming.teams, forming.wanted);
	for (const { name, value, bound } of forming.levels) {
		if (values[name] !== value)
			wrong.push({ kind: 'level', level: name, announced: value, actual: values[name] });
		if (bound > value) wrong.push({ kind: 'bound', level: name });
	}
	const reached = forming.levels.every(({ value, bound }) => value === bound);
	if ((forming.status === 'optimal') !== reached) wrong.push({ kind: 'status' });
	return wrong;
}
