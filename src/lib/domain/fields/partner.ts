import { carrierNetworks } from '../carrier-networks/networks';
import { publicLabels } from '../counting/public';
import { fullDate } from '../french';
import { outcomeLabels } from '../measure/outcomes';
import { euros } from '../mobilisation/commitment';
import { fundingStates, partnerCategories, partnerRoles, type Funding, type Partner } from '../partner';
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
	carrierNetworks: { label: 'Réseaux porteurs', words: allLabelled(carrierNetworks) },
	targetPublic: { label: 'Public demandé', words: labelled(publicLabels) },
	targetCount: { label: 'Nombre de personnes demandé' },
	countsSiae: { label: 'Compte aussi les salariés en insertion (SIAE)' },
	fundingState: { label: 'Où en est la demande', words: labelled(fundingStates) },
	promisedCents: { label: 'Montant promis', words: euros },
	grantedCents: { label: 'Montant accordé', words: euros },
	callReference: { label: 'Appel à projets ou convention' },
	bilanDueOn: { label: 'Bilan attendu le', words: fullDate },
	bilanFormat: { label: 'Forme demandée pour le bilan' },
	solutions: { label: 'Ce qu’il compte comme solution à six mois', words: allLabelled(outcomeLabels) }
} as const satisfies Fields<Omit<Partner, 'id'> & Funding>;
