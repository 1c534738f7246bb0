import type { IsoDate, Minutes, DayPart } from './calendar';
import { dayParts, readHalfDay } from './calendar';

/** Narrow no-break space, before « h », « ; » and between thousands. */
export const NNBSP = '\u202f';
const NBSP = '\u00a0';

/** 545 → « 9 h 05 », 540 → « 9 h ». */
export function clock(minutes: Minutes): string {
	const rest = Math.round(minutes) % 60;
	const hours = Math.floor(Math.round(minutes) / 60);
	return rest === 0 ? `${hours}${NNBSP}h` : `${hours}${NNBSP}h${NNBSP}${String(rest).padStart(2, '0')}`;
}

/** 545 → « 09:05 », the value of a time input. */
export const clockInput = (minutes: Minutes): string =>
	`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** 75 → « 1 h 15 », 45 → « 45 min ». */
export const duration = (minutes: number): string => (minutes < 60 ? `${minutes}${NBSP}min` : clock(minutes));

const format = (options: Intl.DateTimeFormatOptions) => {
	const formatter = new Intl.DateTimeFormat('fr-FR', { ...options, timeZone: 'UTC' });
	return (date: IsoDate) =>
		formatter.format(Date.parse(`${date}T00:00:00Z`)).replace(/(?<!\d)1(?= |$)/, '1er');
};

/** « mardi 8 juin 2027 » */
export const longDate = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
/** « 8 juin 2027 » */
export const fullDate = format({ day: 'numeric', month: 'long', year: 'numeric' });
/** « mardi 8 juin » */
export const dayAndMonth = format({ weekday: 'long', day: 'numeric', month: 'long' });
/** « mar. 8 » */
export const shortDay = format({ weekday: 'short', day: 'numeric' });

/** « du 8 au 10 juin 2027 » */
export function dateRange(from: IsoDate, to: IsoDate): string {
	const full = format({ day: 'numeric', month: 'long', year: 'numeric' });
	if (from === to) return `le ${full(from)}`;
	const sameYear = from.slice(0, 4) === to.slice(0, 4);
	const sameMonth = from.slice(0, 7) === to.slice(0, 7);
	const start = sameMonth
		? format({ day: 'numeric' })(from)
		: sameYear
			? format({ day: 'numeric', month: 'long' })(from)
			: full(from);
	return `du ${start} au ${full(to)}`;
}

/** An instant as read in France: « 8 juin 2027 à 9 h 05 ». */
export function moment(at: Date): string {
	const parts = new Intl.DateTimeFormat('fr-FR', {
		timeZone: 'Europe/Paris',
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		hour: 'numeric',
		minute: '2-digit',
		hourCycle: 'h23'
	}).formatToParts(at);
	const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
	const day = part('day') === '1' ? '1er' : part('day');
	return `${day} ${part('month')} ${part('year')} à ${clock(Number(part('hour')) * 60 + Number(part('minute')))}`;
}

const relative = new Intl.RelativeTimeFormat('fr-FR', { numeric: 'auto' });
/** How long ago, roughly: « à l’instant », « il y a 5 minutes », « hier », « il y a 3 mois ». */
export function ago(at: Date, now: Date): string {
	const minutes = Math.max(0, Math.floor((now.getTime() - at.getTime()) / 60_000));
	if (minutes === 0) return 'à l’instant';
	if (minutes < 60) return relative.format(-minutes, 'minute');
	if (minutes < 24 * 60) return relative.format(-Math.floor(minutes / 60), 'hour');
	const days = Math.floor(minutes / (24 * 60));
	return days < 60 ? relative.format(-days, 'day') : relative.format(-Math.floor(days / 30), 'month');
}

/** « mardi 8 juin, matin » */
export function halfDayInWords(key: string): string {
	const half = readHalfDay(key);
	return half ? `${dayAndMonth(half.date)}, ${dayParts[half.part as DayPart]}` : key;
}

/** `plural(1, 'visite')` → « 1 visite », `plural(3, 'visite')` → « 3 visites »; French counts 0 and 1 as singular. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
	`${number(count)}${NBSP}${Math.abs(count) < 2 ? one : many}`;

// Made once: a page says hundreds of numbers, and making one takes longer than saying it.
const inFrench = new Intl.NumberFormat('fr-FR');
const inAList = new Intl.ListFormat('fr-FR', { type: 'conjunction' });

/** 12345 → « 12 345 » with narrow no-break spaces. */
export const number = (value: number): string => inFrench.format(value);

/** « Ana, Bilal et Chloé » */
export const listed = (items: readonly string[]): string => inAList.format(items);

/** « Kangoo », with the spaces that keep the quotation marks on the line. */
export const quoted = (text: string): string => `«${NNBSP}${text}${NNBSP}»`;

/** French spacing: a sentence typed with plain spaces gets its no-break ones. */
export const typeset = (text: string): string =>
	text
		.replace(/ :/g, `${NBSP}:`)
		.replace(/ ([;!?»])/g, `${NNBSP}$1`)
		.replace(/« /g, `«${NNBSP}`);

/** Sorts as a French reader expects: accents and case do not matter first, numbers count. */
export const french = new Intl.Collator('fr', { numeric: true });

/** Text reduced for searching: no accent, no case, hyphens and apostrophes as spaces. */
export const searchable = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{Diacritic}/gu, '')
		.toLowerCase()
		.replace(/[-'’]/g, ' ')
		.replace(/œ/g, 'oe')
		.replace(/\s+/g, ' ')
		.trim();

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
