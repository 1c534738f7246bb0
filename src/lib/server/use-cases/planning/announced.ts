import { halfDay, noonOf } from '$lib/domain/calendar';
import { wallClock } from '$lib/domain/clock';
import type { Company } from '$lib/domain/company';
import type { Dossier } from '$lib/domain/dossier';
import type { Plan, PlannedBreak, PlannedTeam } from '$lib/domain/plan';
import type { Crewed } from '$lib/solver/hand/ground';
import type { Visit } from '$lib/solver/plan';
import type { Problem } from '$lib/solver/problem';
import type { Lock } from '$lib/solver/teams/form-teams';
import { plannable, visitedDays } from './problem-of-rally';

/** A plan's visits as the planner tells them; null when one is on a day that the rally does not visit any more. */
export function visitsOf(plan: Plan, dossier: Pick<Dossier, 'rally'>): Visit[] | null {
	const days = visitedDays(dossier).map(({ date }) => date);
	const visits = plan.teams.flatMap(({ letter, visits: own }) =>
		own.map(({ companyId, date, start, end }) => ({
			team: letter,
			company: companyId,
			day: days.indexOf(date),
			start,
			end
		}))
	);
	return visits.some(({ day }) => day < 0) ? null : visits;
}

/** Where the past ends, as the planner tells it: [day, minute]; null before the first visiting day. */
export function pastOf(dossier: Pick<Dossier, 'rally'>, at: Date): [number, number] | null {
	const { date, minutes } = wallClock(at);
	const days = visitedDays(dossier);
	const day = days.findLastIndex((of) => of.date <= date);
	return day < 0 ? null : [day, days[day]!.date === date ? minutes : 1440];
}

/**
 * The teams of a plan as they are to be kept: whoever still comes, in the car and with the people they had unless
 * these are away for what the team has yet to do.
 */
export function locksOf(plan: Plan, dossier: Dossier, at: Date): Lock[] {
	const { participants, vehicles, accompanists, rally } = dossier;
	const { date, minutes } = wallClock(at);
	/** Half-days on which a team has visits to come. */
	const ahead = ({ visits }: PlannedTeam): Set<string> =>
		new Set(
			visits
				.filter((visit) => visit.date > date || (visit.date === date && visit.start > minutes))
				.map((visit) => {
					const day = rally.programme.find((of) => of.date === visit.date);
					return halfDay(visit.date, day && visit.start >= noonOf(day) ? 'afternoon' : 'morning');
				})
		);
	const stays = (
		list: readonly { id: string; absences: string[] }[],
		id: string | null,
		halves: Set<string>
	) => {
		const one = list.find((of) => of.id === id);
		return one && !one.absences.some((half) => halves.has(half)) ? one.id : null;
	};
	return plan.teams.map((team, index) => {
		const halves = ahead(team);
		return {
			team: index,
			people: team.memberIds.filter((id) =>
				participants.some((person) => person.id === id && person.state === 'confirmed')
			),
			vehicle: stays(vehicles, team.vehicleId, halves),
			accompanist: stays(accompanists, team.accompanistId, halves),
			driver: stays(accompanists, team.driverId, halves),
			closed: false
		};
	});
}

/** Breaks of a plan on days still visited, for the teams now at the same place in the list. */
export function breaksKept(
	{ teams, breaks }: Plan,
	dossier: Pick<Dossier, 'rally'>,
	crews: readonly Crewed[]
): PlannedBreak[] {
	const dates = new Set(visitedDays(dossier).map(({ date }) => date));
	return breaks.flatMap((rest) => {
		const crew = crews[teams.findIndex(({ letter }) => letter === rest.team)];
		return crew && dates.has(rest.date) ? [{ ...rest, team: crew.letter }] : [];
	});
}

/** The teams with their breaks as the planner tells rests. */
export function withRests<T extends Crewed>(
	crews: readonly T[],
	breaks: readonly PlannedBreak[],
	dossier: Pick<Dossier, 'rally'>
): T[] {
	const dates = visitedDays(dossier).map(({ date }) => date);
	return crews.map((crew) => ({
		...crew,
		rests: breaks
			.filter(({ team, date }) => team === crew.letter && dates.includes(date))
			.map(({ date, from, to }) => [dates.indexOf(date), from, to] as const)
	}));
}

/** Companies that a plan to be kept needs: those it can visit, and those it has visited whatever became of them. */
export function hostsOf(dossier: Dossier, plan: Plan, at: Date): Company[] {
	const past = pastOf(dossier, at);
	const visited = new Set(
		(visitsOf(plan, dossier) ?? [])
			.filter(({ day, start }) => past && (day < past[0] || (day === past[0] && start <= past[1])))
			.map(({ company }) => company)
	);
	const open = plannable(dossier);
	return dossier.companies.filter(
		(company) => open.includes(company) || (visited.has(company.id) && company.position !== null)
	);
}

/** The problem with what a plan announced, so that as little of it changes as can be, and nothing of what has begun. */
export function announcing(problem: Problem, dossier: Dossier, plan: Plan, at: Date): Problem {
	const teams = new Set(problem.teams.map(({ id }) => id));
	const hosts = new Set(problem.companies.map(({ id }) => id));
	const open = new Set(plannable(dossier).map(({ id }) => id));
	return {
		...problem,
		companies: problem.companies.map((company) =>
			// Visited, and gone since: nobody else goes there.
			open.has(company.id) ? company : { ...company, starts: [], visits: [0, company.visits[1]] }
		),
		published: (visitsOf(plan, dossier) ?? []).filter(
			({ team, company }) => teams.has(team) && hosts.has(company)
		),
		now: pastOf(dossier, at)
	};
}
