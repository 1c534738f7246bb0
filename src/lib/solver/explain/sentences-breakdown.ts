import { duration, listed, plural } from '../../domain/french';
import type { Names } from '../explain';
import type { Breakdown, CompanyShare, RuleCost, TeamShare } from './breakdown';

/** What each rule watches over, as the organizer names it. */
const subjects: Record<string, string> = {
	'visit-count': 'le nombre de visites',
	'sector-variety': 'la variété des secteurs',
	'visits-each-day': 'des visites chaque jour',
	'company-count': 'les visites attendues par les entreprises',
	spread: 'l’égalité entre les équipes',
	'pins-kept': 'ce que vous avez fixé',
	'announced-kept': 'les visites déjà annoncées',
	'on-the-road': 'la route, l’attente et les longues journées',
	'fair-travel': 'le partage de la route',
	'full-and-varied': 'des visites nombreuses et variées',
	'nothing-added': 'les visites qui n’étaient pas annoncées',
	'hiring-seen': 'les entreprises qui recrutent'
};

const subject = ({ rule }: RuleCost): string => subjects[rule] ?? rule;

/** « le nombre de visites : 2 manques », « le partage de la route : l’équivalent de 40 min de confort en moins ». */
export function ruleSentence(share: RuleCost): string {
	if (share.cost === 0) return `${subject(share)} : rien à redire.`;
	switch (share.level) {
		case 'charter':
			return `${subject(share)} : ${plural(share.cost, 'manque')} au regard de la charte.`;
		case 'promises':
			return `${subject(share)} : ${plural(share.cost, 'promesse non tenue', 'promesses non tenues')}.`;
		case 'comfort':
			return `${subject(share)} : l’équivalent de ${duration(share.cost)} de confort en moins.`;
	}
}

/** A team's lot in one line, with what weighs the most on it. */
export function teamShareSentence(
	{ team, rules, visits, sectors, travel, wait }: TeamShare,
	names: Names
): string {
	const lot = `${names.team(team)} : ${plural(visits, 'visite')} dans ${plural(sectors, 'secteur')}, ${duration(travel)} de route et ${duration(wait)} d’attente`;
	return `${lot}${weighing(rules)}.`;
}

export const companyShareSentence = ({ company, rules, visits }: CompanyShare, names: Names): string =>
	`${names.company(company)} : ${plural(visits, 'visite')}${weighing(rules)}.`;

/** Who to help first: the team at the top of the list, unless nothing weighs on anyone. */
export function weakestSentence({ teams: [weakest] }: Breakdown, names: Names): string | null {
	if (!weakest || weakest.rules.length === 0) return null;
	return `${names.team(weakest.team)} est la moins bien servie${weighing(weakest.rules)}.`;
}

/** Broken rules are all told; comfort, only by what weighs the most. */
function weighing(rules: readonly RuleCost[]): string {
	const broken = rules.filter(({ level }) => level !== 'comfort');
	if (broken.length > 0) return ` ; à revoir : ${listed(broken.map(subject))}`;
	const [most] = [...rules].sort((a, b) => b.cost - a.cost);
	return most ? ` ; ce qui pèse le plus : ${subject(most)}` : '';
}
