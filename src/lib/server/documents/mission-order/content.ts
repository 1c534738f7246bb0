import { accompanistName, type Accompanist } from '$lib/domain/accompanist';
import type { Company } from '$lib/domain/company';
import type { Declaration } from '$lib/domain/declaration';
import { clock, fullDate, longDate, plural, typeset } from '$lib/domain/french';
import { teamDays } from '$lib/domain/itinerary';
import type { Plan, PlannedTeam } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';
import { teamIndex } from '$lib/domain/team';
import { seatsInWords, vehicleOwners, type Vehicle } from '$lib/domain/vehicle';
import { letterhead, type CheckOf, type Letterhead, type Logo } from '../paper/letterhead';
import { kilometres, legsOf, totalOf, type DistanceOf } from '../travel/legs';

export interface MissionOrderInput {
	rally: Rally;
	plan: Plan;
	companies: readonly Company[];
	vehicles: readonly Vehicle[];
	accompanists: readonly Accompanist[];
	distanceOf: DistanceOf;
	/** Who sends them out. */
	organization: string;
	logo?: Logo;
	check?: CheckOf;
}

export interface Said {
	label: string;
	value: string;
}

export interface MissionOrder {
	letterhead: Letterhead;
	title: string;
	letter: string;
	/** Who is sent, for whom, to do what. */
	person: Said[];
	vehicle: Said[];
	days: MissionDay[];
	/** « environ 92 km en tout » */
	total: string;
	/** What to do and not to do on the way; nothing for who only drives. */
	briefing: string[];
	/** Lines left to be filled by hand. */
	blanks: string[];
}

export interface MissionDay {
	title: string;
	hours: string;
	/** Places in order, from and back to the meeting point. */
	way: string;
	kilometres: string;
}

/** One order for each person a team takes along: who accompanies, and who drives if it is somebody else. */
export function missionOrders(input: MissionOrderInput): MissionOrder[] {
	const teams = [...input.plan.teams].sort((a, b) => teamIndex(a.letter) - teamIndex(b.letter));
	return teams.flatMap((team) =>
		[...new Set([team.accompanistId, team.driverId])].flatMap((id) => {
			const person = input.accompanists.find((of) => of.id === id);
			return person ? [missionOrder(input, team, person)] : [];
		})
	);
}

function missionOrder(input: MissionOrderInput, team: PlannedTeam, person: Accompanist): MissionOrder {
	const { rally, plan, organization } = input;
	const vehicle = input.vehicles.find(({ id }) => id === team.vehicleId) ?? null;
	const drives = (team.driverId ?? team.accompanistId) === person.id;
	const accompanies = team.accompanistId === person.id;
	const days = teamDays(plan, team, rally.programme).map((day) => ({ day, legs: legsOf(day, input) }));
	const total = totalOf(days.flatMap(({ legs }) => legs));
	return {
		letterhead: letterhead(rally, plan, input.logo, input.check?.(team.letter)),
		title: 'Ordre de mission',
		letter: team.letter,
		person: said([
			['Personne', accompanistName(person)],
			['Employeur', person.employer],
			['Missionnée par', organization],
			['Mission', missionOf({ team, drives, accompanies })],
			['Permis de conduire', drives ? declared(person.licence) : '']
		]),
		vehicle: vehicle
			? said([
					['Véhicule', [vehicle.name, vehicle.plate].filter(Boolean).join(', ')],
					['Places', seatsInWords(vehicle.seats)],
					['Propriétaire', vehicle.ownerName || vehicleOwners[vehicle.owner]],
					['Assurance', declared(vehicle.insurance)],
					['Contrôle technique', declared(vehicle.inspection)]
				])
			: said([['Véhicule', 'à désigner']]),
		days: days.map(({ day, legs }) => ({
			title: longDate(day.day.date),
			hours: `Départ à ${clock(day.departure)}, retour vers ${clock(day.back)}`,
			way: [legs[0]?.from, ...legs.map(({ to }) => to)].filter(Boolean).join(' → '),
			kilometres: kilometres(totalOf(legs))
		})),
		total: total ? `${kilometres(total)} en tout` : '',
		briefing: accompanies ? briefingOf(rally) : [],
		blanks: ['Fait à', 'Le', 'Pour la structure, nom et signature', 'La personne missionnée, signature']
	};
}

function briefingOf({ contactName, contactPhone }: Rally): string[] {
	const organizer = [contactName || 'l’organisation', contactPhone].filter(Boolean).join(', ');
	return [
		'Comptez les personnes à chaque départ\u00a0; faites signer l’émargement, matin et après-midi.',
		`Retard, absence, porte close\u00a0: prévenez ${organizer}, qui appelle la suite.`,
		'Respectez la tenue et les consignes de chaque entreprise. C’est une découverte, pas un entretien d’embauche.',
		'Ne dites rien de la situation des personnes, ni aux entreprises ni à l’équipe.',
		'Danger ou blessure\u00a0: le 15 ou le 112 d’abord.'
	];
}

const said = (lines: [label: string, value: string][]): Said[] =>
	lines.filter(([, value]) => value).map(([label, value]) => ({ label, value }));

function missionOf({
	team,
	drives,
	accompanies
}: {
	team: PlannedTeam;
	drives: boolean;
	accompanies: boolean;
}) {
	const what = [accompanies ? 'accompagner' : '', drives ? 'conduire' : ''].filter(Boolean).join(' et ');
	const people = plural(team.memberIds.length, 'participant');
	return `${what.charAt(0).toUpperCase()}${what.slice(1)} l’équipe ${team.letter} (${people}) chez les entreprises ci-dessous`;
}

/** « déclarée le 3 mai 2027 par Sandrine Faure, jusqu’au … »; what nobody declared is to be filled in by hand. */
function declared(declaration: Declaration | null): string {
	if (!declaration) return typeset('non déclaré : ………………………………………');
	const { until, by, on } = declaration;
	return `déclaré le ${fullDate(on)} par ${by}${until ? `, valable jusqu’au ${fullDate(until)}` : ''}`;
}
