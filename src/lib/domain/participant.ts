import type { IsoDate, Minutes } from './calendar';
import type { Sector } from './sector';

export const genders = { woman: 'Femme', man: 'Homme', other: 'Autre' } as const;
export type Gender = keyof typeof genders;

export const ageBands = {
	'under-18': 'Moins de 18 ans',
	'18-25': '18 à 25 ans',
	'26-34': '26 à 34 ans',
	'35-44': '35 à 44 ans',
	'45-54': '45 à 54 ans',
	'55-plus': '55 ans et plus'
} as const;
export type AgeBand = keyof typeof ageBands;
/** The youngest somebody of that band can be, years: what a host's minimum age is held against. */
export const youngestOf: Record<AgeBand, number> = {
	'under-18': 0,
	'18-25': 18,
	'26-34': 26,
	'35-44': 35,
	'45-54': 45,
	'55-plus': 55
};

export const diplomas = {
	none: 'Sans diplôme',
	cap: 'CAP, BEP',
	bac: 'Baccalauréat',
	bac2: 'Bac + 2',
	bac3: 'Bac + 3 et plus'
} as const;
export type Diploma = keyof typeof diplomas;

/** Somebody may carry several: never summed as if they were a partition (MIFE 74 counted 26 for 16 people). */
export const statuses = {
	'job-seeker': 'Demandeur ou demandeuse d’emploi',
	'long-term': 'Inscrit·e depuis plus d’un an (DELD)',
	retraining: 'En reconversion professionnelle',
	siae: 'Salarié·e en insertion (SIAE)',
	rsa: 'Bénéficiaire du RSA',
	'rsa-before-siae': 'Bénéficiaire du RSA avant son entrée en SIAE',
	disabled: 'Travailleur ou travailleuse handicapé·e (RQTH)',
	qpv: 'Réside en quartier prioritaire (QPV)',
	youth: 'Jeune suivi·e en mission locale',
	plie: 'Suivi·e par un PLIE',
	refugee: 'Personne réfugiée'
} as const;
export type Status = keyof typeof statuses;

/** Statuses that say by themselves that a person is looking for work, as R12 asks. */
export const jobSearchStatuses: readonly Status[] = [
	'job-seeker',
	'long-term',
	'retraining',
	'siae',
	'rsa',
	'rsa-before-siae',
	'youth',
	'plie'
];

/** What a car or a host must offer, or must not ask: the planner minds each of them. */
export const needs = {
	wheelchair: 'Place pour un fauteuil roulant',
	'step-free': 'Accès de plain-pied',
	'little-walking': 'Marcher peu, ne pas rester debout longtemps',
	pregnancy: 'Éviter ce qui est déconseillé pendant une grossesse'
} as const;
export type Need = keyof typeof needs;

export const participantStates = {
	candidate: 'Candidat·e',
	confirmed: 'Inscrit·e',
	waiting: 'Sur liste d’attente',
	withdrawn: 'Désisté·e',
	replaced: 'Remplacé·e',
	refused: 'Non retenu·e'
} as const;
export type ParticipantState = keyof typeof participantStates;

export interface Participant {
	id: string;
	firstName: string;
	lastName: string;
	/** What the badge says, when it is not the first name. */
	chosenName: string;
	state: ParticipantState;
	gender: Gender | null;
	ageBand: AgeBand | null;
	diploma: Diploma | null;
	statuses: Status[];
	formerSector: Sector | null;
	prescriber: string;
	commune: string;
	postcode: string;
	phone: string;
	email: string;
	needs: Need[];
	hasIdPaper: boolean;
	/** Half-days (`2027-06-08:morning`) on which the person cannot come. */
	absences: string[];
	/** Must be back at the meeting point by then; null when nothing presses. */
	backBy: Minutes | null;
	/** Wishes without a motive; they hold both ways, whoever said them. */
	together: string[];
	apart: string[];
}

/** Civil liability, without which some hosts and insurers take nobody (Ansa 2019, l. 161). */
export const liabilities = {
	provided: 'Attestation fournie',
	covered: 'Couverte par la structure organisatrice',
	missing: 'Pas d’attestation'
} as const;
export type Liability = keyof typeof liabilities;

/**
 * What a record holds besides, for those who prepare the rally only: no document, no team page and no planning is
 * made from it. Nothing here says why: a diet or a language, never an illness or an origin.
 */
export interface ParticipantFile extends Participant {
	/** Who can be asked for news at six months when the person cannot be reached. */
	referentName: string;
	referentPhone: string;
	referentEmail: string;
	emergencyName: string;
	emergencyPhone: string;
	liability: Liability | null;
	liabilityUntil: IsoDate | null;
	accessNote: string;
	diet: string;
	language: string;
}

/** The name others see: badge, road book, team page. */
export const shownName = (person: Pick<Participant, 'firstName' | 'chosenName'>): string =>
	person.chosenName.trim() || person.firstName;

export const fullName = (person: Pick<Participant, 'firstName' | 'lastName'>): string =>
	`${person.firstName} ${person.lastName}`.trim();
