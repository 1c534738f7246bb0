import { clock, listed, plural } from '../../domain/french';
import type { Names } from '../explain';
import type { Problem } from '../problem';
import type { Change } from './changes';
import type { Repair } from './repairs';
import type { NamedRule } from './rules';

const companyRules: Partial<Record<NamedRule['kind'], (names: string) => string>> = {
	'least-visits': (names) => `la visite promise à ${names}`,
	'most-visits': (names) => `le nombre de visites que peut recevoir ${names}`,
	'at-once': (names) => `le nombre d’équipes et de personnes que ${names} peut recevoir à la fois`,
	excludes: (names) => `les conditions d’entrée chez ${names}`
};

/** The rules of a conflict in French, those of one kind together. */
export function conflictSentences(rules: readonly NamedRule[], problem: Problem, names: Names): string[] {
	const kinds = [...new Set(rules.map(({ kind }) => kind))];
	return kinds.map((kind) => {
		const own = rules.filter((rule) => rule.kind === kind);
		const companies = own.flatMap((rule) => ('company' in rule ? [names.company(rule.company)] : []));
		const days = own.flatMap((rule) => ('day' in rule ? [names.day(rule.day)] : []));
		if (companies.length > 0) return companyRules[kind]!(listed(companies));
		switch (kind) {
			case 'visits':
				return `${problem.rules.visits[0]} visites au moins pour chaque équipe`;
			case 'visits-each-day':
				return 'une visite au moins chaque jour pour chaque équipe';
			case 'sectors':
				return `${plural(problem.rules.sectors, 'secteur différent', 'secteurs différents')} pour chaque équipe`;
			case 'spread':
				return 'à peu près autant de visites pour toutes les équipes';
			case 'buffer':
				return `la marge de ${minutes(problem.buffer)} avant chaque visite`;
			case 'pin':
				return plural(own.length, 'choix que vous avez fixé', 'choix que vous avez fixés');
			case 'rests': {
				const teams = own.flatMap((rule) => ('team' in rule ? [names.team(rule.team)] : []));
				return `les pauses mises dans la journée de ${listed(teams)}`;
			}
			case 'hours':
				return `les horaires du ${listed(days)}`;
			case 'lunch':
				return `le repas du ${listed(days)}`;
			default:
				return `le nombre de visites d’une journée, le ${listed(days)}`;
		}
	});
}

/** What a repair asks, and what it gives. */
export function repairSentence({ change, gives, missing }: Repair, names: Names): string {
	const then =
		gives === 'all'
			? 'tout tient alors'
			: `il manquerait encore ${plural(missing.charter + missing.promises, 'point')}`;
	return `${changeSentence(change, names)} : ${then}.`;
}

function changeSentence(change: Change, names: Names): string {
	switch (change.kind) {
		case 'drop-pin':
			return 'Libérer une visite que vous avez fixée';
		case 'drop-rests':
			return `Retirer les pauses de ${names.team(change.team)}`;
		case 'longer-day':
			return change.end === 'evening'
				? `Finir ${minutes(change.minutes)} plus tard le ${names.day(change.day)}`
				: `Commencer ${minutes(change.minutes)} plus tôt le ${names.day(change.day)}`;
		case 'ask-start':
			return `Demander à ${names.company(change.company)} un créneau le ${names.day(change.day)} ${change.part === 'morning' ? 'matin' : 'après-midi'} (entre ${clock(change.starts[0]!)} et ${clock(change.starts.at(-1)!)})`;
		case 'two-at-once':
			return `Demander à ${names.company(change.company)} de recevoir ${change.teams} équipes à la fois`;
		case 'more-visits':
			return `Demander à ${names.company(change.company)} de recevoir ${change.visits} visites en tout`;
		case 'more-people':
			return `Demander à ${names.company(change.company)} de recevoir ${change.people} personnes à la fois`;
		case 'release':
			return `Prévenir ${names.company(change.company)} qu’aucune équipe ne viendra`;
		case 'fewer-sectors':
			return `Demander ${plural(change.sectors, 'secteur')} au moins au lieu de ${change.from}, dans les réglages`;
		case 'shorter-lunch':
			return `Prendre ${minutes(change.minutes)} pour le repas du ${names.day(change.day)}`;
		case 'smaller-buffer':
			return `Compter ${change.minutes === 0 ? 'aucune marge' : `${minutes(change.minutes)} de marge`} avant chaque visite au lieu de ${minutes(change.from)}, dans les réglages`;
		case 'wider-spread':
			return `Accepter ${change.spread} visites d’écart entre les équipes`;
	}
}

const minutes = (count: number): string =>
	count % 60 === 0 ? plural(count / 60, 'heure') : `${count} minutes`;
