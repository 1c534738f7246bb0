import { accompanistName, type Accompanist } from './accompanist';
import { visitingHours, type IsoDate, type ProgrammeDay } from './calendar';
import { french } from './french';
import { teamDays, type TeamDay } from './itinerary';
import { shownName, type Participant } from './participant';
import type { Plan, PlannedTeam } from './plan';
import type { Position, Precision, Rally } from './rally';
import { sectors, type Sector } from './sector';
import { teamColour, teamDash } from './team';
import type { Vehicle } from './vehicle';

export interface ViewedCompany {
	id: string;
	name: string;
	commune: string;
	sector: string;
	position: Position | null;
	precision: Precision | null;
}

export interface ViewedPerson {
	id: string;
	/** First and last name: the organizer's own list. */
	name: string;
	team: string;
}

export interface ViewedTeam {
	letter: string;
	colour: string;
	dash: string;
	members: { id: string; name: string }[];
	vehicle: string | null;
	seats: number | null;
	accompanist: string | null;
	driver: string | null;
	/** One entry per day on which the team visits. */
	days: TeamDay[];
	visits: number;
	sectors: number;
	/** Minutes on the road over the rally. */
	driving: number;
}

/** A plan as a person reads it: names instead of ids, each team's day minute by minute. Holds no status. */
export interface PlanView {
	days: ProgrammeDay[];
	teams: ViewedTeam[];
	companies: Record<string, ViewedCompany>;
	people: ViewedPerson[];
}

/** What a plan names, as far as showing it needs. */
export interface KnownByPlan {
	companies: {
		id: string;
		name: string;
		commune: string;
		sector: Sector;
		position: Position | null;
		precision: Precision | null;
	}[];
	participants: Pick<Participant, 'id' | 'firstName' | 'lastName' | 'chosenName'>[];
	vehicles: Pick<Vehicle, 'id' | 'name' | 'seats'>[];
	accompanists: Pick<Accompanist, 'id' | 'firstName' | 'lastName'>[];
}

export function viewPlan(
	rally: Pick<Rally, 'programme'>,
	plan: Pick<Plan, 'teams' | 'breaks' | 'travel' | 'bufferMinutes'>,
	known: KnownByPlan
): PlanView {
	const companies = byId(known.companies);
	const participants = byId(known.participants);
	const vehicles = byId(known.vehicles);
	const accompanists = byId(known.accompanists);
	const named = (id: string | null) => {
		const person = id === null ? undefined : accompanists.get(id);
		return person ? accompanistName(person) : null;
	};

	const teams = plan.teams.map((team) => {
		const vehicle = team.vehicleId === null ? undefined : vehicles.get(team.vehicleId);
		const days = teamDays(plan, team, rally.programme);
		return {
			letter: team.letter,
			colour: teamColour(team.letter),
			dash: teamDash(team.letter),
			members: membersOf(team, participants),
			vehicle: vehicle?.name ?? null,
			seats: vehicle?.seats ?? null,
			accompanist: named(team.accompanistId),
			driver: named(team.driverId),
			days,
			visits: team.visits.length,
			sectors: new Set(team.visits.map(({ companyId }) => companies.get(companyId)?.sector)).size,
			driving: days.reduce((sum, day) => sum + day.driving, 0)
		};
	});
	const people = plan.teams
		.flatMap((team) =>
			team.memberIds.map((id) => {
				const person = participants.get(id);
				return {
					id,
					name: person ? `${person.firstName} ${person.lastName}`.trim() : 'Personne effacée',
					team: team.letter
				};
			})
		)
		.sort((a, b) => french.compare(a.name, b.name));
	return {
		days: rally.programme.filter((day) => visitingHours(day) !== null),
		teams,
		companies: Object.fromEntries(
			known.companies.map(({ id, name, commune, sector, position, precision }) => [
				id,
				{ id, name, commune, sector: sectors[sector], position, precision }
			])
		),
		people
	};
}

/** Who receives which team when, on one day or over the rally, in the order of the hours. */
export const visitsAt = (
	view: PlanView,
	companyId: string
): { letter: string; date: IsoDate; from: number; to: number }[] =>
	view.teams
		.flatMap(({ letter, days }) =>
			days.flatMap(({ day, steps }) =>
				steps.flatMap((step) =>
					step.kind === 'visit' && step.visit.companyId === companyId
						? [{ letter, date: day.date, from: step.from, to: step.to }]
						: []
				)
			)
		)
		.sort((a, b) => a.date.localeCompare(b.date) || a.from - b.from);

const membersOf = (team: PlannedTeam, participants: Map<string, KnownByPlan['participants'][number]>) =>
	team.memberIds
		.map((id) => {
			const person = participants.get(id);
			return { id, name: person ? shownName(person) : 'Personne effacée' };
		})
		.sort((a, b) => french.compare(a.name, b.name));

const byId = <T extends { id: string }>(rows: T[]): Map<string, T> =>
	new Map(rows.map((row) => [row.id, row]));
