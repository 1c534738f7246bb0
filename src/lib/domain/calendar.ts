import { err, ok, type Result } from './result';

/** A civil date in the rally's own place, `2027-06-08`. No time zone: a rally happens where it is. */
export type IsoDate = string;
/** Minutes since midnight, 0…1440. */
export type Minutes = number;

export const dayParts = { morning: 'matin', afternoon: 'après-midi' } as const;
export type DayPart = keyof typeof dayParts;

export const halfDayKinds = {
	welcome: 'Accueil',
	visits: 'Visites',
	restitution: 'Restitution',
	closing: 'Clôture',
	free: 'Libre'
} as const;
export type HalfDayKind = keyof typeof halfDayKinds;

export interface LunchWindow {
	/** The meal starts no earlier than this… */
	from: Minutes;
	/** …and ends no later than this. */
	to: Minutes;
	minutes: number;
}

/** One day of the rally: two typed half-days, and the hours between which teams may be on the road. */
export interface ProgrammeDay {
	date: IsoDate;
	morning: HalfDayKind;
	afternoon: HalfDayKind;
	start: Minutes;
	end: Minutes;
	lunch: LunchWindow | null;
}

/** `2027-06-08:morning`, the unit in which people, cars and accompanists say when they are there. */
export type HalfDay = `${IsoDate}:${DayPart}`;

export const halfDay = (date: IsoDate, part: DayPart): HalfDay => `${date}:${part}`;

export function readHalfDay(key: string): { date: IsoDate; part: DayPart } | null {
	const match = /^(\d{4}-\d{2}-\d{2}):(morning|afternoon)$/.exec(key);
	return match ? { date: match[1]!, part: match[2] as DayPart } : null;
}

export interface TypedHalfDay {
	key: HalfDay;
	date: IsoDate;
	part: DayPart;
	kind: HalfDayKind;
}

export const halfDaysOf = (programme: readonly ProgrammeDay[]): TypedHalfDay[] =>
	programme.flatMap(({ date, morning, afternoon }) => [
		{ key: halfDay(date, 'morning'), date, part: 'morning' as const, kind: morning },
		{ key: halfDay(date, 'afternoon'), date, part: 'afternoon' as const, kind: afternoon }
	]);

export const visitingHalfDays = (programme: readonly ProgrammeDay[]): TypedHalfDay[] =>
	halfDaysOf(programme).filter(({ kind }) => kind === 'visits');

/** Where the morning ends and the afternoon begins, for a day with a lunch window or without. */
export const noonOf = (day: Pick<ProgrammeDay, 'lunch'>): Minutes =>
	day.lunch ? Math.round((day.lunch.from + day.lunch.to) / 2) : 12 * 60 + 30;

/** The hours given to visits on that day, or null when it has none. */
export function visitingHours(day: ProgrammeDay): { start: Minutes; end: Minutes } | null {
	if (day.morning !== 'visits' && day.afternoon !== 'visits') return null;
	return {
		start: day.morning === 'visits' ? day.start : Math.max(day.start, noonOf(day)),
		end: day.afternoon === 'visits' ? day.end : Math.min(day.end, noonOf(day))
	};
}

export const addDays = (date: IsoDate, days: number): IsoDate =>
	new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const daysBetween = (from: IsoDate, to: IsoDate): number =>
	Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Days by which a whole programme moved: 0 when it stayed, or changed in another way. */
export function daysMoved(before: readonly ProgrammeDay[], after: readonly ProgrammeDay[]): number {
	const [from, to] = [before, after].map((days) => days.map(({ date }) => date).sort()) as [
		string[],
		string[]
	];
	const gaps = new Set(from.map((date, i) => (to[i] ? daysBetween(date, to[i]) : NaN)));
	return from.length === to.length && gaps.size === 1 ? [...gaps][0]! : 0;
}

/** `moveHalfDay('2027-06-08:morning', 7)` → `2027-06-15:morning`; another text stays as it is. */
export function moveHalfDay(key: string, days: number): string {
	const read = readHalfDay(key);
	return read ? halfDay(addDays(read.date, days), read.part) : key;
}

export function readDate(text: string): Result<IsoDate, 'not-a-date'> {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return err('not-a-date');
	const time = Date.parse(`${text}T00:00:00Z`);
	return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text
		? err('not-a-date')
		: ok(text);
}
