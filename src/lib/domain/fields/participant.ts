import { clock, longDate } from '../french';
import {
	ageBands,
	diplomas,
	genders,
	liabilities,
	needs,
	participantStates,
	statuses,
	type ParticipantFile
} from '../participant';
import type { Fields } from '../records';
import { sectors } from '../sector';
import { allLabelled, halfDaysInWords, labelled } from './words';

export const participantFields = {
	firstName: { label: 'Prénom' },
	lastName: { label: 'Nom' },
	chosenName: { label: 'Prénom d’usage' },
	state: { label: 'Où en est l’inscription ?', words: labelled(participantStates) },
	gender: { label: 'Genre', words: labelled(genders) },
	ageBand: { label: 'Tranche d’âge', words: labelled(ageBands) },
	diploma: { label: 'Diplôme le plus élevé', words: labelled(diplomas) },
	statuses: { label: 'Situation', words: allLabelled(statuses) },
	formerSector: { label: 'Dernier secteur d’activité', words: labelled(sectors) },
	prescriber: { label: 'Prescripteur' },
	commune: { label: 'Commune' },
	postcode: { label: 'Code postal' },
	phone: { label: 'Téléphone' },
	email: { label: 'Courriel' },
	needs: { label: 'Besoins', words: allLabelled(needs) },
	hasIdPaper: { label: 'A une pièce d’identité' },
	absences: { label: 'Présence', words: halfDaysInWords('absent·e') },
	backBy: { label: 'Retour au point de rendez-vous avant', words: clock },
	together: { label: 'À mettre dans la même équipe' },
	apart: { label: 'À mettre dans des équipes différentes' },
	referentName: { label: 'Nom du référent' },
	referentPhone: { label: 'Téléphone du référent' },
	referentEmail: { label: 'Courriel du référent' },
	emergencyName: { label: 'Personne à prévenir' },
	emergencyPhone: { label: 'Téléphone de la personne à prévenir' },
	liability: { label: 'Responsabilité civile', words: labelled(liabilities) },
	liabilityUntil: { label: 'Attestation valable jusqu’au', words: longDate },
	accessNote: { label: 'Accès : ce qu’il faut prévoir' },
	diet: { label: 'Repas' },
	language: { label: 'Langue' }
} as const satisfies Fields<Omit<ParticipantFile, 'id'>>;
