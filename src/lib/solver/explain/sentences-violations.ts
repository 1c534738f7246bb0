import { clock, duration, plural } from '../../domain/french';
import type { Names } from '../explain';
import type { Violation } from '../verify';

/** What the checker refuses, in French, as the person who made the plan by hand reads it. */
export function violationSentence(violation: Violation, names: Names): string {
	switch (violation.kind) {
		case 'unknown':
			return violation.what === 'company'
				? `${names.company(violation.id)} ne fait plus partie des entreprises à visiter : retirez cette visite ou remplacez l’entreprise.`
				: violation.what === 'team'
					? `${names.team(violation.id)} n’existe plus.`
					: 'Cette visite est un jour où le rallye ne visite plus.';
		case 'hours':
			return violation.reason === 'start-not-offered'
				? `${names.company(violation.company)} ne reçoit pas ${names.team(violation.team)} à cette heure : ce n’est pas un de ses créneaux.`
				: `La visite de ${names.team(violation.team)} chez ${names.company(violation.company)} n’a pas la durée que l’entreprise a donnée.`;
		case 'not-received':
			return violation.reason === 'excluded'
				? `${names.company(violation.company)} ne peut pas recevoir ${names.team(violation.team)} (accès, âge, pièce d’identité ou employeur).`
				: `${names.team(violation.team)} compte plus de personnes que ${names.company(violation.company)} n’en reçoit.`;
		case 'twice':
			return `${names.team(violation.team)} visite deux fois ${names.company(violation.company)}.`;
		case 'too-many-visits':
			return violation.day === null
				? `${names.team(violation.team)} fait ${plural(violation.visits, 'visite')} : la charte en demande ${violation.most} au plus.`
				: `${names.team(violation.team)} fait ${plural(violation.visits, 'visite')} le ${names.day(violation.day)} : ${violation.most} au plus par jour.`;
		case 'away':
			return `${names.team(violation.team)} n’est pas là le ${names.day(violation.day)} : son véhicule ou son accompagnateur manque.`;
		case 'too-early':
			return `${names.team(violation.team)} devrait partir ${duration(violation.minutes)} avant le début de sa journée, le ${names.day(violation.day)}.`;
		case 'back-too-late':
			return `${names.team(violation.team)} rentre ${duration(violation.minutes)} après la fin de sa journée, le ${names.day(violation.day)}.`;
		case 'too-short':
			return `${names.team(violation.team)} manque de ${duration(violation.minutes)} entre ${names.company(violation.from)} et ${names.company(violation.to)}, le ${names.day(violation.day)}.`;
		case 'no-lunch':
			return `${names.team(violation.team)} n’a pas le temps de déjeuner le ${names.day(violation.day)}.`;
		case 'rest-on-visit':
			return `Une pause de ${names.team(violation.team)} (de ${clock(violation.from)} à ${clock(violation.to)}) tombe pendant la visite chez ${names.company(violation.company)}, le ${names.day(violation.day)}.`;
		case 'too-many-teams':
			return `${names.company(violation.company)} reçoit ${violation.teams} équipes à la fois le ${names.day(violation.day)} à ${clock(violation.start)} : ${violation.most} au plus.`;
		case 'crowd':
			return `${names.company(violation.company)} reçoit ${plural(violation.people, 'personne')} le ${names.day(violation.day)} à ${clock(violation.start)} : ${violation.most} au plus.`;
		case 'company-max':
			return `${names.company(violation.company)} reçoit ${plural(violation.visits, 'visite')} : ${violation.most} au plus.`;
		case 'past-changed':
			return `La visite de ${names.team(violation.team)} chez ${names.company(violation.company)} est commencée ou passée : elle ne change plus.`;
		case 'level':
		case 'bound':
		case 'status':
			return 'Le compte de ce plan est faux.';
	}
}
