import { z } from 'zod';
import { readDate } from '$lib/domain/calendar';
import { cleaned } from './text';

/** « 09:05 », « 9h05 », « 9 h 05 » or « 9 h » → minutes since midnight. */
export function readClock(value: string): number | null {
	const match = /^(\d{1,2})\s*(?::|h)\s*(?:(\d{2})(?::\d{2})?)?$/i.exec(
		value.replace(/[\u202f\u00a0]/g, ' ').trim()
	);
	if (!match) return null;
	const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
	return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

const NOT_A_CLOCK = 'Indiquez une heure, par exemple 9 h 30.';

export const clockTime = () =>
	cleaned.transform((value, context) => {
		const minutes = readClock(value);
		if (minutes === null) context.addIssue({ code: 'custom', message: NOT_A_CLOCK });
		return minutes ?? z.NEVER;
	});

export const clockOrNull = () =>
	cleaned.transform((value, context) => {
		if (value === '') return null;
		const minutes = readClock(value);
		if (minutes === null) context.addIssue({ code: 'custom', message: NOT_A_CLOCK });
		return minutes ?? z.NEVER;
	});

export const date = (missing = 'Indiquez une date.') =>
	cleaned.refine((value) => readDate(value).ok && value >= '2000-01-01' && value <= '2100-12-31', {
		error: missing
	});

export const dateOrNull = () =>
	cleaned.transform((value, context) => {
		if (value === '') return null;
		const read = date().safeParse(value);
		if (!read.success) context.addIssue({ code: 'custom', message: 'Indiquez une date, ou rien.' });
		return read.success ? read.data : z.NEVER;
	});
