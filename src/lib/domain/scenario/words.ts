import type { DraftNames } from '../draft/edit-words';
import { clock, dayAndMonth, duration, halfDayInWords, listed, plural } from '../french';
import { halfDayOf, type WhatIf } from './what-if';

/** What a scenario supposes, in French. Says nothing of anybody but that they would not be there. */
export function whatIfWords(whatIf: WhatIf, names: DraftNames): string {
	switch (whatIf.kind) {
		case 'company-gone':
			return `sans ${names.company(whatIf.companyId)}`;
		case 'company-closed':
			return `${names.company(whatIf.companyId)} ne reçoit pas ${halfDayInWords(halfDayOf(whatIf))}`;
		case 'slot-added':
			return `${names.company(whatIf.companyId)} reçoit aussi le ${dayAndMonth(whatIf.date)} de ${clock(whatIf.from)} à ${clock(whatIf.to)}`;
		case 'teams-at-once':
			return `${names.company(whatIf.companyId)} reçoit ${plural(whatIf.teams, 'équipe')} à la fois`;
		case 'people-at-once':
			return `${names.company(whatIf.companyId)} reçoit ${plural(whatIf.people, 'personne')} à la fois`;
		case 'visits-at-most':
			return `${names.company(whatIf.companyId)} reçoit ${plural(whatIf.visits, 'visite')} en tout`;
		case 'nothing-promised':
			return `aucune visite promise à ${names.company(whatIf.companyId)}`;
		case 'vehicle-gone':
			return `sans ${names.vehicle(whatIf.vehicleId)}`;
		case 'vehicle-seats':
			return `${names.vehicle(whatIf.vehicleId)} à ${plural(whatIf.seats, 'place')}, conduite comprise`;
		case 'accompanist-gone':
			return `sans ${names.accompanist(whatIf.accompanistId)}`;
		case 'people-absent':
			return `${listed(whatIf.participantIds.map(names.person))} ${whatIf.participantIds.length > 1 ? 'absents' : 'absent·e'}`;
		case 'longer-day':
			return whatIf.end === 'evening'
				? `le ${dayAndMonth(whatIf.date)} finit ${duration(whatIf.minutes)} plus tard`
				: `le ${dayAndMonth(whatIf.date)} commence ${duration(whatIf.minutes)} plus tôt`;
		case 'shorter-lunch':
			return `${duration(whatIf.minutes)} pour le repas du ${dayAndMonth(whatIf.date)}`;
		case 'smaller-buffer':
			return whatIf.minutes === 0
				? 'aucune marge avant les visites'
				: `${duration(whatIf.minutes)} de marge avant chaque visite`;
		case 'fewer-sectors':
			return `${plural(whatIf.sectors, 'secteur')} au moins par équipe`;
		case 'wider-spread':
			return `${plural(whatIf.spread, 'visite')} d’écart accepté entre les équipes`;
	}
}

/** A name for a scenario that nobody named: what it supposes. */
export const scenarioName = (whatIfs: readonly WhatIf[], names: DraftNames): string => {
	// A name stays written in many places: nobody's is in it.
	const short = (one: WhatIf) =>
		one.kind === 'people-absent' ? plural(one.participantIds.length, 'absent') : whatIfWords(one, names);
	const said = listed(whatIfs.map(short));
	const whole = said.charAt(0).toUpperCase() + said.slice(1);
	return whole.length > MOST ? `${whole.slice(0, MOST - 1).trimEnd()}…` : whole;
};

/** Longest name, characters. */
export const MOST = 80;
