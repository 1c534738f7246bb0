import type { Accompanist } from '../accompanist';
import type { Fields } from '../records';
import { declarationInWords, halfDaysInWords } from './words';

export const accompanistFields = {
	firstName: { label: 'Prénom' },
	lastName: { label: 'Nom' },
	phone: { label: 'Téléphone' },
	email: { label: 'Courriel' },
	drives: { label: 'Peut conduire' },
	licence: { label: 'Permis de conduire', words: declarationInWords },
	employer: { label: 'Employeur' },
	employerCompanyId: { label: 'Entreprise du rallye qui l’emploie' },
	absences: { label: 'Présence', words: halfDaysInWords('absent·e') }
} as const satisfies Fields<Omit<Accompanist, 'id'>>;
