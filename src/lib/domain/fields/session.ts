import type { InformationSession } from '../enrolment/session';
import { clock, longDate } from '../french';
import type { Fields } from '../records';

export const sessionFields = {
	date: { label: 'Jour', words: longDate },
	start: { label: 'Heure', words: clock },
	minutes: { label: 'Durée' },
	place: { label: 'Lieu' },
	address: { label: 'Adresse' },
	places: { label: 'Places' },
	note: { label: 'Notes' }
} as const satisfies Fields<Omit<InformationSession, 'id' | 'attendance'>>;
