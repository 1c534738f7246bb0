import type { CharterNumbers } from '../charter/numbers';
import { listed, plural } from '../french';
import type { ForecastNumbers, Lack } from './forecast';

export const lackNames: Record<Lack['kind'], string> = {
	people: 'personnes',
	'too-many-people': 'trop de personnes',
	cars: 'véhicules',
	seats: 'places',
	accompanists: 'accompagnateurs',
	companies: 'entreprises',
	starts: 'départs',
	sectors: 'secteurs'
};

/** What is missing and what to ask for, in one sentence. */
export function lackInWords(lack: Lack, numbers: ForecastNumbers, charter: CharterNumbers): string {
	const { count } = lack;
	switch (lack.kind) {
		case 'people':
			return `Il manque ${plural(count, 'personne')} : la charte en demande ${charter.participants.min} à ${charter.participants.max}. À demander aux prescripteurs, avec quelques noms de réserve.`;
		case 'too-many-people':
			return `${plural(count, 'personne')} de trop : la charte s’arrête à ${charter.participants.max}. Gardez une liste d’attente, ou faites deux rallyes.`;
		case 'cars':
			return `Il manque ${plural(count, 'véhicule')} d’au moins ${charter.teamSize.min + 1} places, conduite comprise : une voiture par équipe. À demander à la structure, à une entreprise ou à un loueur.`;
		case 'seats':
			return `Il manque ${plural(count, 'place')} dans les véhicules pour que tout le monde monte : un minibus de 9 places à la place d’une voiture, ou une équipe et une voiture de plus.`;
		case 'accompanists':
			return `Il manque ${plural(count, 'accompagnateur')} : un par équipe, présent tout le temps des visites. À demander aux partenaires et aux entreprises (mécénat).`;
		case 'companies':
			return `Il manque ${plural(count, 'entreprise')} : chacun doit en voir ${charter.visitsPerParticipant.min} différentes au moins.`;
		case 'sectors':
			return `Il manque ${plural(count, 'secteur')} : chaque équipe doit en voir ${numbers.minSectors} au moins. Cherchez des entreprises d’autres secteurs avant d’en chercher d’autres des mêmes.`;
		case 'starts': {
			const asks = [
				lack.companies > 0 ? `${plural(lack.companies, 'entreprise')} de plus comme celles-ci` : '',
				`une demi-journée de plus chez ${plural(Math.ceil(count / Math.max(1, numbers.startsPerHalfDay)), 'entreprise')}`
			].filter(Boolean);
			return `Il manque ${plural(count, 'départ')} (une équipe, une entreprise, une heure). À demander : ${listed(asks).replace(' et ', ' ou ')}.`;
		}
	}
}
