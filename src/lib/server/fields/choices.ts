import { z } from 'zod';
import { cleaned, UNREADABLE } from './text';

/** A box: nothing is sent when it is not ticked. */
export const ticked = () =>
	z
		.unknown()
		.optional()
		.transform((value) => value === 'on' || value === 'true' || value === true);

/** One key of a record of labels. */
export const choice = <K extends string>(labels: Record<K, unknown>, missing = 'Choisissez dans la liste.') =>
	cleaned.refine((value): value is K => Object.hasOwn(labels, value), {
		error: missing
	}) as unknown as z.ZodType<K>;

export const choiceOrNull = <K extends string>(labels: Record<K, unknown>) =>
	cleaned
		.transform((value) => value || null)
		.refine((value) => value === null || Object.hasOwn(labels, value), {
			error: 'Choisissez dans la liste.'
		}) as unknown as z.ZodType<K | null>;

const list = z
	.union([z.string(), z.array(z.string())], { error: UNREADABLE })
	.nullish()
	.transform((value) => [...new Set([value ?? []].flat().filter((item) => item !== ''))]);

/** Several keys of a record of labels, in the order of the labels. */
export const choices = <K extends string>(labels: Record<K, unknown>) =>
	list
		.refine((values) => values.every((value) => Object.hasOwn(labels, value)), {
			error: 'Choisissez dans la liste.'
		})
		.transform((values) => Object.keys(labels).filter((key) => values.includes(key))) as unknown as z.ZodType<
		K[]
	>;

const HALF_DAY = /^\d{4}-\d{2}-\d{2}:(morning|afternoon)$/;
const Presences = z.object({ shown: list, present: list });

/**
 * Half-days (`2027-06-08:morning`) on which somebody is away. The form says it the other way round: the half-days
 * it showed, and those that were ticked as present; one added to the programme meanwhile is no absence.
 */
export const absences = () =>
	z
		.unknown()
		.optional()
		.transform((value, context) => {
			const ticks = Presences.safeParse(value);
			const plain = list.safeParse(value);
			if (plain.success) return plain.data;
			if (ticks.success) return ticks.data.shown.filter((key) => !ticks.data.present.includes(key));
			context.addIssue({ code: 'custom', message: UNREADABLE });
			return z.NEVER;
		})
		.refine((keys) => keys.length <= 40 && keys.every((key) => HALF_DAY.test(key)), {
			error: 'Choisissez parmi les demi-journées du rallye.'
		})
		.transform((keys) => keys.sort());

export const ids = () =>
	list
		.refine((values) => values.length <= 60, { error: 'Soixante personnes au plus.' })
		.refine((values) => values.every((value) => z.uuid().safeParse(value).success), {
			error: 'Choisissez dans la liste.'
		})
		.transform((values) => values.sort());

export const idOrNull = () =>
	cleaned.transform((value) => value || null).pipe(z.uuid({ error: 'Choisissez dans la liste.' }).nullable());

/** Keys of rows that a form lists by itself: whoever saves them leaves out those that do not exist. */
export const keys = (most = 1000) =>
	list.refine((values) => values.length <= most && values.every((value) => value.length <= 400), {
		error: 'Choisissez dans la liste.'
	});
