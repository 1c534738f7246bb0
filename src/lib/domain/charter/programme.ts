import { halfDaysOf, noonOf, type HalfDay, type IsoDate, type Minutes, type TypedHalfDay } from '../calendar';
import type { Rally } from '../rally';

/** Half-days of a kind, in the order they happen. */
export const ordered = (rally: Rally, kind: TypedHalfDay['kind']): TypedHalfDay[] =>
	halfDaysOf(rally.programme)
		.filter((half) => half.kind === kind)
		.sort((a, b) => (after(a, b) ? 1 : -1));

/** Distinct dates with a half-day of one of these kinds, in order. */
export const datesOf = (rally: Rally, kinds: readonly TypedHalfDay['kind'][]): IsoDate[] =>
	[...new Set(kinds.flatMap((kind) => ordered(rally, kind).map(({ date }) => date)))].sort();

/** « matin » comes before « après-midi » of the same day. */
const rank = ({ date, part }: TypedHalfDay): string => `${date}${part === 'morning' ? 0 : 1}`;
export const after = (a: TypedHalfDay, b: TypedHalfDay): boolean => rank(a) > rank(b);

/** When a half-day of the programme begins. */
export function startOf(rally: Rally, { date, part }: TypedHalfDay): Minutes {
	const day = rally.programme.find((d) => d.date === date)!;
	return part === 'morning' ? day.start : noonOf(day);
}

/**
 * The first visiting half-day on which something is at its lowest, and how low. The half-day is null when it is as
 * low on all of them, or when the programme has none yet: `measure` is then asked once, for no half-day.
 */
export function lowestHalfDay<T>(
	rally: Rally,
	measure: (half: HalfDay | null) => T,
	level: (measured: T) => number
): { halfDay: HalfDay | null; lowest: T } {
	const halves = ordered(rally, 'visits').map(({ key }) => ({ halfDay: key, lowest: measure(key) }));
	if (halves.length === 0) return { halfDay: null, lowest: measure(null) };
	const worst = halves.reduce((low, one) => (level(one.lowest) < level(low.lowest) ? one : low));
	const everywhere = halves.every(({ lowest }) => level(lowest) === level(worst.lowest));
	return everywhere ? { ...worst, halfDay: null } : worst;
}

/** Whether somebody or something is there on a half-day; on no half-day in particular, always. */
export const presentOn =
	(half: HalfDay | null) =>
	({ absences }: { absences: readonly string[] }): boolean =>
		half === null || !absences.includes(half);
