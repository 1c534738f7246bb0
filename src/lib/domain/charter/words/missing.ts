import { halfDayInWords, plural } from '../../french';
import type { Missing, TerritoryActor } from '../facts';
import { traitLabels } from './findings';
import { peopleNamed, type CharterNames } from './names';
import { sentence } from './typeset';

type MissingOf<K extends Missing['kind']> = Extract<Missing, { kind: K }>;
type Sentences = { [K in Missing['kind']]: (missing: MissingOf<K>, names: CharterNames) => string };

const halfDaysOf = (count: number, of: 'visits' | 'restitution'): string =>
	`${plural(count, 'demi-journée')} de ${of === 'visits' ? 'visites' : 'restitution'}`;

const on = (half: string | null): string => (half === null ? '' : ` ${halfDayInWords(half)}`);

const actors: Record<TerritoryActor, [lacking: string, remedy: string]> = {
	companies: ['Plusieurs entreprises doivent être engagées.', 'Confirmez d’autres entreprises.'],
	'employment-service': [
		'Aucun acteur du service public de l’emploi n’est noté parmi les partenaires.',
		'Associez par exemple France Travail, Cap emploi ou la mission locale.'
	],
	training: [
		'Aucun acteur de la formation n’est noté parmi les partenaires.',
		'Associez par exemple un GRETA, un CFA ou un organisme de formation du territoire.'
	],
	institution: [
		'Aucune institution locale n’est notée parmi les partenaires.',
		'Associez par exemple la commune, l’intercommunalité ou le Département.'
	]
};

const sentences: Sentences = {
	programme: () => 'Le programme n’est pas encore saisi.',
	days: ({ count }) => `Il manque ${plural(count, 'jour')} de rallye.`,
	'half-days': ({ of, count }) => `Il manque ${halfDaysOf(count, of)}.`,
	closing: () => 'Aucun temps de clôture n’est prévu.',
	'closing-guest': ({ known }) =>
		known === 0
			? 'Aucune institution et aucun financeur ne figurent parmi les partenaires : personne à inviter à la clôture.'
			: 'Aucune institution et aucun financeur ne sont invités à la clôture.',
	participants: ({ count }) => `Il manque ${plural(count, 'personne inscrite', 'personnes inscrites')}.`,
	plan: () => 'Le planning n’est pas encore fait.',
	'team-for': ({ participantIds }, names) => `Sans équipe : ${peopleNamed(names, participantIds)}.`,
	'vehicle-for': ({ team }) => `L’équipe ${team} n’a pas de véhicule.`,
	'driver-for': ({ team }) => `L’équipe ${team} n’a personne pour conduire.`,
	'accompanist-for': ({ team }) => `L’équipe ${team} n’a personne pour l’accompagner.`,
	vehicles: ({ count }) => `Aucun véhicule n’est noté ; il en faut au moins ${count}.`,
	seats: ({ count, people, halfDay }) =>
		`Il manque ${plural(count, 'place')} en véhicule pour ${plural(people, 'personne')} en équipes${on(halfDay)}.`,
	accompanists: ({ count, teams, halfDay }) =>
		`Il manque ${plural(count, 'personne')} pour accompagner ${plural(teams, 'équipe')}${on(halfDay)}.`,
	passages: ({ offered, needed, teams }) =>
		`Les créneaux des entreprises permettent ${plural(offered, 'visite')} ; il en faut ${needed} pour ${plural(teams, 'équipe')}.`,
	sectors: ({ count }) =>
		`Il manque ${plural(count, 'secteur')} d’activité parmi les entreprises confirmées.`,
	companies: ({ count }) => `Il manque ${plural(count, 'entreprise confirmée', 'entreprises confirmées')}.`,
	'job-search-status': ({ participantIds }, names) =>
		`Aucun statut ne dit encore la recherche d’emploi pour ${peopleNamed(names, participantIds)}.`,
	profile: ({ of, count }) => `Profil non renseigné (${traitLabels[of]}) pour ${plural(count, 'personne')}.`,
	actor: ({ actor }) => actors[actor][0]
};

const remedies: { [K in Missing['kind']]: (missing: MissingOf<K>) => string } = {
	programme: () => 'Saisissez les jours du rallye et l’usage de chaque demi-journée.',
	days: () => 'Ajoutez un jour au programme, à la suite des autres.',
	'half-days': () => 'Prenez-les sur les demi-journées libres, ou ajoutez un jour.',
	closing: () => 'Fixez la date, l’heure et le lieu de la clôture.',
	'closing-guest': ({ known }) =>
		known === 0
			? 'Ajoutez les institutions et les financeurs aux partenaires, et invitez-les.'
			: `Invitez au moins une institution ou un financeur, sur ${known} à inviter.`,
	participants: ({ count, candidates }) =>
		fromInSight(count, candidates, ['candidature', 'candidatures'], 'Cherchez', 'auprès des prescripteurs'),
	plan: () => 'Préparez le planning : équipes, véhicules et visites seront alors vérifiés.',
	'team-for': () => 'Placez ces personnes dans une équipe.',
	'vehicle-for': () => 'Donnez un véhicule à cette équipe.',
	'driver-for': () => 'Désignez la personne qui conduit.',
	'accompanist-for': () => 'Désignez la personne qui accompagne.',
	vehicles: () => 'Ajoutez les véhicules disponibles et leur nombre de places.',
	seats: () => 'Trouvez un véhicule de plus, ou un plus grand.',
	accompanists: () => 'Demandez aux entreprises et aux partenaires qui peut accompagner une équipe.',
	passages: () => 'Demandez des créneaux de plus, ou confirmez d’autres entreprises.',
	sectors: ({ interested }) =>
		interested > 0
			? `Les entreprises intéressées en apporteraient ${interested} : confirmez-les d’abord.`
			: 'Contactez des entreprises d’autres secteurs.',
	companies: ({ count, interested }) =>
		fromInSight(
			count,
			interested,
			['entreprise intéressée', 'entreprises intéressées'],
			'Contactez',
			'de plus'
		),
	'job-search-status': () => 'Complétez leur fiche.',
	profile: () => 'Complétez les fiches.',
	actor: ({ actor }) => actors[actor][1]
};

/** « Confirmez 2 candidatures sur 5 », or all that are in sight and where to look for the rest. */
function fromInSight(
	count: number,
	inSight: number,
	[one, many]: [string, string],
	look: string,
	where: string
): string {
	if (inSight >= count) return `Confirmez ${plural(count, one, many)} sur ${inSight}.`;
	const rest = `${count - inSight} ${where}`;
	if (inSight === 0) return `${look}-en ${rest}.`;
	return `Confirmez ${plural(inSight, one, many)}, et ${look.toLowerCase()}-en ${rest}.`;
}

/** What is missing, in one French sentence. */
export const missingInWords = (missing: Missing, names: CharterNames): string =>
	sentence((sentences[missing.kind] as (m: Missing, n: CharterNames) => string)(missing, names));

/** What the organizer can do about it. */
export const missingRemedy = (missing: Missing): string =>
	sentence((remedies[missing.kind] as (m: Missing) => string)(missing));
