import { halfDayInWords, listed } from '../french';

/** How a value chosen among labels is said. */
export const labelled = (labels: Record<string, string>) => (value: string) => labels[value] ?? value;
export const allLabelled = (labels: Record<string, string>) => (values: string[]) =>
	listed(values.map((value) => labels[value] ?? value));

/** « absent·e mardi 8 juin, matin ; mercredi 9 juin, matin » */
export const halfDaysInWords = (away: string) => (keys: string[]) =>
	keys.length === 0 ? 'toutes les demi-journées' : `${away} ${keys.map(halfDayInWords).join(' ; ')}`;
