import { clock, duration, listed, plural } from '../../domain/french';
import type { Names } from '../explain';
import type { LevelName } from '../plan';
import type { Answer, Wish } from './why-not';
import type { Fact, Moment } from './why-not-facts';

const when = ({ day, start }: Moment, names: Names): string => `${names.day(day)} ${clock(start)}`;

/** A reason in French. */
export function factSentence(
	fact: Fact,
	{ team: id, company: host, day, start }: Wish,
	names: Names
): string {
	const team = names.team(id);
	const company = names.company(host);
	switch (fact.kind) {
		case 'refused':
			return `${company} ne peut pas recevoir ${team} (accès, âge, pièce d’identité ou employeur).`;
		case 'too-many-people':
			return `${team} compte ${plural(fact.size, 'personne')} et ${company} en reçoit ${fact.most} au plus.`;
		case 'start-not-offered': {
			if (fact.nearest.length === 0) return `${company} n’offre aucun créneau.`;
			const asked = [
				...(day === undefined ? [] : [` le ${names.day(day)}`]),
				...(start === undefined ? [] : [` à ${clock(start)}`])
			].join('');
			const nearest = listed(fact.nearest.map((moment) => when(moment, names)));
			return `${company} ne reçoit pas${asked} ; au plus près : ${nearest}.`;
		}
		case 'past':
			return 'Cette heure est passée : ce qui est commencé ne change plus.';
		case 'away':
			return `${team} n’est pas là le ${names.day(fact.day)}.`;
		case 'outside-hours':
			return fact.side === 'before'
				? `${team} devrait partir ${duration(fact.minutes)} avant le début de sa journée.`
				: `${team} rentrerait ${duration(fact.minutes)} après la fin de sa journée.`;
		case 'already':
			return `${team} visite déjà ${company} ${when(fact, names)}.`;
		case 'start-taken': {
			const taken = `${when(fact, names)}, ${company} reçoit déjà ${listed(fact.teams.map(names.team))}`;
			return fact.seats === null ? `${taken}.` : `${taken} : il y reste ${plural(fact.seats, 'place')}.`;
		}
		case 'most-visits':
			return fact.most === 0
				? `${company} ne reçoit aucune visite.`
				: `${company} a déjà toutes ses visites : ${listed(fact.teams.map(names.team))}.`;
		case 'too-short': {
			const other = names.company(fact.company);
			return fact.side === 'during'
				? `${team} est alors en visite chez ${other}.`
				: `${team} manque de temps ${fact.side === 'after' ? 'après' : 'avant'} la visite chez ${other} : ${duration(fact.minutes)} de trop peu.`;
		}
		case 'resting':
			return `${team} est alors en pause (${clock(fact.from)}–${clock(fact.to)}).`;
		case 'no-lunch':
			return `${team} n’aurait plus le temps de déjeuner le ${names.day(fact.day)}.`;
		case 'too-many-visits':
			return fact.day === null
				? `${team} fait déjà ${plural(fact.visits, 'visite')}, le plus possible.`
				: `${team} fait déjà ${plural(fact.visits, 'visite')} le ${names.day(fact.day)}, le plus possible.`;
	}
}

const cost: Record<LevelName, (by: number) => string> = {
	charter: (by) => `${plural(by, 'manque')} de plus au regard de la charte`,
	promises: (by) => `${plural(by, 'promesse non tenue', 'promesses non tenues')} de plus`,
	comfort: (by) => `l’équivalent de ${duration(by)} de confort en moins`
};

/** What another plan could do about the wish. What is proven and what was only not found are never told alike. */
export function verdictSentence({ verdict }: Answer): string {
	switch (verdict.kind) {
		case 'already':
			return 'C’est déjà dans le plan.';
		case 'impossible':
			return verdict.proof === 'facts'
				? 'Aucun plan ne peut tenir cette visite.'
				: 'C’est prouvé : tout plan avec cette visite manque davantage à la charte ou à une promesse.';
		case 'as-good': {
			const changed = plural(verdict.changes.changes.length, 'visite change', 'visites changent');
			return `C’est possible, et le plan est ${verdict.better ? 'meilleur' : 'aussi bon'} : ${changed}.`;
		}
		case 'costs': {
			const { by, atLeast, level, changes } = verdict;
			const found = `C’est possible, mais cela coûte ${cost[level](by)} ; ${plural(changes.changes.length, 'visite change', 'visites changent')}.`;
			if (by === atLeast) return `${found} C’est prouvé : aucun plan avec cette visite ne coûte moins.`;
			return `${found} Un plan moins cher existe peut-être : la recherche n’a pas eu le temps de le dire.`;
		}
		case 'not-found':
			return 'Pas trouvé dans le temps donné : rien ne prouve que c’est impossible.';
	}
}

/** The whole answer: every reason, then what another plan could do. */
export const answerSentences = (answer: Answer, names: Names): string[] => [
	...(answer.verdict.kind === 'already'
		? []
		: answer.facts.map((fact) => factSentence(fact, answer.wish, names))),
	verdictSentence(answer)
];
