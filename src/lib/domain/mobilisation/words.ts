import type { IsoDate } from '../calendar';
import { dayAndMonth, listed, longDate, plural } from '../french';
import type { SilenceHeld } from './chase';
import type { ChannelWarning } from './contact';
import { nextSteps, type Planned } from './pipeline';
import { commitmentKinds, euros, type Commitment, type CommitmentSummary } from './commitment';
import { silences } from './exchange';
import { sectors } from '../sector';
import type { Solicitation, SolicitationLimits } from './solicitation';

export const warningWords: Record<ChannelWarning, string> = {
	'mail-only': 'Par courriel seulement : cette personne demande à ne pas être appelée.',
	'mail-preferred': 'Cette personne préfère un courriel.',
	'only-mailed':
		'Jointe par courriel uniquement jusqu’ici : un appel ou un passage explique mieux ce qu’est le rallye.'
};

/** « Rappeler lundi 19 avril » */
export const stepInWords = ({ step, on }: Planned): string => `${nextSteps[step]} ${dayAndMonth(on)}`;

/** « pour aujourd’hui », « en retard de 3 jours » */
export const lateInWords = (days: number): string =>
	days === 0 ? 'pour aujourd’hui' : `en retard de ${plural(days, 'jour')}`;

/** « sans réponse depuis 8 jours, après 2 essais (Absence, congés) » */
export const silenceInWords = ({ days, tries, reason }: SilenceHeld): string =>
	`sans réponse depuis ${plural(days, 'jour')}, après ${plural(tries, 'essai')}${reason && reason !== 'unknown' ? ` (${silences[reason].toLowerCase()})` : ''}`;

/** Why a company had better not be asked now; empty when nothing says so. */
export function restraintsInWords(
	{ restraints, pausedUntil, askedThisYear, contactsThisMonth }: Solicitation,
	limits: SolicitationLimits
): string[] {
	return restraints.map((restraint) => {
		switch (restraint) {
			case 'paused':
				return `Elle a demandé à ne pas être sollicitée avant le ${longDate(pausedUntil!)}.`;
			case 'asked':
				return `Déjà sollicitée pour ${plural(askedThisYear, 'rallye')} cette année ; votre limite est de ${limits.solicitationsPerYear}.`;
			case 'contacted':
				return `${plural(contactsThisMonth, 'contact')} en trente jours ; votre limite est de ${limits.contactsPerMonth}.`;
		}
	});
}

/** « 3 rallyes cette année, dernière visite le 8 juin 2026 » */
export function memoryInWords({ askedThisYear, lastVisit }: Solicitation): string {
	const asked =
		askedThisYear === 0
			? 'pas encore sollicitée cette année'
			: `sollicitée pour ${plural(askedThisYear, 'rallye')} cette année`;
	return lastVisit ? `${asked}, dernière visite ${until(lastVisit)}` : asked;
}
const until = (date: IsoDate): string => `le ${longDate(date)}`;

/** « 6 lots : paniers garnis, valeur 180 € » */
export function commitmentInWords({ kind, description, quantity, valueCents }: Commitment): string {
	const count =
		quantity === null ? '' : kind === 'drivers' ? plural(quantity, 'personne') : kind === 'prize' ? plural(quantity, 'lot') : String(quantity); // prettier-ignore
	const value = valueCents ? (kind === 'money' ? euros(valueCents) : `valeur ${euros(valueCents)}`) : '';
	return [description, count, value].filter(Boolean).join(', ') || commitmentKinds[kind];
}

/** What companies bring besides their doors: « 6 lots, 500 € de dons et 2 conducteurs »; '' for nothing. */
export function giftsInWords({ prizes, money, drivers }: CommitmentSummary): string {
	const gifts: string[] = [];
	if (prizes.companies > 0) gifts.push(plural(prizes.quantity, 'lot'));
	if (money.companies > 0) gifts.push(`${euros(money.valueCents)} de dons`);
	if (drivers.companies > 0) gifts.push(plural(drivers.quantity, 'conducteur prêté', 'conducteurs prêtés'));
	return listed(gifts);
}

/** A sector as the rally counts it, in words. */
export const countedSectorInWords = (sector: string): string =>
	(sectors as Record<string, string>)[sector] ??
	(/^[A-U]$/.test(sector) ? `Section ${sector} de la nomenclature NAF` : sector);
