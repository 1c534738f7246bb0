import type { Accompanist } from '$lib/domain/accompanist';
import { halfDayKinds, type ProgrammeDay } from '$lib/domain/calendar';
import type { Company } from '$lib/domain/company';
import { clock, longDate, plural } from '$lib/domain/french';
import { teamDays, type TeamDay } from '$lib/domain/itinerary';
import type { Participant } from '$lib/domain/participant';
import type { Plan, PlannedTeam } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';
import { teamIndex } from '$lib/domain/team';
import type { Vehicle } from '$lib/domain/vehicle';
import { letterhead, type Letterhead, type Logo } from '../paper/letterhead';
import type { Chart, MapBackground } from '../paper/map/chart';
import { addressOf } from './address';
import { dayChart } from './chart';
import { crewOf, membersOf, vehicleOf, type Contact } from './crew';
import { dayLines, type DayLine } from './lines';

export interface RoadBookInput extends MapBackground {
	rally: Rally;
	plan: Plan;
	team: PlannedTeam;
	companies: readonly Company[];
	participants: readonly Participant[];
	vehicles: readonly Vehicle[];
	accompanists: readonly Accompanist[];
	/** The team's page, or null when none was opened. */
	link: string | null;
	logo?: Logo;
}

export interface RoadBook {
	letterhead: Letterhead;
	title: string;
	letter: string;
	/** « Équipe A » */
	teamName: string;
	territory: string;
	/** Names as shown, nothing else: a road book is left on a car seat. */
	members: string[];
	vehicle: string;
	crew: Contact[];
	organizer: Contact;
	meeting: { label: string; address: string } | null;
	link: string | null;
	overview: OverviewDay[];
	days: RoadBookDay[];
	closing: string | null;
	emergency: string[];
	background: MapBackground;
}

export interface OverviewDay {
	day: string;
	/** « Départ à 8 h 35, retour vers 17 h » or what is done instead of visits. */
	says: string;
	companies: string[];
}

export interface RoadBookDay {
	title: string;
	departure: string;
	back: string;
	/** « 4 visites · 1 h 25 de route » */
	summary: string;
	/** What the half-days without visits are for. */
	programme: string;
	lines: DayLine[];
	chart: Chart;
	/** Names under which to take notes. */
	noteTitles: string[];
}

/** Everything the road book of one team says, with no word about where it stands on the page. */
export function roadBook(input: RoadBookInput): RoadBook {
	const { rally, plan, team } = input;
	const days = teamDays(plan, team, rally.programme);
	const organizer = { role: 'Organisation', name: rally.contactName, phone: rally.contactPhone };
	return {
		letterhead: letterhead(rally, plan, input.logo),
		title: `Carnet de route — équipe ${team.letter}`,
		letter: team.letter,
		teamName: `Équipe ${team.letter}`,
		territory: rally.territory,
		members: membersOf(team, input.participants),
		vehicle: vehicleOf(team, input.vehicles),
		crew: crewOf(team, input),
		organizer,
		meeting: rally.meetingPoint && {
			label: rally.meetingPoint.label,
			address: addressOf(rally.meetingPoint)
		},
		link: input.link,
		overview: rally.programme.map((day) => overviewOf(day, days, input.companies)),
		days: days.map((day) => dayOf(day, input)),
		closing: closingOf(rally),
		emergency: emergencyOf(organizer),
		background: { outlines: input.outlines, labels: input.labels }
	};
}

export interface RoadBooksInput extends Omit<RoadBookInput, 'team' | 'link'> {
	/** Addresses of the teams' pages, by team id. */
	links: ReadonlyMap<string, string>;
}

/** The road books of all the teams, in the order of their letters. */
export const roadBooks = ({ links, ...input }: RoadBooksInput): RoadBook[] =>
	[...input.plan.teams]
		.sort((a, b) => teamIndex(a.letter) - teamIndex(b.letter))
		.map((team) => roadBook({ ...input, team, link: links.get(team.id) ?? null }));

const nameOf = (companies: readonly Company[], id: string): string =>
	companies.find((company) => company.id === id)?.name ?? 'Entreprise inconnue';

function overviewOf(day: ProgrammeDay, days: readonly TeamDay[], companies: readonly Company[]): OverviewDay {
	const title = longDate(day.date);
	const team = days.find((other) => other.day.date === day.date);
	if (!team) return { day: title, says: programmeOf(day) || 'Pas de visite', companies: [] };
	return {
		day: title,
		says: `Départ à ${clock(team.departure)}, retour vers ${clock(team.back)}`,
		companies: visitsOf(team).map((id) => nameOf(companies, id))
	};
}

const visitsOf = ({ steps }: TeamDay): string[] =>
	steps.flatMap((step) => (step.kind === 'visit' ? [step.visit.companyId] : []));

/** « matin : accueil · après-midi : restitution »; visits go without saying. */
const programmeOf = ({ morning, afternoon }: ProgrammeDay): string =>
	[
		morning === 'visits' || morning === 'free' ? '' : `matin\u00a0: ${halfDayKinds[morning].toLowerCase()}`,
		afternoon === 'visits' || afternoon === 'free'
			? ''
			: `après-midi\u00a0: ${halfDayKinds[afternoon].toLowerCase()}`
	]
		.filter(Boolean)
		.join(' · ');

function dayOf(day: TeamDay, input: RoadBookInput): RoadBookDay {
	const road = day.driving === 0 ? [] : [`${inHours(day.driving)} de route`];
	return {
		title: longDate(day.day.date),
		departure: clock(day.departure),
		back: clock(day.back),
		summary: [plural(visitsOf(day).length, 'visite'), ...road].join(' · '),
		programme: programmeOf(day.day),
		lines: dayLines(day, input),
		chart: dayChart(day, input),
		noteTitles: visitsOf(day).map((id, i) => `${i + 1}. ${nameOf(input.companies, id)}`)
	};
}

const inHours = (minutes: number): string => (minutes < 60 ? plural(minutes, 'minute') : clock(minutes));

function closingOf({ closing }: Rally): string | null {
	if (!closing) return null;
	const where = [closing.place.label, addressOf(closing.place)].filter(Boolean).join(', ');
	return `${longDate(closing.date)} à ${clock(closing.start)}${where ? `, ${where}` : ''}`;
}

const emergencyOf = ({ name, phone }: Contact): string[] => [
	phone
		? `Retard, panne, porte close, quelqu’un ne va pas bien\u00a0: appelez ${name || 'l’organisation'}, ${phone}.`
		: 'Retard, panne, porte close\u00a0: appelez l’organisation.',
	'Danger ou blessure\u00a0: le 15 (SAMU) ou le 112, avant tout autre appel.'
];
