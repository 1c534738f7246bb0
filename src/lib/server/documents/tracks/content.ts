import type { IsoDate, Minutes } from '$lib/domain/calendar';
import { clock, dayAndMonth } from '$lib/domain/french';
import { teamDays } from '$lib/domain/itinerary';
import type { PlannedTeam } from '$lib/domain/plan';
import type { Position } from '$lib/domain/rally';
import type { Ground } from '../ground';
import { addressOf } from '../road-book/address';

/** A team's days as points in their order: no name of a person, no number. */
export interface TeamTrack {
	title: string;
	letter: string;
	version: number;
	madeOn: Date;
	days: TrackDay[];
}

export interface TrackDay {
	date: IsoDate;
	/** « Équipe A, mardi 8 juin » */
	name: string;
	/** From the meeting point and back to it, where it is placed; a host that nobody placed is left out. */
	points: TrackPoint[];
	/** Hosts without a position, by name. */
	unplaced: string[];
}

export interface TrackPoint {
	kind: 'meeting' | 'visit';
	name: string;
	at: Position;
	from: Minutes;
	/** « Visite de 9 h 05 à 10 h 05, 12 rue des Forges, 07200 Aubenas » */
	says: string;
	/** Known only by its commune's centre. */
	approximate: boolean;
}

export function teamTrack(
	{ rally, plan, companies }: Pick<Ground, 'rally' | 'plan' | 'companies'>,
	team: PlannedTeam
): TeamTrack {
	const place = rally.meetingPoint;
	const meeting = (from: Minutes, says: string): TrackPoint[] =>
		place?.position
			? [
					{
						kind: 'meeting',
						name: place.label || 'Point de rendez-vous',
						at: place.position,
						from,
						says: [says, addressOf(place)].filter(Boolean).join(', '),
						approximate: place.precision === 'commune'
					}
				]
			: [];
	return {
		title: rally.title.trim(),
		letter: team.letter,
		version: plan.number,
		madeOn: plan.createdAt,
		days: teamDays(plan, team, rally.programme).map(({ day, departure, back, steps }) => {
			const visits = steps.flatMap((step) => {
				if (step.kind !== 'visit') return [];
				const company = companies.find(({ id }) => id === step.visit.companyId);
				return company ? [{ ...step, company }] : [];
			});
			const stops = visits.flatMap(({ company, from, to }): TrackPoint[] => {
				const at = company.entrance ?? company.position;
				if (!at) return [];
				const hours = `Visite de ${clock(from)} à ${clock(to)}`;
				const says = [hours, addressOf(company)].filter(Boolean).join(', ');
				const approximate = company.entrance === null && company.precision === 'commune';
				return [{ kind: 'visit', name: company.name, at, from, says, approximate }];
			});
			return {
				date: day.date,
				name: `Équipe ${team.letter}, ${dayAndMonth(day.date)}`,
				points: [
					...meeting(departure, `Départ à ${clock(departure)}`),
					...stops,
					...meeting(back, `Retour vers ${clock(back)}`)
				],
				unplaced: visits
					.filter(({ company }) => !(company.entrance ?? company.position))
					.map(({ company }) => company.name)
			};
		})
	};
}
