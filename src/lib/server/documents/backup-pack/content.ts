import { accompanistName } from '$lib/domain/accompanist';
import { listed, plural } from '$lib/domain/french';
import { wearInWords, welcomeOf } from '$lib/domain/hosting';
import { shownName } from '$lib/domain/participant';
import { attendanceSheets, type AttendanceSheet } from '../attendance/content';
import { callList, type CallList } from '../call-list/content';
import { teamsInOrder, visitedCompanies, type Ground } from '../ground';
import { logbooks, type Logbook } from '../logbook/content';
import { missionOrders, type MissionOrder } from '../mission-order/content';
import { letterhead, type Letterhead } from '../paper/letterhead';
import type { MapBackground } from '../paper/map/chart';
import { wallPlan, type WallPlan } from '../planning/content';
import { addressOf } from '../road-book/address';
import { roadBooks, type RoadBook } from '../road-book/content';
import type { DistanceOf } from '../travel/legs';

export interface BackupPackInput extends Ground, MapBackground {
	organization: string;
	/** Addresses of the teams' pages, by team id. */
	links: ReadonlyMap<string, string>;
	distanceOf: DistanceOf;
}

/** Everything with which the day can be led by hand, without screen or network. */
export interface BackupPack {
	letterhead: Letterhead;
	title: string;
	organizer: { name: string; phone: string };
	emergency: string[];
	crews: Crew[];
	contacts: ContactGroup[];
	safety: Safety[];
	wall: WallPlan;
	books: RoadBook[];
	calls: CallList;
	attendance: AttendanceSheet[];
	missions: MissionOrder[];
	logs: Logbook[];
	forms: BlankForm[];
}

export interface Crew {
	letter: string;
	vehicle: string;
	crew: string;
	members: string;
	count: string;
}
export interface ContactGroup {
	title: string;
	people: { name: string; role: string; phone: string }[];
}
export interface Safety {
	company: string;
	address: string;
	says: string;
}
/** A table with its head, to be filled in by hand. */
export interface BlankForm {
	title: string;
	intro: string;
	columns: { title: string; share: number }[];
	rows: number;
}

export function backupPack(input: BackupPackInput): BackupPack {
	const { rally, plan } = input;
	return {
		letterhead: letterhead(rally, plan, input.logo, input.check?.()),
		title: 'Dossier de secours',
		organizer: { name: rally.contactName, phone: rally.contactPhone },
		emergency: [
			'Danger ou blessure\u00a0: le 15 (SAMU) ou le 112. Incendie\u00a0: le 18. Par SMS, pour qui n’entend pas\u00a0: le 114.',
			'Puis l’organisation, qui prévient les entreprises suivantes.'
		],
		crews: crewsOf(input),
		contacts: contactsOf(input),
		safety: visitedCompanies(input).map((company) => ({
			company: company.name,
			address: addressOf(company),
			says: [
				wearInWords(company) && `À porter\u00a0: ${wearInWords(company)}.`,
				company.safetyNote.trim(),
				company.requiresIdPaper ? 'Pièce d’identité demandée à l’entrée.' : '',
				company.parkingNote.trim() && `Se garer\u00a0: ${company.parkingNote.trim()}`
			]
				.filter(Boolean)
				.join(' ')
		})),
		wall: wallPlan(input),
		books: roadBooks(input),
		calls: callList(input, 1),
		attendance: attendanceSheets(input, { by: 'rally' }),
		missions: missionOrders(input),
		logs: logbooks(input),
		forms
	};
}

function crewsOf(input: Ground): Crew[] {
	const named = (id: string | null) => input.accompanists.find((one) => one.id === id);
	return teamsInOrder(input).map((team) => {
		const vehicle = input.vehicles.find(({ id }) => id === team.vehicleId);
		const members = team.memberIds.flatMap((id) => input.participants.filter((one) => one.id === id));
		const crew = [...new Set([team.accompanistId, team.driverId])].flatMap((id) => {
			const person = named(id);
			return person ? [[accompanistName(person), person.phone].filter(Boolean).join(' ')] : [];
		});
		return {
			letter: team.letter,
			vehicle: vehicle ? [vehicle.name, vehicle.plate].filter(Boolean).join(', ') : 'à désigner',
			crew: crew.length > 0 ? crew.join('\n') : 'à désigner',
			members: listed(members.map(shownName)),
			count: plural(team.memberIds.length, 'personne')
		};
	});
}

function contactsOf(input: Ground): ContactGroup[] {
	const { rally, plan } = input;
	const riding = new Map<string, string[]>();
	for (const { letter, accompanistId, driverId } of teamsInOrder({ plan }))
		for (const id of new Set([accompanistId, driverId]))
			if (id) riding.set(id, [...(riding.get(id) ?? []), letter]);
	return [
		{
			title: 'Organisation',
			people: [{ name: rally.contactName || 'à préciser', role: '', phone: rally.contactPhone }]
		},
		{
			title: 'Accompagnement et conduite',
			people: input.accompanists.map((person) => ({
				name: accompanistName(person),
				role: riding.has(person.id) ? `équipe ${listed(riding.get(person.id)!)}` : 'sans équipe\u00a0: peut remplacer', // prettier-ignore
				phone: person.phone
			}))
		},
		{
			title: 'Entreprises visitées',
			people: visitedCompanies(input).map((company) => ({
				name: company.name,
				role: welcomeOf(company).name,
				phone: welcomeOf(company).phone
			}))
		}
	].filter(({ people }) => people.length > 0);
}

/** Columns of a form: their titles, each with its share of the width. */
const columns = (shares: Record<string, number>): BlankForm['columns'] =>
	Object.entries(shares).map(([title, share]) => ({ title, share }));

/** What is noted by hand when the phones are silent, then typed in. */
const forms: BlankForm[] = [
	{
		title: 'Qui est parti, qui est arrivé',
		intro: 'À chaque appel d’une équipe\u00a0: l’heure, le nombre de personnes dans la voiture.',
		columns: columns({
			Équipe: 0.1,
			Entreprise: 0.34,
			Arrivée: 0.12,
			Départ: 0.12,
			Personnes: 0.12,
			Remarque: 0.2
		}),
		rows: 16
	},
	{
		title: 'Absences et changements d’équipe',
		intro: 'Une ligne par personne\u00a0; qui accompagne les deux équipes est prévenu.',
		columns: columns({
			Personne: 0.26,
			Quand: 0.14,
			'De l’équipe': 0.12,
			'À l’équipe': 0.12,
			Excusée: 0.1,
			Remarque: 0.26
		}),
		rows: 14
	},
	{
		title: 'Incidents',
		intro: 'Ce qui s’est passé, qui a été prévenu. Rien de la santé ni de la situation d’une personne.',
		columns: columns({
			Heure: 0.1,
			Équipe: 0.1,
			'Ce qui s’est passé': 0.4,
			'Ce qui a été fait, qui est prévenu': 0.4
		}),
		rows: 10
	}
];
