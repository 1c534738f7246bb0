import type { IsoDate } from '../calendar';
import { addMonths } from '../measure/outcomes';

/** What a person may ask of the data held about them. */
export const requestKinds = {
	access: 'Copie de ses données',
	correction: 'Correction',
	erasure: 'Effacement',
	objection: 'Opposition'
} as const;
export type RequestKind = keyof typeof requestKinds;

/** One month to answer, counted from the day it was asked (RGPD, article 12.3). */
export const ANSWER_MONTHS = 1;

export const requestFields = {
	kind: { label: 'Ce qui est demandé' },
	who: { label: 'Qui le demande' },
	askedOn: { label: 'Demandé le' },
	note: { label: 'Remarque' }
} as const;

export type RequestState = { state: 'answered' } | { state: 'open' | 'late'; due: IsoDate };

export const requestState = (
	{ askedOn, answeredOn }: { askedOn: IsoDate; answeredOn: IsoDate | null },
	today: IsoDate
): RequestState => {
	const due = addMonths(askedOn, ANSWER_MONTHS);
	return answeredOn ? { state: 'answered' } : { state: today > due ? 'late' : 'open', due };
};
