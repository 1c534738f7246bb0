import { commitmentKinds, euros, type Commitment } from '../mobilisation/commitment';
import { channels, contactModes, type CompanyContact } from '../mobilisation/contact';
import { outcomes, silences, type Exchange } from '../mobilisation/exchange';
import { declineReasons, nextSteps, type Pipeline } from '../mobilisation/pipeline';
import { longDate } from '../french';
import type { Fields } from '../records';
import { labelled } from './words';

export const contactFields = {
	name: { label: 'Nom' },
	role: { label: 'Fonction' },
	phone: { label: 'Téléphone' },
	email: { label: 'Courriel' },
	mode: { label: 'Comment la joindre', words: labelled(contactModes) },
	note: { label: 'À savoir' }
} as const satisfies Fields<Omit<CompanyContact, 'id'>>;

export const exchangeFields = {
	on: { label: 'Quel jour', words: longDate },
	channel: { label: 'Par quel moyen', words: labelled(channels) },
	outcome: { label: 'Résultat', words: labelled(outcomes) },
	spokenTo: { label: 'Avec qui' },
	note: { label: 'Notes' },
	explained: { label: 'Les objectifs et le déroulement ont été expliqués' },
	silence: { label: 'Pourquoi ce silence', words: labelled(silences) }
} as const satisfies Fields<Omit<Exchange, 'id' | 'companyId' | 'createdAt'>>;

/** The form that notes an exchange asks what follows besides. */
export const logFields = {
	...exchangeFields,
	declineReason: { label: 'Raison du refus', words: labelled(declineReasons) },
	nextStep: { label: 'Prochaine action', words: labelled(nextSteps) },
	nextStepOn: { label: 'Le', words: longDate }
} as const;

export const commitmentFields = {
	kind: { label: 'Ce qu’elle apporte', words: labelled(commitmentKinds) },
	description: { label: 'Description' },
	quantity: { label: 'Quantité' },
	valueCents: { label: 'Montant ou valeur', words: (cents: number) => euros(cents) },
	honoured: { label: 'Reçu, ou fait' }
} as const satisfies Fields<Omit<Commitment, 'id' | 'companyId'>>;

export const followUpFields = {
	ownerId: { label: 'Suivie par', words: () => 'une autre personne' },
	nextStep: { label: 'Prochaine action', words: labelled(nextSteps) },
	nextStepOn: { label: 'Le', words: longDate },
	nextStepNote: { label: 'Précision' },
	pausedUntil: { label: 'Ne pas solliciter avant le', words: longDate },
	mayBeNamed: { label: 'Accepte que l’on cite son nom aux autres entreprises' },
	introducedBy: { label: 'Connue par' },
	declineReason: { label: 'Raison du refus', words: labelled(declineReasons) },
	declineNote: { label: 'Ce qui a été dit' }
} as const satisfies Fields<Omit<Pipeline, 'state' | 'withdrew'>>;
