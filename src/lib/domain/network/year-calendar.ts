import type { IsoDate } from '../calendar';
import { departments } from '../departments';
import { NNBSP } from '../french';
import type { NetworkRally } from './board';

export const monthNames = [
	'Janvier',
	'Février',
	'Mars',
	'Avril',
	'Mai',
	'Juin',
	'Juillet',
	'Août',
	'Septembre',
	'Octobre',
	'Novembre',
	'Décembre'
] as const;

/** « Juin 2027 » is announced, without its days. */
export interface AnnouncedRally {
	id: string;
	organizer: string;
	department: string;
	territory: string;
	/** `2027-06` */
	month: string;
	note: string;
}

export interface CalendarEntry {
	/** « 6-7 », « 30 juin-2 », « dates à venir » */
	days: string;
	/** « Haute-Savoie » */
	where: string;
	organization: string;
	/** Null for one that is only announced. */
	rallyId: string | null;
	announcedId: string | null;
	title: string;
}

export interface CalendarMonth {
	/** `2027-06` */
	key: string;
	name: string;
	year: number;
	entries: CalendarEntry[];
}

/**
 * The network's calendar, a cell a month, as its 2018-2019 one (Ansa 2019, l. 144-148): twelve months from January, or
 * from September when `season` is asked. Dated rallies first, in order, then those whose dates are to come.
 */
export function yearCalendar(
	rallies: readonly NetworkRally[],
	announced: readonly AnnouncedRally[],
	year: number,
	season = false
): CalendarMonth[] {
	return Array.from({ length: 12 }, (_, i) => {
		const shift = season ? i + 8 : i;
		const own = year + Math.floor(shift / 12);
		const month = (shift % 12) + 1;
		const key = `${own}-${String(month).padStart(2, '0')}`;
		const dated = rallies
			.filter(({ first }) => first?.startsWith(key))
			.sort((a, b) => a.first!.localeCompare(b.first!) || a.title.localeCompare(b.title))
			.map((rally) => ({
				days: daysInMonth(rally.first!, rally.last ?? rally.first!),
				where: rally.territory || (departments[rally.department] ?? rally.department),
				organization: rally.organization,
				rallyId: rally.id,
				announcedId: null,
				title: rally.title
			}));
		const unset = announced
			.filter((one) => one.month === key)
			.map((one) => ({
				days: 'dates à venir',
				where: one.territory || (departments[one.department] ?? one.department),
				organization: one.organizer,
				rallyId: null,
				announcedId: one.id,
				title: one.note
			}));
		return { key, name: monthNames[month - 1]!, year: own, entries: [...dated, ...unset] };
	});
}

/** « 6-7 », « 24 », « 30-2 juil. »: days only, the cell says the month. */
export function daysInMonth(first: IsoDate, last: IsoDate): string {
	const [from, to] = [Number(first.slice(8)), Number(last.slice(8))];
	if (first === last) return String(from);
	if (first.slice(0, 7) === last.slice(0, 7)) return `${from}-${to}`;
	const month = monthNames[Number(last.slice(5, 7)) - 1]!.toLowerCase();
	return `${from}-${to}${NNBSP}${month}`;
}
