import { publicLabels } from '../counting/public';
import { partnerCategories, partnerRoles, type Partner } from '../partner';
import type { Fields } from '../records';
import { allLabelled, labelled } from './words';

export const partnerFields = {
	name: { label: 'Nom du partenaire' },
	category: { label: 'Catégorie', words: labelled(partnerCategories) },
	roles: { label: 'Rôles', words: allLabelled(partnerRoles) },
	contactName: { label: 'Personne à contacter' },
	phone: { label: 'Téléphone' },
	email: { label: 'Courriel' },
	invitedToClosing: { label: 'Invité à la clôture' },
	targetPublic: { label: 'Public demandé', words: labelled(publicLabels) },
	targetCount: { label: 'Nombre de personnes demandé' },
	countsSiae: { label: 'Compte aussi les salariés en insertion (SIAE)' }
} as const satisfies Fields<Omit<Partner, 'id'>>;
