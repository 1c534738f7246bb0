import { accompanistName, type Accompanist } from '$lib/domain/accompanist';
import type { Company } from '$lib/domain/company';
import { clock, dayAndMonth } from '$lib/domain/french';
import { teamDays } from '$lib/domain/itinerary';
import type { Plan, PlannedTeam } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';
import { teamIndex } from '$lib/domain/team';
import { seatsInWords, vehicleOwners, type Vehicle } from '$lib/domain/vehicle';
import { letterhead, type CheckOf, type Letterhead, type Logo } from '../paper/letterhead';
import { kilometres, legsOf, totalOf, type DistanceOf } from '../travel/legs';

export interface LogbookInput {
	rally: Rally;
	plan: Plan;
	companies: readonly Company[];
	vehicles: readonly Vehicle[];
	accompanists: readonly Accompanist[];
	distanceOf: DistanceOf;
	logo?: Logo;
	check?: CheckOf;
}

/** The book that stays in one car: each drive foreseen, and room for what was driven. */
export interface Logbook {
	letterhead: Letterhead;
	title: string;
	letter: string;
	/** « Kangoo blanc, AB-123-CD » */
	vehicle: string;
	/** Seats, owner; then who is to drive. */
	details: string[];
	days: LogbookDay[];
	total: string;
}

export interface LogbookDay {
	title: string;
	rows: LogbookRow[];
	/** Of the day. */
	kilometres: string;
}

export interface LogbookRow {
	at: string;
	from: string;
	to: string;
	kilometres: string;
}

/** The logbooks of the cars of a plan, in the order of the teams' letters. */
export function logbooks(input: LogbookInput): Logbook[] {
	const teams = [...input.plan.teams].sort((a, b) => teamIndex(a.letter) - teamIndex(b.letter));
	return teams.map((team) => logbook(input, team));
}

function logbook(input: LogbookInput, team: PlannedTeam): Logbook {
	const { rally, plan } = input;
	const vehicle = input.vehicles.find(({ id }) => id === team.vehicleId) ?? null;
	const driver = input.accompanists.find(({ id }) => id === (team.driverId ?? team.accompanistId));
	const days = teamDays(plan, team, rally.programme).map((day) => ({ day, legs: legsOf(day, input) }));
	const total = totalOf(days.flatMap(({ legs }) => legs));
	return {
		letterhead: letterhead(rally, plan, input.logo, input.check?.(team.letter)),
		title: 'Carnet de bord',
		letter: team.letter,
		vehicle: vehicle ? [vehicle.name, vehicle.plate].filter(Boolean).join(', ') : 'Véhicule à désigner',
		details: [
			vehicle ? `${seatsInWords(vehicle.seats)} · ${vehicle.ownerName || vehicleOwners[vehicle.owner]}` : '',
			`Au volant\u00a0: ${driver ? accompanistName(driver) : 'à désigner'}`
		].filter(Boolean),
		days: days.map(({ day, legs }) => ({
			title: dayAndMonth(day.day.date),
			rows: legs.map(({ at, from, to, distance }) => ({
				at: clock(at),
				from,
				to,
				kilometres: kilometres(distance)
			})),
			kilometres: kilometres(totalOf(legs))
		})),
		total: kilometres(total)
	};
}
