import { capitalised, clock, duration, listed, number, plural } from '../../domain/french';
import { teamSentence, type TeamNames } from '../explain';
import type { Hold } from '../teams/holds';
import type { Level } from '../teams/problem';
import type { Change, Shift, WhyHere } from '../teams/why-here';

const more = (by: number, one: string, many?: string): string =>
	`${plural(Math.abs(by), one, many)} de ${by > 0 ? 'plus' : 'moins'}`;

/** What a level gains or loses, in words and in its own unit. Says what changes for teams, never who somebody is. */
const shifted: Record<Level, (by: number) => string> = {
	rules: (by) => (by > 0 ? 'ce qui doit tenir le serait moins' : 'ce qui doit tenir le serait mieux'),
	teams: (by) => `${more(by, 'équipe')} que prévu ou qu’il n’en manque`,
	visits: (by) => `${more(by, 'visite due hors de portée', 'visites dues hors de portée')}`,
	alone: (by) =>
		`${more(by, 'personne seule de son genre ou de son âge', 'personnes seules de leur genre ou de leur âge')}`,
	hosts: (by) => `${more(by, 'entreprise fermée', 'entreprises fermées')} à une équipe`,
	hours: (by) =>
		by > 0 ? `des retours avancés de ${duration(by)} en tout` : `${duration(-by)} de journée gagnées en tout`,
	grouped: (by) => `${more(by, 'entreprise')} où deux équipes ne tiennent pas ensemble`,
	weakest: (by) =>
		`l’équipe la moins variée ${by > 0 ? 'encore moins' : 'un peu plus'} variée (${plural(Math.abs(by), 'point')} sur 100)`,
	mix: (by) => `${more(by, 'point commun', 'points communs')} entre équipiers (mixité)`,
	spare: (by) => `${plural(Math.abs(by), 'place')} de réserve en ${by > 0 ? 'moins' : 'plus'}`,
	ways: (by) => `${duration(Math.abs(by))} de trajet jusqu’au rendez-vous en ${by > 0 ? 'plus' : 'moins'}`
};

export const levelWords: Record<Level, string> = {
	rules: 'ce qui doit tenir',
	teams: 'le nombre d’équipes',
	visits: 'les visites dues',
	alone: 'ne laisser personne seul de son genre ou de son âge',
	hosts: 'les entreprises ouvertes à chaque équipe',
	hours: 'les heures de retour',
	grouped: 'les visites à deux équipes',
	weakest: 'l’équipe la moins variée',
	mix: 'la mixité',
	spare: 'les places de réserve',
	ways: 'les trajets jusqu’au rendez-vous'
};

export const shiftWords = ({ level, by }: Shift): string => shifted[level](by);

/** What ties somebody to their team, in French. */
export function holdSentence(hold: Hold, names: TeamNames): string {
	switch (hold.kind) {
		case 'locked':
			return 'Vous avez fixé sa place dans cette équipe.';
		case 'together':
			return `Un souhait « ensemble » : avec ${listed(hold.people.map(names.person))}.`;
		case 'apart':
			return `Un souhait « pas ensemble » : ${names.person(hold.person)} est dans ${names.team(hold.team)}.`;
		case 'adapted-place':
			return hold.teams.length === 0
				? 'Le véhicule a la place adaptée qu’il lui faut ; aucune autre équipe n’en a de libre.'
				: `Le véhicule a la place adaptée qu’il lui faut ; ${listed(hold.teams.map(names.team))} en a${hold.teams.length > 1 ? 'uraient' : 'urait'} une aussi.`;
		case 'hours':
			return hold.others === 0
				? `Retour demandé à ${clock(hold.backBy)} : son équipe rentre pour cette heure-là.`
				: `Retour demandé à ${clock(hold.backBy)}, comme ${plural(hold.others, 'autre personne', 'autres personnes')} de l’équipe, ou plus tôt encore : une seule équipe rentre en avance.`;
		case 'hosts':
			return hold.lostAnyway === hold.refusing
				? `Les conditions d’entrée de ${plural(hold.refusing, 'entreprise')} ne lui conviennent pas ; cette équipe n’y va déjà pas pour une autre raison, et ne perd donc rien.`
				: `Les conditions d’entrée de ${plural(hold.refusing, 'entreprise')} ne lui conviennent pas ; cette équipe en perd ${number(hold.refusing - hold.lostAnyway)}.`;
		case 'company':
			return `Sans cette personne, ${plural(hold.people, 'autre resterait', 'autres resteraient')} sans quelqu’un de son genre ou de son âge dans l’équipe.`;
		case 'mix':
			return hold.shared <= hold.leastElsewhere
				? `Mixité : ${plural(hold.shared, 'point commun', 'points communs')} avec son équipe, et au moins ${number(hold.leastElsewhere)} dans toute autre.`
				: `Mixité : ${plural(hold.shared, 'point commun', 'points communs')} avec son équipe ; il y en aurait ${number(hold.leastElsewhere)} dans la plus différente.`;
		case 'neighbours':
			return `${capitalised(plural(hold.people, 'autre personne', 'autres personnes'))} de l’équipe ${hold.people > 1 ? 'partent' : 'part'} de la même commune : un seul trajet jusqu’au rendez-vous.`;
	}
}

/** How much is told after what decides. */
const TOLD = 2;

/** Whether a change is better, as good or worse, then what it gives, what decides first. */
export function changeSentence({ team, against, shifts, broken }: Change, names: TeamNames): string {
	const what =
		against === null
			? `Passer dans ${names.team(team)}`
			: `Échanger avec ${names.person(against)} (${names.team(team)})`;
	const [first, ...rest] = shifts;
	if (!first) return `${what} : ni mieux ni moins bien.`;
	const verdict = first.by < 0 ? 'mieux' : 'moins bien';
	const why = broken.map((one) => ` ${capitalised(brokenSentence(one, names))}`).join('');
	const others = rest.slice(0, TOLD).map(shiftWords);
	if (rest.length > TOLD) others.push(plural(rest.length - TOLD, 'autre point', 'autres points'));
	const then = others.length > 0 ? ` ; ensuite, ${listed(others)}` : '';
	return `${what} : ${verdict}. Ce qui décide : ${shiftWords(first)}${then}.${why}`;
}

const brokenSentence = (one: Change['broken'][number], names: TeamNames): string =>
	one.kind === 'few-present'
		? `${names.team(one.team)} ne compterait que ${plural(one.present, 'personne')} ${names.halfDay(one.halfDay)}.`
		: teamSentence(one, names);

export interface WhyHereInWords {
	/** What ties the person to the team. */
	holds: string[];
	/** One for each other team. */
	elsewhere: string[];
	/** The best move alone, the best swap, and whether one of them would be better than now. */
	best: string[];
}

export function whyHereSentences(
	{ holds, elsewhere, bestMove, bestSwap }: WhyHere,
	proven: boolean,
	names: TeamNames
): WhyHereInWords {
	const better = [bestMove, bestSwap].some((change) => change?.shifts[0] && change.shifts[0].by < 0);
	return {
		holds: holds.map((hold) => holdSentence(hold, names)),
		elsewhere: elsewhere.map(({ team, move }) =>
			move === null
				? `${capitalised(names.team(team))} : aucun déplacement possible.`
				: changeSentence(move, names)
		),
		best: [
			...[bestMove, bestSwap].flatMap((change) => (change ? [changeSentence(change, names)] : [])),
			better
				? 'Un changement ferait donc mieux que les équipes actuelles : recalculez, ou tenez-en compte.'
				: proven
					? 'Rien ne fait mieux, et c’est prouvé : ni un déplacement, ni un échange, ni d’autres équipes.'
					: 'Ni un déplacement ni un échange ne fait mieux.'
		]
	};
}
