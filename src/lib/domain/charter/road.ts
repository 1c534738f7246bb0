import { halfDay, noonOf, type HalfDay } from '../calendar';
import type { Dossier } from '../dossier';
import type { PlannedTeam, PlannedVisit } from '../plan';
import { enrolled } from './enrolled';
import type { Range } from './numbers';

/** The teams of the plan looked at; a plan without a team is no plan yet. */
export const plannedTeams = ({ plan }: Dossier): PlannedTeam[] | null =>
	plan && plan.teams.length > 0 ? plan.teams : null;

export const isPublished = ({ plan }: Dossier): boolean => plan?.published ?? false;

/** The half-day a visit begins in. */
export function halfDayOf(visit: PlannedVisit, { rally }: Dossier): HalfDay {
	const day = rally.programme.find(({ date }) => date === visit.date);
	return halfDay(visit.date, visit.start < noonOf(day ?? { lunch: null }) ? 'morning' : 'afternoon');
}

/** The half-days on which a team is on the road, in order. */
export const halfDaysOnRoad = (team: PlannedTeam, dossier: Dossier): HalfDay[] =>
	[...new Set(team.visits.map((visit) => halfDayOf(visit, dossier)))].sort();

/** The half-days of a team on which its car or its accompanist has said not to be there. */
export const absentOnRoad = (
	team: PlannedTeam,
	dossier: Dossier,
	{ absences }: { absences: readonly string[] }
): HalfDay[] => halfDaysOnRoad(team, dossier).filter((half) => absences.includes(half));

/** Members of a team who are still enrolled, each once. */
export function membersOf(team: PlannedTeam, dossier: Dossier) {
	const wanted = new Set(team.memberIds);
	return enrolled(dossier).filter(({ id }) => wanted.has(id));
}

/** The visits of a team to companies that are still confirmed. */
export function heldVisits({ visits }: PlannedTeam, { companies }: Dossier): PlannedVisit[] {
	const confirmed = new Set(companies.filter(({ state }) => state === 'confirmed').map(({ id }) => id));
	return visits.filter(({ companyId }) => confirmed.has(companyId));
}

/** Letters of the teams that use the same car or person on one half-day, by its id. */
export function sharedAtOnce(
	teams: readonly PlannedTeam[],
	dossier: Dossier,
	idOf: (team: PlannedTeam) => string | null
): { id: string; teams: string[] }[] {
	const users = new Map<string, Map<string, HalfDay[]>>();
	for (const team of teams) {
		const id = idOf(team);
		if (id === null) continue;
		users.set(id, (users.get(id) ?? new Map()).set(team.letter, halfDaysOnRoad(team, dossier)));
	}
	return [...users].flatMap(([id, byTeam]) => {
		const meeting = [...byTeam].filter(([letter, halves]) =>
			[...byTeam].some(([other, others]) => other !== letter && others.some((half) => halves.includes(half)))
		);
		return meeting.length > 0 ? [{ id, teams: meeting.map(([letter]) => letter).sort() }] : [];
	});
}

/** Smallest and largest of a list that is not empty. */
export const spread = (values: readonly number[]): Range => ({
	min: Math.min(...values),
	max: Math.max(...values)
});
