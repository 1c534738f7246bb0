import { participantFields } from './participant';

const { firstName, lastName, phone, email, commune, postcode, gender, ageBand, statuses, needs } =
	participantFields;
/** What a prescriber’s form calls its fields: « vous » is the prescriber. */
export const referralLabels = {
	...{ firstName, lastName, phone, email, commune, postcode, gender, ageBand, statuses, needs },
	referentName: { label: 'Votre nom' },
	referentPhone: { label: 'Votre téléphone' },
	referentEmail: { label: 'Votre courriel' },
	agreed: { label: 'La personne est d’accord' },
	means: { label: 'Comment a-t-elle donné son accord ?' }
};
