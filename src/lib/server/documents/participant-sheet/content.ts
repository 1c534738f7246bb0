import { accompanistName } from '$lib/domain/accompanist';
import { halfDaysOf } from '$lib/domain/calendar';
import { capitalised, clock, dayAndMonth, listed, plural } from '$lib/domain/french';
import { safetyWear, worn } from '$lib/domain/hosting';
import { teamDays, type TeamDay } from '$lib/domain/itinerary';
import { shownName, type Participant } from '$lib/domain/participant';
import type { PlannedTeam } from '$lib/domain/plan';
import { ownStart, rallyOccasion } from '$lib/domain/reminder/reminder';
import { peopleOf, type BatchOrder, type Ground } from '../ground';
import { letterhead, type Letterhead } from '../paper/letterhead';
import type { Pictogram } from '../paper/pictograms';
import { addressOf } from '../road-book/address';

/** Short sentences, one idea each, in large type beside a picture: « facile à lire ». */
export interface ParticipantSheet {
	letterhead: Letterhead;
	/** As the person wants to be called. */
	name: string;
	letter: string | null;
	blocks: SheetBlock[];
	days: SheetDay[];
}

export interface SheetBlock {
	picture: Pictogram;
	title: string;
	says: string[];
}

export interface SheetDay {
	/** « Mardi 8 juin » */
	title: string;
	hours: string;
	stops: { at: string; says: string; picture: Pictogram }[];
}

export const participantSheets = (ground: Ground, order: BatchOrder = 'team'): ParticipantSheet[] =>
	peopleOf(ground, order).map(({ person, team }) => participantSheet(ground, person, team));

function participantSheet(ground: Ground, person: Participant, team: PlannedTeam | null): ParticipantSheet {
	const { rally, plan } = ground;
	// Somebody away for a whole day is told nothing of it.
	const programme = rally.programme.filter(({ date }) =>
		halfDaysOf(rally.programme).some(
			(half) => half.date === date && half.kind !== 'free' && !person.absences.includes(half.key)
		)
	);
	const days = team ? teamDays(plan, team, programme) : [];
	return {
		letterhead: letterhead(rally, plan, ground.logo, team && ground.check?.(team.letter)),
		name: shownName(person),
		letter: team?.letter ?? null,
		blocks: [
			...meetingBlocks(ground, person),
			...(team ? [teamBlock(ground, team)] : []),
			broughtBlock(ground, team),
			helpBlock(ground)
		],
		days: days.map((day) => dayOf(day, ground))
	};
}

/** When and where to come: the same words for the letter that asks people to come. */
export function meetingBlocks({ rally }: Ground, person: Participant): SheetBlock[] {
	const occasion = rallyOccasion(rally);
	const place = rally.meetingPoint;
	const start = occasion && ownStart(person, occasion, rally.programme);
	return [
		...(start
			? [
					{
						picture: 'calendar' as const,
						title: 'Quand venir',
						says: [`${capitalised(dayAndMonth(start.date))}, à ${clock(start.start)}.`]
					}
				]
			: []),
		{
			picture: 'place',
			title: 'Où venir',
			says: place
				? [[place.label, addressOf(place)].filter(Boolean).join(', ') + '.']
				: ['L’organisation vous dira où.']
		}
	];
}

function teamBlock({ accompanists, vehicles }: Ground, team: PlannedTeam): SheetBlock {
	const accompanist = accompanists.find(({ id }) => id === team.accompanistId);
	const vehicle = vehicles.find(({ id }) => id === team.vehicleId);
	return {
		picture: 'people',
		title: `Votre équipe est l’équipe ${team.letter}`,
		says: [
			`Vous êtes ${plural(team.memberIds.length, 'personne')}.`,
			...(accompanist ? [`${accompanistName(accompanist)} vous accompagne.`] : []),
			...(vehicle ? [`Vous roulez ensemble\u00a0: ${vehicle.name}.`] : [])
		]
	};
}

/** What the hosts of that team ask for and do not lend. */
export function broughtBlock({ companies }: Ground, team: PlannedTeam | null): SheetBlock {
	const hosts = companies.filter(({ id }) => team?.visits.some(({ companyId }) => companyId === id));
	const paper = hosts.some(({ requiresIdPaper }) => requiresIdPaper);
	const wear = new Set(hosts.flatMap((host) => worn(host).filter((item) => !host.wearLent.includes(item))));
	const items = (Object.keys(safetyWear) as (keyof typeof safetyWear)[]).filter((item) => wear.has(item));
	return {
		picture: 'bag',
		title: 'Ce qu’il faut apporter',
		says: [
			...(paper ? ['Votre pièce d’identité.'] : []),
			...(items.length > 0
				? [`Pour entrer dans les entreprises\u00a0: ${listed(items.map((item) => safetyWear[item]))}.`]
				: ['Des chaussures fermées et confortables.']),
			'De quoi écrire, et de l’eau.'
		]
	};
}

const helpBlock = ({ rally }: Ground): SheetBlock => ({
	picture: 'phone',
	title: 'Un problème\u202f? Appelez',
	says: [[rally.contactName || 'L’organisation', rally.contactPhone].filter(Boolean).join('\u00a0: ')]
});

function dayOf({ day, departure, back, steps }: TeamDay, { companies }: Ground): SheetDay {
	return {
		title: capitalised(dayAndMonth(day.date)),
		hours: `La voiture part à ${clock(departure)}. Retour vers ${clock(back)}.`,
		stops: steps.flatMap((step): SheetDay['stops'] => {
			if (step.kind === 'lunch') return [{ at: clock(step.from), says: 'Repas', picture: 'meal' }];
			if (step.kind !== 'visit') return [];
			const company = companies.find(({ id }) => id === step.visit.companyId);
			const name = company?.name ?? 'Une entreprise';
			const says = company?.commune ? `${name}, à ${company.commune}` : name;
			return [{ at: clock(step.from), says, picture: 'building' }];
		})
	};
}
