import type { IsoDate } from '../calendar';
import { addMonths } from '../measure/outcomes';

/**
 * Months for which people's records are kept after the last contact. The usual value is the one that the services of
 * inclusion apply (24 months after the last contact); an organisation may keep for less, and for three years at most.
 */
export const retentionMonths = { usual: 24, min: 1, max: 36 } as const;

/** How long before they fall due the organisation is told, months. */
export const NOTICE_MONTHS = 1;

/** What an organisation decided; `automatic` lets the application erase by itself on the day. */
export interface RetentionSetting {
	months: number;
	automatic: boolean;
	version: number;
}
export const usualRetention: RetentionSetting = {
	months: retentionMonths.usual,
	automatic: false,
	version: 0
};

export const retentionStates = {
	kept: 'conservé',
	soon: 'à effacer bientôt',
	due: 'à effacer',
	reduced: 'effacé'
} as const;
export type RetentionState = keyof typeof retentionStates;

/**
 * The last contact with the people of a rally: the latest of its last day and of everything written of them since
 * (record, follow-up, consent). A day to come is no contact, except those of the rally.
 */
export const lastContact = (lastDay: IsoDate, others: readonly (IsoDate | null)[], today: IsoDate): IsoDate =>
	others.reduce<IsoDate>((latest, one) => (one && one <= today && one > latest ? one : latest), lastDay);

export interface Due {
	state: Exclude<RetentionState, 'reduced'>;
	/** From this day on people's records are to be erased. */
	on: IsoDate;
	/** When the organisation is told. */
	notice: IsoDate;
}

export function dueAfter(contact: IsoDate, months: number, today: IsoDate): Due {
	const on = addMonths(contact, months);
	const notice = addMonths(on, -NOTICE_MONTHS);
	return { on, notice, state: today >= on ? 'due' : today >= notice ? 'soon' : 'kept' };
}
