import type { IsoDate } from './calendar';
import type { CarrierNetwork } from './carrier-networks/networks';
import type { Outcome } from './measure/outcomes';
import type { PublicKey } from './counting/public';

export const partnerCategories = {
	'employment-service': 'Service public de l’emploi',
	training: 'Formation',
	institution: 'Institution, collectivité',
	state: 'État',
	chamber: 'Chambre consulaire',
	'business-network': 'Réseau d’entreprises',
	donor: 'Donateur'
} as const;
export type PartnerCategory = keyof typeof partnerCategories;

export const partnerRoles = {
	funder: 'Financeur',
	prescriber: 'Prescripteur',
	partner: 'Partenaire',
	communication: 'Soutien à la communication'
} as const;
export type PartnerRole = keyof typeof partnerRoles;

/** Where a request for money stands (Ansa 2019, l. 153). */
export const fundingStates = {
	'to-contact': 'À contacter',
	submitted: 'Dossier déposé',
	granted: 'Accordé',
	refused: 'Refusé'
} as const;
export type FundingState = keyof typeof fundingStates;

/** What is known of a funder's money and of the bilan it wants. Amounts in cents of euro. */
export interface Funding {
	/** Null while nothing is asked. */
	fundingState: FundingState | null;
	/** Said by the funder, before any paper. */
	promisedCents: number | null;
	/** Written in its decision. */
	grantedCents: number | null;
	callReference: string;
	bilanDueOn: IsoDate | null;
	bilanFormat: string;
	/** What it counts as a solution six months later; empty for what the organiser counts. */
	solutions: Outcome[];
}

export interface Partner {
	id: string;
	name: string;
	category: PartnerCategory;
	roles: PartnerRole[];
	contactName: string;
	phone: string;
	email: string;
	invitedToClosing: boolean;
	/** Networks of data·inclusion (`reseaux_porteurs`) that it belongs to. */
	carrierNetworks: CarrierNetwork[];
	/** Whom a funder pays for, how many it wants, and whether employees of an SIAE may be among them. */
	targetPublic: PublicKey | null;
	targetCount: number | null;
	countsSiae: boolean;
}
