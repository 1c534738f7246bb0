import { number } from '../../french';
import type { Figure, FigureKind } from '../facts';
import type { Range } from '../numbers';

export const figureLabels: Record<FigureKind, string> = {
	days: 'Jours',
	'visit-half-days': 'Demi-journées de visites',
	'restitution-half-days': 'Demi-journées de restitution',
	'closing-delay': 'Jours entre le rallye et la clôture',
	enrolled: 'Personnes inscrites',
	candidates: 'Candidatures et liste d’attente',
	teams: 'Équipes',
	'possible-teams': 'Équipes possibles',
	'team-size': 'Personnes par équipe',
	vehicles: 'Véhicules',
	'spare-seats': 'Places libres par véhicule',
	accompanists: 'Accompagnateurs et accompagnatrices',
	'visits-per-team': 'Entreprises visitées par équipe',
	'visits-done': 'Entreprises vraiment visitées par personne, à ce jour',
	passages: 'Visites offertes par les créneaux',
	'confirmed-companies': 'Entreprises confirmées',
	'interested-companies': 'Entreprises intéressées',
	sectors: 'Secteurs parmi les entreprises confirmées',
	'sectors-per-team': 'Secteurs par équipe',
	'looking-for-work': 'Personnes en recherche d’emploi',
	women: 'Femmes',
	men: 'Hommes',
	'age-bands': 'Tranches d’âge',
	'former-sectors': 'Secteurs d’origine',
	actors: 'Catégories d’acteurs engagées'
};

/** « 4 », or « 4 à 5 » when teams differ. */
export const figureValue = ({ actual }: Figure): string =>
	typeof actual === 'number' ? number(actual) : range(actual);

/** « de 15 à 30 », « au moins 6 », or null when nothing is asked. */
export function figureAsked({ asked }: Figure): string | null {
	if (asked?.min !== undefined && asked.max !== undefined) return `de ${asked.min} à ${asked.max}`;
	if (asked?.min !== undefined) return `au moins ${asked.min}`;
	if (asked?.max !== undefined) return `au plus ${asked.max}`;
	return null;
}

const range = ({ min, max }: Range): string =>
	min === max ? number(min) : `${number(min)} à ${number(max)}`;
