import { clock, fullDate } from '../french';

export const committeeMemberFields = {
	name: { label: 'Prénom et nom' },
	partnerId: { label: 'Pour quel partenaire', words: () => 'un autre partenaire' },
	role: { label: 'Au titre de quoi' }
};

export const meetingFields = {
	name: { label: 'Objet de la réunion' },
	date: { label: 'Jour', words: fullDate },
	start: { label: 'Heure', words: clock },
	place: { label: 'Lieu' },
	present: { label: 'Qui était là', words: (ids: string[]) => `${ids.length} membres` },
	minutes: { label: 'Compte rendu' },
	decisions: { label: 'Décisions' }
};
