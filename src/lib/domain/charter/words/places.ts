import type { Finding, Missing } from '../facts';

/** The pages of a rally where a fact is put right. */
export const places = {
	programme: 'Voir le programme',
	companies: 'Voir les entreprises',
	participants: 'Voir les participants',
	vehicles: 'Voir les véhicules',
	accompanists: 'Voir l’accompagnement',
	partners: 'Voir les partenaires',
	planning: 'Voir le planning'
} as const;
export type CharterPlace = keyof typeof places;

const placeByKind: Record<Finding['kind'] | Missing['kind'], CharterPlace> = {
	days: 'programme',
	'days-apart': 'programme',
	'restitution-later': 'programme',
	'half-days': 'programme',
	'visit-outside-visits': 'planning',
	'restitution-next-day': 'programme',
	'restitution-before-visits': 'programme',
	'closing-before-restitution': 'programme',
	'closing-later': 'programme',
	participants: 'participants',
	'team-size': 'planning',
	'team-thin': 'planning',
	'in-several-teams': 'planning',
	'no-longer-enrolled': 'planning',
	seats: 'vehicles',
	'vehicle-shared': 'planning',
	'vehicle-away': 'planning',
	'accompanist-shared': 'planning',
	'accompanist-away': 'planning',
	'team-visits': 'planning',
	'participant-visits': 'planning',
	'visit-unconfirmed': 'companies',
	'team-sectors': 'planning',
	companies: 'companies',
	'single-profile': 'participants',
	'gender-imbalance': 'participants',
	programme: 'programme',
	closing: 'programme',
	'closing-guest': 'partners',
	plan: 'planning',
	'team-for': 'planning',
	'vehicle-for': 'planning',
	'driver-for': 'planning',
	'accompanist-for': 'planning',
	vehicles: 'vehicles',
	accompanists: 'accompanists',
	passages: 'companies',
	sectors: 'companies',
	'job-search-status': 'participants',
	profile: 'participants',
	actor: 'partners'
};

/** The page where something found or missing is put right. */
export const placeOf = (fact: Finding | Missing): CharterPlace =>
	fact.kind === 'actor' && fact.actor === 'companies' ? 'companies' : placeByKind[fact.kind];
