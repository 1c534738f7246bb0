import { clock, dayAndMonth, halfDayInWords, listed, plural } from '../../french';
import { ageBands, genders } from '../../participant';
import { sectors } from '../../sector';
import type { Finding, ProfileTrait } from '../facts';
import type { Range } from '../numbers';
import { nameIn, type CharterNames } from './names';
import { sentence } from './typeset';

type FindingOf<K extends Finding['kind']> = Extract<Finding, { kind: K }>;
type Sentences = { [K in Finding['kind']]: (finding: FindingOf<K>, names: CharterNames) => string };

/** « 2 ou 3 », « de 15 à 30 » */
export const between = ({ min, max }: Range): string =>
	max - min === 1 ? `${min} ou ${max}` : `de ${min} à ${max}`;

export const traitLabels: Record<ProfileTrait, string> = {
	gender: 'genre',
	ageBand: 'tranche d’âge',
	formerSector: 'secteur d’origine'
};
const values: Record<string, string> = { ...genders, ...ageBands, ...sectors };

const teams = (letters: readonly string[]): string => `les équipes ${listed(letters)}`;
const halfDays = { visits: 'visites', restitution: 'restitution' };

const sentences: Sentences = {
	days: (f) => `Le rallye compte ${plural(f.actual, 'jour')} ; la charte en demande ${between(f)}.`,
	'days-apart': ({ dates }) =>
		`Les jours du rallye ne se suivent pas : ${listed(dates.map((date) => dayAndMonth(date)))}.`,
	'restitution-later': ({ date, days }) =>
		`La restitution a lieu ${dayAndMonth(date)}, ${plural(days, 'jour')} après les visites. La charte demande des jours consécutifs : l’écart est à motiver.`,
	'half-days': (f) =>
		`Demi-journées de ${halfDays[f.of]} prévues : ${f.actual} ; la charte en demande ${between(f)}.`,
	'visit-outside-visits': ({ team, companyId, date, start }, names) =>
		`L’équipe ${team} visite ${nameIn(names, 'companies', companyId)} ${dayAndMonth(date)} à ${clock(start)}, hors des demi-journées de visites.`,
	'restitution-next-day': ({ date }) =>
		`La restitution a lieu ${dayAndMonth(date)}, le lendemain des visites. La charte le permet ; des organisateurs de 2019 conseillent de laisser le temps de prendre du recul.`,
	'restitution-before-visits': ({ date }) =>
		`La restitution de ${dayAndMonth(date)} a lieu avant les dernières visites.`,
	'closing-before-restitution': ({ date }) =>
		`La clôture de ${dayAndMonth(date)} commence avant le temps de restitution.`,
	'closing-later': ({ date, days }) =>
		`La clôture a lieu ${dayAndMonth(date)}, ${plural(days, 'jour')} après le rallye. La charte ne prévoit pas cette option ; le bilan de 2019 a jugé le format respecté.`,
	participants: (f) =>
		`Le rallye compte ${plural(f.actual, 'personne inscrite', 'personnes inscrites')} ; la charte en demande ${between(f)}.`,
	'team-size': (f) =>
		`L’équipe ${f.team} compte ${plural(f.actual, 'personne')} ; la charte en demande ${between(f)}.`,
	'team-thin': ({ team, halfDay, actual, min }) =>
		`L’équipe ${team} comptera ${plural(actual, 'personne présente', 'personnes présentes')} ${halfDayInWords(halfDay)}, pour ${min} attendues.`,
	'in-several-teams': ({ participantId, teams: letters }, names) =>
		`${nameIn(names, 'participants', participantId)} figure à la fois dans ${teams(letters)}.`,
	'no-longer-enrolled': ({ participantId, team }, names) =>
		`${nameIn(names, 'participants', participantId)} figure dans l’équipe ${team} sans inscription confirmée.`,
	seats: ({ team, vehicleId, people, seats }, names) =>
		`L’équipe ${team} compte ${plural(people, 'personne')} à bord, conduite et accompagnement compris ; ${nameIn(names, 'vehicles', vehicleId)} a ${plural(seats, 'place')}.`,
	'vehicle-shared': ({ vehicleId, teams: letters }, names) =>
		`Un même véhicule, ${nameIn(names, 'vehicles', vehicleId)}, sert en même temps pour ${teams(letters)}.`,
	'vehicle-away': ({ vehicleId, team, halfDay }, names) =>
		`L’équipe ${team} compte sur ${nameIn(names, 'vehicles', vehicleId)}, indisponible ${halfDayInWords(halfDay)}.`,
	'accompanist-shared': ({ accompanistId, teams: letters }, names) =>
		`${nameIn(names, 'accompanists', accompanistId)} doit accompagner en même temps ${teams(letters)}.`,
	'accompanist-away': ({ accompanistId, team, halfDay }, names) =>
		`L’équipe ${team} compte sur ${nameIn(names, 'accompanists', accompanistId)}, qui ne peut pas venir ${halfDayInWords(halfDay)}.`,
	'team-visits': (f) =>
		`L’équipe ${f.team} visite ${plural(f.actual, 'entreprise')} ; la charte en demande ${between(f)}.`,
	'participant-visits': ({ participantId, team, actual, min }, names) =>
		`Avec ses absences, ${nameIn(names, 'participants', participantId)} (équipe ${team}) visitera ${plural(actual, 'entreprise')}, pour ${min} attendues.`,
	'visit-unconfirmed': ({ team, companyId }, names) =>
		`L’équipe ${team} doit visiter une entreprise qui n’est pas confirmée : ${nameIn(names, 'companies', companyId)}.`,
	'team-sectors': ({ team, actual, min }) =>
		`L’équipe ${team} découvre ${plural(actual, 'secteur')} d’activité, pour ${min} attendus dans ce rallye.`,
	companies: ({ actual, min }) =>
		`Le rallye compte ${plural(actual, 'entreprise confirmée', 'entreprises confirmées')} ; la charte en demande au moins ${min}.`,
	'single-profile': ({ of, value }) =>
		`Toutes les personnes inscrites ont le même profil (${traitLabels[of]}) : ${values[value] ?? value}.`,
	'gender-imbalance': ({ women, men }) =>
		`Le groupe compte ${plural(women, 'femme')} et ${plural(men, 'homme')}.`
};

const remedies: { [K in Finding['kind']]: (finding: FindingOf<K>) => string } = {
	days: () => 'Ramenez le programme au nombre de jours demandé, ou motivez une dérogation.',
	'days-apart': () => 'Placez les jours du rallye à la suite.',
	'restitution-later': () => 'Notez au bilan pourquoi la restitution est éloignée.',
	'half-days': ({ actual, max }) =>
		actual > max
			? 'Donnez un autre usage à une partie de ces demi-journées.'
			: 'Changez l’usage d’autres demi-journées du programme.',
	'visit-outside-visits': () => 'Déplacez cette visite, ou changez l’usage de la demi-journée.',
	'restitution-next-day': () => 'Rien à corriger : c’est un conseil, qui ne change pas le verdict.',
	'restitution-before-visits': () => 'Placez la restitution après les dernières visites.',
	'closing-before-restitution': () => 'Placez la clôture pendant ou après la restitution.',
	'closing-later': () => 'Rien à corriger : la remarque figurera au bilan.',
	participants: ({ actual, max }) =>
		actual > max
			? 'Placez des personnes sur liste d’attente, ou motivez une dérogation.'
			: 'Complétez le groupe, ou motivez une dérogation.',
	'team-size': () => 'Déplacez des personnes d’une équipe à l’autre, ou refaites les équipes.',
	'team-thin': () => 'Déplacez une personne vers cette équipe, ou gardez la remarque.',
	'in-several-teams': () => 'Gardez cette personne dans une seule équipe.',
	'no-longer-enrolled': () => 'Retirez cette personne du planning, ou confirmez son inscription.',
	seats: () => 'Changez de véhicule, ou déplacez quelqu’un dans une autre équipe.',
	'vehicle-shared': () => 'Donnez un véhicule à chacune de ces équipes.',
	'vehicle-away': () => 'Choisissez un véhicule disponible à ce moment.',
	'accompanist-shared': () => 'Trouvez une personne pour accompagner chacune de ces équipes.',
	'accompanist-away': () => 'Trouvez une personne disponible à ce moment.',
	'team-visits': ({ actual, max }) =>
		actual > max ? 'Retirez des visites à cette équipe.' : 'Ajoutez des visites à cette équipe.',
	'participant-visits': () => 'Si possible, placez cette personne dans une équipe dont les heures lui vont.',
	'visit-unconfirmed': () => 'Confirmez l’entreprise, ou remplacez cette visite.',
	'team-sectors': () => 'Remplacez une visite par celle d’une entreprise d’un autre secteur.',
	companies: () => 'Confirmez d’autres entreprises, ou motivez une dérogation.',
	'single-profile': () => 'Cherchez des profils différents auprès des prescripteurs.',
	'gender-imbalance': () => 'Cherchez un groupe plus équilibré, ou gardez la remarque.'
};

/** What departs from the charter, in one or two French sentences. */
export const findingInWords = (finding: Finding, names: CharterNames): string =>
	sentence((sentences[finding.kind] as (f: Finding, n: CharterNames) => string)(finding, names));

/** What the organizer can do about it. */
export const findingRemedy = (finding: Finding): string =>
	sentence((remedies[finding.kind] as (f: Finding) => string)(finding));
