import { admits } from '$lib/domain/admission';
import { noonOf, visitingHalfDays, visitingHours, type ProgrammeDay } from '$lib/domain/calendar';
import { charterNumbers } from '$lib/domain/charter';
import type { Company } from '$lib/domain/company';
import type { Dossier } from '$lib/domain/dossier';
import { withPapersHeld } from '$lib/domain/paperwork';
import type { Participant } from '$lib/domain/participant';
import { MEETING, type PlanTravel } from '$lib/domain/plan';
import type { RallySettings } from '$lib/domain/rally';
import { USUAL_SPREAD } from '$lib/domain/scenario/what-if';
import { countedSector } from '$lib/domain/sector';
import { crowFlies } from '$lib/geo/crow-flies';
import { estimatedMinutes } from '$lib/geo/travel-times';
import { problemOn, type Crewed, type Ground } from '$lib/solver/hand/ground';
import type { Problem } from '$lib/solver/problem';
import { comfortDefaults } from '$lib/solver/problem';
import type { Lock, TeamFormingProblem } from '$lib/solver/teams/form-teams';
import { locate } from '../../geocoding/communes';

/** What a minute to spare is worth when some are sought: three of waiting, which is what they are. */
const TIGHT = 3;

/** Companies that a plan can visit: confirmed, situated, with starts. */
export const plannable = ({ companies }: Pick<Dossier, 'companies'>): Company[] =>
	companies.filter(({ state, position }) => state === 'confirmed' && position !== null);

export const visitedDays = ({ rally }: Pick<Dossier, 'rally'>): ProgrammeDay[] =>
	rally.programme.filter((day) => visitingHours(day) !== null);

/** Who rides together, put as the team-forming problem. Statuses have no part in it. */
export function teamFormingOf(dossier: Dossier, locks: Lock[] = []): TeamFormingProblem {
	const { rally, participants, vehicles, accompanists } = withPapersHeld(dossier);
	const halfDays = visitingHalfDays(rally.programme).map(({ key }) => key);
	const there = ({ absences }: { absences: string[] }) => halfDays.filter((half) => !absences.includes(half));
	const enrolled = participants.filter(({ state }) => state === 'confirmed');
	const numbers = charterNumbers(rally);
	return {
		halfDays,
		participants: enrolled.map((person) => ({
			id: person.id,
			halfDays: there(person),
			gender: person.gender,
			ageBand: person.ageBand,
			formerSector: person.formerSector,
			prescriber: person.prescriber || null,
			home: homeOf(person, rally),
			needs: person.needs,
			backBy: person.backBy,
			together: person.together,
			apart: person.apart
		})),
		vehicles: vehicles.map((vehicle) => ({ id: vehicle.id, seats: vehicle.seats, wheelchairPlaces: vehicle.wheelchairPlaces, halfDays: there(vehicle) })), // prettier-ignore
		accompanists: accompanists.map((person) => ({
			id: person.id,
			drives: person.drives,
			halfDays: there(person)
		})),
		hosts: plannable(dossier)
			.filter(({ slots }) => slots.length > 0)
			.map((company) => {
				const door = doorOf(company, { participants: enrolled, accompanists });
				return {
					id: company.id,
					people: company.peopleAtOnce,
					teamsAtOnce: company.teamsAtOnce,
					visitsMax: company.visitsMax,
					refuses: door.people,
					refusesAccompanists: door.accompanists
				};
			}),
		locks,
		size: numbers.teamSize,
		visitsOwed: numbers.visitsPerParticipant.min,
		endsAt: Math.max(0, ...visitedDays(dossier).map((day) => visitingHours(day)!.end))
	};
}

/** Where somebody lives, as far as the commune tells, and how long from there to the meeting point. */
function homeOf(person: Participant, { meetingPoint, settings }: Dossier['rally']) {
	const home = locate(person);
	if (!home || !meetingPoint?.position) return null;
	const minutes = estimatedMinutes(crowFlies(home.position, meetingPoint.position), settings.terrain);
	return { place: home.insee, minutes };
}

/** Who visits whom and when, put as an equipage-problem/1. Place 0 is the meeting point, then the companies in order. */
export const problemOfRally = (
	dossier: Dossier,
	teams: readonly Crewed[],
	travel: PlanTravel,
	companies = plannable(dossier)
): Problem => problemOn(groundOf(dossier, travel, companies), teams);

/** The same before the teams are known. */
export function groundOf(dossier: Dossier, travel: PlanTravel, companies = plannable(dossier)): Ground {
	const { rally, participants, vehicles, accompanists } = dossier;
	const { settings } = rally;
	const days = visitedDays(dossier);
	const places = [MEETING, ...companies.map(({ id }) => id)].map((id) => travel.ids.indexOf(id));
	const { visitsPerParticipant } = charterNumbers(rally);
	const problem: Problem = {
		format: 'equipage-problem/1',
		name: rally.title,
		days: days.map((day) => {
			const { start, end } = visitingHours(day)!;
			const wholeDay = day.morning === 'visits' && day.afternoon === 'visits';
			return { start, end, from: 0, to: 0, maxVisits: 6, lunch: wholeDay ? day.lunch : null };
		}),
		travel: places.map((from) => places.map((to) => travel.minutes[from]![to]!)),
		buffer: settings.bufferMinutes,
		companies: companies.map((company, i) => ({
			id: company.id,
			place: i + 1,
			sector: countedSector(company, settings.nomenclature),
			minutes: company.visitMinutes ?? settings.visitMinutes,
			starts: startsOf(company, days, settings),
			teamsAtOnce: company.teamsAtOnce,
			people: company.peopleAtOnce,
			visits: [company.visitsMin, company.visitsMax],
			turnaround: company.turnaroundMinutes,
			hiring: company.hiring,
			excludes: []
		})),
		teams: [],
		rules: {
			visits: [visitsPerParticipant.min, visitsPerParticipant.max],
			visitsPerDay: 1,
			sectors: settings.minSectors,
			spread: USUAL_SPREAD
		},
		comfort: {
			...comfortDefaults,
			tight: settings.spareMinutes > 0 ? TIGHT : 0,
			tightUnder: settings.spareMinutes
		},
		pins: [],
		published: null,
		now: null
	};
	return {
		problem,
		doors: Object.fromEntries(companies.map((company) => [company.id, doorOf(company, dossier)])),
		absences: Object.fromEntries([...vehicles, ...accompanists].map(({ id, absences }) => [id, absences])),
		backBy: Object.fromEntries(
			participants.flatMap(({ id, backBy }) => (backBy === null ? [] : [[id, backBy] as const]))
		),
		noons: days.map((day) => ({ date: day.date, noon: noonOf(day) }))
	};
}

/** A window cut into starts: visits begin and end within it, on the rally's grid. */
function startsOf(
	{ slots, visitMinutes }: Company,
	days: ProgrammeDay[],
	{ startGrid, visitMinutes: usual }: RallySettings
): [number, number][] {
	const minutes = visitMinutes ?? usual;
	const starts = slots.flatMap(({ date, from, to }): [number, number][] => {
		const day = days.findIndex((of) => of.date === date);
		if (day < 0) return [];
		const fitting = Math.floor((to - minutes - from) / startGrid) + 1;
		return Array.from({ length: Math.max(0, fitting) }, (_, i) => [day, from + i * startGrid]);
	});
	return [...new Map(starts.map((start) => [start.join(), start])).values()];
}

/** Whom a host's own rules leave out: papers, age, step-free access, its own people among the accompanists. */
export const doorOf = (
	company: Company,
	{ participants, accompanists }: Pick<Dossier, 'participants' | 'accompanists'>
): Ground['doors'][string] => ({
	people: participants.filter((person) => !admits(company, person)).map(({ id }) => id),
	accompanists: accompanists
		.filter(({ employerCompanyId }) => employerCompanyId === company.id)
		.map(({ id }) => id)
});
