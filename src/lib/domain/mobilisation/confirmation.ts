import type { IsoDate } from '../calendar';
import { clock, longDate, plural } from '../french';
import type { Company, Slot } from '../company';
import type { Rally } from '../rally';

/** A visit as its host needs it: when, how many. Who comes is not said. */
export interface AnnouncedVisit {
	date: IsoDate;
	start: number;
	end: number;
	/** Participants and those who ride with them. */
	people: number;
}

export interface ConfirmationFacts {
	rally: Pick<Rally, 'title' | 'contactName' | 'contactPhone' | 'settings' | 'closing'>;
	organization: string;
	company: Pick<
		Company,
		| 'name'
		| 'contactName'
		| 'slots'
		| 'visitMinutes'
		| 'peopleAtOnce'
		| 'teamsAtOnce'
		| 'arrivalNote'
		| 'safetyNote'
		| 'requiresIdPaper'
		| 'minAge'
	>;
	/** Visits of the plan in force; empty before it is published. */
	visits: readonly AnnouncedVisit[];
}

export interface Letter {
	subject: string;
	body: string;
}

/** The confirmation to send to a host: hours and head-counts of the plan in force, else the slots it offered. */
export function confirmationLetter({ rally, organization, company, visits }: ConfirmationFacts): Letter {
	const length = company.visitMinutes ?? rally.settings.visitMinutes;
	const when =
		visits.length > 0
			? ['Vous recevrez :', ...visits.map(visitLine)]
			: company.slots.length > 0
				? [
						'Vous nous avez proposé :',
						...company.slots.map(slotLine),
						`Une visite dure environ ${length} minutes, pour ${plural(company.peopleAtOnce, 'participant')} au plus à la fois${company.teamsAtOnce > 1 ? ` (${company.teamsAtOnce} équipes ensemble)` : ''}, accompagnateurs en plus. Les heures précises vous seront confirmées dès que le planning sera publié.`
					]
				: ['Il nous reste à fixer ensemble les heures de la visite.'];
	const conditions = [
		company.safetyNote && `Tenue et sécurité : ${company.safetyNote}`,
		company.requiresIdPaper && 'Une pièce d’identité sera présentée à l’entrée.',
		company.minAge !== null && `Âge minimum : ${company.minAge} ans.`,
		company.arrivalNote && `Arrivée : ${company.arrivalNote}`
	].filter((line): line is string => Boolean(line));
	return {
		subject: `${rally.title} : votre accueil est confirmé`,
		body: [
			`Bonjour${company.contactName ? ` ${company.contactName}` : ''},`,
			`Merci d’ouvrir les portes de ${company.name} pour « ${rally.title} ».`,
			when.join('\n'),
			...(conditions.length > 0
				? [['Nous avons noté :', ...conditions.map((line) => `- ${line}`)].join('\n')]
				: []),
			'La visite fait découvrir vos métiers ; ce n’est pas un entretien d’embauche.',
			...(rally.closing
				? [
						`Vous êtes invité·e à la clôture, le ${longDate(rally.closing.date)} à ${clock(rally.closing.start)}${rally.closing.place.label ? `, ${rally.closing.place.label}` : ''}.`
					]
				: []),
			`Un changement, une question : ${[rally.contactName, rally.contactPhone].filter(Boolean).join(', ') || organization}.`,
			`${organization}`
		].join('\n\n')
	};
}

const visitLine = ({ date, start, end, people }: AnnouncedVisit): string =>
	`- ${longDate(date)}, de ${clock(start)} à ${clock(end)} : ${plural(people, 'personne')}, accompagnement compris`;

const slotLine = ({ date, from, to }: Slot): string =>
	`- ${longDate(date)}, de ${clock(from)} à ${clock(to)}`;
