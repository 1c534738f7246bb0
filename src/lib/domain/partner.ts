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

export interface Partner {
	id: string;
	name: string;
	category: PartnerCategory;
	roles: PartnerRole[];
	contactName: string;
	phone: string;
	email: string;
	invitedToClosing: boolean;
	/** Whom a funder pays for, how many it wants, and whether employees of an SIAE may be among them. */
	targetPublic: PublicKey | null;
	targetCount: number | null;
	countsSiae: boolean;
}
