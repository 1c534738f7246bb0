import { halfDayInWords, clock, dateRange, dayAndMonth, listed, plural } from '../french';
import type { Slot } from '../company';
import type { Rally } from '../rally';

export interface ScriptFacts {
	rally: Pick<Rally, 'title' | 'territory' | 'programme' | 'contactPhone' | 'settings'>;
	organization: string;
	/** Who calls. */
	caller: string;
	/** Whom one asks for; '' when nobody is known. */
	contact: string;
	introducedBy: string;
	/** Companies that agreed to be named, the nearest first. */
	references: string[];
	/** Public partners of the rally. */
	partners: string[];
	/** The hours to ask for, when the plan says which. */
	asked: { halfDay: string; slot: Slot } | null;
	/** People of a team, with their accompanist. */
	headCount: number;
	/** To be written rather than said. */
	byMail: boolean;
}

export interface ScriptPart {
	title: string;
	says: string[];
}

/** What to say on the phone, in order, with the names filled in. Sources: Ansa 2019, l. 154 (how to convince) and l. 424-427 (four ways to help). */
export function callScript(facts: ScriptFacts): ScriptPart[] {
	const { rally, organization, caller, contact, asked, headCount, byMail } = facts;
	const dates = rally.programme.map(({ date }) => date);
	const when = dates.length > 0 ? `, ${dateRange(dates[0]!, dates.at(-1)!)}` : '';
	const where = rally.territory ? ` sur le territoire ${quotedTerritory(rally.territory)}` : '';
	const minutes = rally.settings.visitMinutes;
	const length = minutes === 60 ? 'une heure' : `${minutes} minutes`;
	return [
		{
			title: 'Se présenter',
			says: [
				byMail
					? `Bonjour${contact ? ` ${contact}` : ''}, je suis ${caller}, de ${organization}.`
					: `Bonjour, ${caller} de ${organization}.${contact ? ` Je souhaite parler à ${contact}.` : ' Qui puis-je joindre au sujet de l’accueil de visiteurs ?'}`,
				...reference(facts)
			]
		},
		{
			title: 'Dire ce que c’est',
			says: [
				`Nous organisons « ${rally.title} »${where}${when}.`,
				`De petites équipes de personnes en recherche d’emploi, chacune avec un accompagnateur et une voiture, découvrent des entreprises de secteurs différents. Ce n’est ni un entretien d’embauche, ni une présentation de candidats : vous montrez vos métiers.`
			]
		},
		{
			title: 'Demander une visite',
			says: [
				`Pouvez-vous recevoir une équipe de ${plural(headCount, 'personne')}, accompagnateur compris, pendant ${length} ?`,
				asked
					? `Ce qui nous aiderait le plus : ${halfDayInWords(asked.halfDay)}, entre ${clock(asked.slot.from)} et ${clock(asked.slot.to)}. Pourriez-vous y recevoir plusieurs équipes l’une après l’autre ?`
					: `Quelles demi-journées vous conviennent${dates.length > 0 ? ` entre le ${dayAndMonth(dates[0]!)} et le ${dayAndMonth(dates.at(-1)!)}` : ''} ?`
			]
		},
		{
			title: 'Si ce n’est pas possible',
			says: [
				'Il y a d’autres façons d’aider : offrir des lots pour les équipes, faire un don, ou prêter une personne qui conduit une voiture une demi-journée (mécénat de compétences).',
				'Accepteriez-vous d’être une entreprise de réserve, si une autre se désiste ?'
			]
		},
		{
			title: byMail ? 'Pour finir' : 'Avant de raccrocher',
			says: [
				'À qui envoyer la confirmation, et comment préférez-vous être joint·e ?',
				'Y a-t-il une tenue à prévoir, une pièce d’identité à présenter, un âge minimum, des marches ? Où se garer ?',
				'Pouvons-nous dire aux autres entreprises que vous participez ?',
				`${rally.contactPhone ? `Pour toute question : ${rally.contactPhone}. ` : ''}Merci, vous recevez la confirmation par écrit.`
			]
		}
	];
}

function reference({ introducedBy, references, partners, byMail }: ScriptFacts): string[] {
	const lines: string[] = [];
	if (introducedBy)
		lines.push(`${byMail ? 'Je vous écris' : 'Je vous appelle'} de la part de ${introducedBy}.`);
	if (references.length > 0)
		lines.push(
			`${listed(references.slice(0, 3))} ${references.length === 1 ? 'reçoit déjà une équipe' : 'reçoivent déjà une équipe'}.`
		);
	if (partners.length > 0) lines.push(`Le rallye est préparé avec ${listed(partners.slice(0, 3))}.`);
	return lines;
}

const quotedTerritory = (territory: string): string => `« ${territory} »`;
