import { addDays, daysBetween, type IsoDate, type Minutes, type ProgrammeDay } from '../calendar';

export const attendances = {
	invited: 'Invité·e',
	attended: 'Présent·e',
	excused: 'Excusé·e',
	absent: 'Absent·e'
} as const;
export type Attendance = keyof typeof attendances;

/** An information session, where people hear what the rally is before they say yes. */
export interface InformationSession {
	id: string;
	date: IsoDate;
	start: Minutes;
	/** How long it lasts. */
	minutes: number;
	place: string;
	address: string;
	/** Seats in the room; null when nobody counted. */
	places: number | null;
	note: string;
	attendance: Record<string, Attendance>;
}

/**
 * Days before the rally's first day between which a session works: « ni trop en amont », people forget and find
 * other things, « ni trop proche de l’action », no time is left to replace anybody (Ansa 2019, l. 157). The report
 * gives no number: two to five weeks is our own choice. Its one dated case, two days before (l. 446), is too close.
 */
export const sessionDays = { latest: 14, earliest: 35 } as const;

export interface SessionWindow {
	from: IsoDate;
	to: IsoDate;
}

/** The recommended dates; null while the rally has none. */
export function sessionWindow(programme: readonly Pick<ProgrammeDay, 'date'>[]): SessionWindow | null {
	const first = programme.map(({ date }) => date).sort()[0];
	return first
		? { from: addDays(first, -sessionDays.earliest), to: addDays(first, -sessionDays.latest) }
		: null;
}

export type SessionTiming = 'recommended' | 'too-early' | 'too-close' | 'after-start' | 'no-rally-date';

export function sessionTiming(
	date: IsoDate,
	programme: readonly Pick<ProgrammeDay, 'date'>[]
): SessionTiming {
	const window = sessionWindow(programme);
	if (!window) return 'no-rally-date';
	if (date < window.from) return 'too-early';
	if (date <= window.to) return 'recommended';
	return daysBetween(date, addDays(window.to, sessionDays.latest)) > 0 ? 'too-close' : 'after-start';
}

/** People in each state of attendance; everybody invited is in exactly one. */
export function attendanceCounts(attendance: Record<string, Attendance>): Record<Attendance, number> {
	const counts = { invited: 0, attended: 0, excused: 0, absent: 0 };
	for (const state of Object.values(attendance)) counts[state]++;
	return counts;
}
