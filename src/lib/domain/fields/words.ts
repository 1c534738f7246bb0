import type { Declaration } from '../declaration';
import { halfDayInWords, listed, fullDate } from '../french';

/** How a value chosen among labels is said. */
export const labelled = (labels: Record<string, string>) => (value: string) => labels[value] ?? value;
export const allLabelled = (labels: Record<string, string>) => (values: string[]) =>
	listed(values.map((value) => labels[value] ?? value));

/** « absent·e mardi 8 juin, matin ; mercredi 9 juin, matin » */
export const halfDaysInWords = (away: string) => (keys: string[]) =>
	keys.length === 0 ? 'toutes les demi-journées' : `${away} ${keys.map(halfDayInWords).join(' ; ')}`;

/** « valable jusqu’au 3 mars 2028, déclaré par Sandrine Faure le 3 mai 2027 » */
export const declarationInWords = ({ until, by, on }: Declaration): string =>
	`${until ? `valable jusqu’au ${fullDate(until)}` : 'sans date de fin'}, déclaré par ${by} le ${fullDate(on)}`;
