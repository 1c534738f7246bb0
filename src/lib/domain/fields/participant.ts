import { clock } from '../french';
import {
	ageBands,
	diplomas,
	genders,
	needs,
	participantStates,
	statuses,
	type Participant
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
	apart: { label: 'À mettre dans des équipes différentes' }
} as const satisfies Fields<Omit<Participant, 'id'>>;
