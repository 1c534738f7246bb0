import { tradesSeen } from '$lib/domain/rome/rome';
import type { Company } from '$lib/domain/company';
import { capitalised, clock, longDate, plural, typeset } from '$lib/domain/french';
import { hostVisits, type HostVisit } from '$lib/domain/host-visits';
import { photosInWords, wearInWords, welcomeOf } from '$lib/domain/hosting';
import { addressOf } from '../road-book/address';
import { visitedCompanies, type BatchOrder, type Ground } from '../ground';
import { letterhead, type Letterhead } from '../paper/letterhead';

export interface HostSheetsInput extends Ground {
	/** Addresses of the companies' own pages, by company id. */
	hostLinks?: ReadonlyMap<string, string>;
}

/** What a company needs on the day: who comes when, how many. Numbers only, nobody's name but the organiser's. */
export interface HostSheet {
	letterhead: Letterhead;
	title: string;
	company: string;
	address: string;
	/** Who opens the door, as the company said. */
	welcome: string;
	visits: { day: string; hours: string; people: string; team: string }[];
	/** What it asked of those who come. */
	asked: { label: string; says: string }[];
	advice: string[];
	organizer: { name: string; phone: string };
	link: string | null;
}

export const hostSheets = (input: HostSheetsInput, order: BatchOrder = 'company'): HostSheet[] =>
	visitedCompanies(input, order).map((company) => hostSheet(input, company));

function hostSheet(input: HostSheetsInput, company: Company): HostSheet {
	const { rally, plan } = input;
	const { name, phone } = welcomeOf(company);
	const link = input.hostLinks?.get(company.id) ?? null;
	return {
		// Without a page of its own, whoever prepares the rally can still tell whether the sheet holds.
		letterhead: letterhead(rally, plan, input.logo, link ?? input.check?.()),
		title: 'Votre accueil',
		company: company.name,
		address: addressOf(company),
		welcome: [name, phone].filter(Boolean).join(', '),
		visits: hostVisits(plan, company.id).map((visit) => ({
			day: capitalised(longDate(visit.date)),
			hours: typeset(`de ${clock(visit.from)} à ${clock(visit.to)}`),
			people: comingWords(visit),
			team: teamsAt(input, company.id, visit)
		})),
		asked: [
			['Se garer', company.parkingNote],
			['Arrivée', company.arrivalNote],
			['À porter', wearInWords(company)],
			['Sécurité', company.safetyNote],
			['Papiers', company.requiresIdPaper ? 'Pièce d’identité demandée à l’entrée' : ''],
			['Photos', company.photos ? photosInWords[company.photos] : ''],
			['À voir', tradesSeen(company)]
		].flatMap(([label, says]) => (says!.trim() ? [{ label: label!, says: says!.trim() }] : [])),
		advice: [
			'Présentez l’entreprise, ses métiers et leurs conditions réelles, plutôt debout et sur place qu’en salle.',
			'Laissez du temps aux questions\u00a0: c’est une rencontre, pas un entretien d’embauche.',
			'Gardez l’heure de fin\u00a0: l’équipe est attendue ailleurs ensuite.'
		],
		organizer: { name: rally.contactName, phone: rally.contactPhone },
		link
	};
}

/** « 4 participants, 1 équipe ». Those who accompany come besides. */
const comingWords = ({ people, teams }: HostVisit): string =>
	teams > 1
		? `${plural(people, 'participant')}, ${plural(teams, 'équipe')}, avec leurs accompagnateurs`
		: `${plural(people, 'participant')}, et qui les accompagne`;

const teamsAt = ({ plan }: Ground, companyId: string, { date, from }: HostVisit): string =>
	plan.teams
		.filter(({ visits }) =>
			visits.some((visit) => visit.companyId === companyId && visit.date === date && visit.start === from)
		)
		.map(({ letter }) => letter)
		.sort()
		.join(', ');
