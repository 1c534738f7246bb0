import { clock, listed, plural } from '../domain/french';
import type { Shortage } from './explain/shortages';
import type { Finding, Obstacle } from './plan';
import type { TeamFinding } from './teams/problem';

/** What ids are called on screen. */
export interface Names {
	team(id: string): string;
	company(id: string): string;
	/** Of the problem's day, by index. */
	day(index: number): string;
}

const obstacles: Record<Obstacle, (count: number) => string> = {
	full: (n) => `${plural(n, 'entreprise n’a', 'entreprises n’ont')} plus de créneau libre`,
	'no-time': (n) =>
		`${plural(n, 'entreprise ne tient', 'entreprises ne tiennent')} pas dans les horaires avec la route et le repas`,
	rest: (n) => `${plural(n, 'entreprise irait', 'entreprises iraient')} sans la pause mise ce jour-là`,
	'most-visits-reached': (n) => `${plural(n, 'entreprise a', 'entreprises ont')} déjà toutes leurs visites`,
	'too-many-people': (n) =>
		`${plural(n, 'entreprise ne peut', 'entreprises ne peuvent')} pas recevoir autant de personnes`,
	excluded: (n) =>
		`${plural(n, 'entreprise ne peut', 'entreprises ne peuvent')} pas recevoir cette équipe (accès, âge, pièce d’identité ou employeur)`,
	'no-start': (n) => `${plural(n, 'entreprise n’a', 'entreprises n’ont')} pas de créneau utilisable`,
	'enough-visits': (n) => `${plural(n, 'entreprise serait', 'entreprises seraient')} de trop`
};

const advice: Partial<Record<Obstacle, string>> = {
	full: 'Demandez un créneau de plus, ou deux équipes à la fois, à une entreprise proche.',
	'no-time': 'Élargissez les horaires de la journée, ou demandez un créneau mieux placé.',
	rest: 'Déplacez la pause, raccourcissez-la, ou demandez un autre créneau.',
	'most-visits-reached': 'Demandez à une entreprise de recevoir une visite de plus.',
	'too-many-people': 'Formez de plus petites équipes, ou demandez plus de places.',
	excluded: 'Revoyez la composition de l’équipe ou les conditions d’entrée.',
	'no-start': 'Demandez leurs créneaux aux entreprises confirmées.'
};

/** A finding of a plan in French, with what to do about it. */
export function sentence(finding: Finding, names: Names): string {
	switch (finding.kind) {
		case 'visits-short': {
			const why = (Object.entries(finding.obstacles) as [Obstacle, number][]).sort(([, a], [, b]) => b - a);
			const reasons = why.map(([obstacle, count]) => obstacles[obstacle](count));
			const [most] = why;
			return `${names.team(finding.team)} fait ${plural(finding.visits, 'visite')} au lieu de ${finding.min}${reasons.length > 0 ? ` : ${listed(reasons)}` : ''}.${most && advice[most[0]] ? ` ${advice[most[0]]}` : ''}`;
		}
		case 'sectors-short':
			return `${names.team(finding.team)} découvre ${plural(finding.sectors, 'secteur')} au lieu de ${finding.min}. Confirmez des entreprises d’autres secteurs, ou baissez ce minimum dans les réglages.`;
		case 'day-without-visit':
			return `${names.team(finding.team)} n’a aucune visite le ${names.day(finding.day)}. Demandez un créneau ce jour-là à une entreprise proche.`;
		case 'company-short':
			return finding.starts === 0
				? `${names.company(finding.company)} est confirmée mais n’a aucun créneau dans les heures de visite : demandez-lui quand elle peut recevoir.`
				: `${names.company(finding.company)} reçoit ${plural(finding.visits, 'visite')} au lieu de ${finding.min} : aucune équipe ne peut y passer sans manquer autre chose. Demandez-lui un autre créneau, ou prévenez-la.`;
		case 'spread':
			return `Une équipe fait ${plural(finding.fewest, 'visite')} quand une autre en fait ${finding.most}.`;
		case 'pin-not-kept':
			return `Ce que vous aviez fixé pour ${names.team(finding.team)} chez ${names.company(finding.company)} n’a pas pu être tenu.`;
		case 'announced-visit-changed':
			return `La visite annoncée de ${names.team(finding.team)} chez ${names.company(finding.company)}, le ${names.day(finding.day)} à ${clock(finding.start)}, change.`;
	}
}

/** Whether a finding says that something could not be placed, rather than how it was. */
export const isUnplaced = ({ kind }: Finding): boolean =>
	kind === 'visits-short' || kind === 'company-short' || kind === 'day-without-visit';

export interface TeamNames {
	/** By index of the team. */
	team(index: number): string;
	person(id: string): string;
	halfDay(key: string): string;
}

/** A finding about the teams formed, in French. Says nobody's status. */
export function teamSentence(finding: TeamFinding, names: TeamNames): string {
	const halfDays = (keys: string[]) => listed(keys.map(names.halfDay));
	switch (finding.kind) {
		case 'team-size':
			return `${names.team(finding.team)} compte ${plural(finding.size, 'personne')} : la charte en demande ${finding.min} à ${finding.max}. Ajoutez ou retirez un véhicule et un accompagnateur.`;
		case 'no-vehicle':
			return `${names.team(finding.team)} n’a pas de véhicule : ajoutez-en un.`;
		case 'no-accompanist':
			return `${names.team(finding.team)} n’a pas d’accompagnateur : la charte en demande un par équipe.`;
		case 'no-driver':
			return `${names.team(finding.team)} n’a personne pour conduire : son accompagnateur ne conduit pas.`;
		case 'seats-short':
			return `${names.team(finding.team)} compte ${plural(finding.people, 'personne')} à bord pour ${plural(finding.seats, 'place')} : il faut un véhicule plus grand.`;
		case 'wheelchair-short':
			return `${names.team(finding.team)} a besoin de ${plural(finding.wanted, 'place adaptée', 'places adaptées')} et son véhicule en a ${finding.places}.`;
		case 'apart-broken':
			return `${listed(finding.people.map(names.person))} sont dans la même équipe malgré le souhait contraire.`;
		case 'together-broken':
			return `${listed(finding.people.map(names.person))} ne sont pas dans la même équipe malgré le souhait.`;
		case 'alone-of-gender':
			return `${names.person(finding.person)} est ${finding.gender === 'man' ? 'le seul homme' : finding.gender === 'woman' ? 'la seule femme' : 'une personne seule de son genre'} dans ${names.team(finding.team)}.`;
		case 'vehicle-away':
			return `Le véhicule de ${names.team(finding.team)} n’est pas là ${halfDays(finding.halfDays)}.`;
		case 'accompanist-away':
			return `L’accompagnateur de ${names.team(finding.team)} n’est pas là ${halfDays(finding.halfDays)}.`;
	}
}

export function shortageSentence(shortage: Shortage, names: Names): string {
	const { wanted, offered } = shortage;
	switch (shortage.kind) {
		case 'starts':
			return `Il faut ${plural(wanted, 'visite')} en tout et les entreprises confirmées peuvent en recevoir ${offered} : demandez des créneaux, ou acceptez des visites groupées.`;
		case 'companies':
			return `Il faut au moins ${plural(wanted, 'entreprise')} avec des créneaux et il y en a ${offered}.`;
		case 'sectors':
			return `Il faut au moins ${plural(wanted, 'secteur')} et les entreprises confirmées en couvrent ${offered}.`;
		case 'promised':
			return `${plural(wanted, 'visite promise', 'visites promises')} aux entreprises, et les équipes peuvent en faire ${offered} : gardez quelques entreprises en réserve.`;
		case 'starts-of-day':
			return `Le ${names.day(shortage.day)}, il faut ${plural(wanted, 'visite')} et les entreprises peuvent en recevoir ${offered} : demandez un créneau ce jour-là.`;
		case 'companies-of-team':
			return `${names.team(shortage.team)} ne peut entrer que dans ${plural(offered, 'entreprise')} et doit en visiter ${wanted} : revoyez sa composition, ou les conditions d’entrée.`;
		case 'sectors-of-team':
			return `${names.team(shortage.team)} ne peut découvrir que ${plural(offered, 'secteur')} sur ${wanted} : revoyez sa composition, ou les conditions d’entrée.`;
		case 'starts-of-company':
			return `${names.company(shortage.company)} attend ${plural(wanted, 'visite')} et ses créneaux en permettent ${offered} : demandez-lui un autre créneau.`;
	}
}
