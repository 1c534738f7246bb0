import { z } from 'zod';
import { readDate } from '$lib/domain/calendar';

/** Bricks of form schemas: what is typed comes as text; what leaves is the domain's type, or a French message. */

// eslint-disable-next-line no-control-regex -- control characters are what must go
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
/** Marks that turn the direction of text: pasted by accident, they would scramble every list and document. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;

const cleaned = z
	.union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')])
	.nullish()
	.transform((text) =>
		(text ?? '').replace(CONTROL, '').replace(DIRECTION, '').replace(/\r\n?/g, '\n').trim()
	);

const tooLong = (max: number) => `Ce texte est trop long : ${max} caractères au plus.`;

/** Text that may be empty. */
export const text = (max = 200) => cleaned.refine((value) => value.length <= max, { error: tooLong(max) });

/** Text that must be there; `missing` says what to write. */
export const required = (missing: string, max = 200) =>
	cleaned
		.refine((value) => value.length > 0, { error: missing, abort: true })
		.refine((value) => value.length <= max, { error: tooLong(max) });

/** Text, or null when nothing was typed. */
export const textOrNull = (max = 200) => text(max).transform((value) => value || null);

const integer = (value: string) => (/^-?\d{1,9}$/.test(value) ? Number(value) : Number.NaN);
const within = (min: number, max: number) => `Indiquez un nombre entier entre ${min} et ${max}.`;

export const whole = (min: number, max: number) =>
	cleaned.transform(integer).refine((value) => value >= min && value <= max, { error: within(min, max) });

export const wholeOrNull = (min: number, max: number) =>
	cleaned
		.transform((value) => (value === '' ? null : integer(value)))
		.refine((value) => value === null || (value >= min && value <= max), { error: within(min, max) });

/** « 09:05 », « 9h05 », « 9 h 05 » or « 9 h » → minutes since midnight. */
export function readClock(value: string): number | null {
	const match = /^(\d{1,2})\s*(?::|h)\s*(\d{2})?(?::\d{2})?$/i.exec(
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

export const ticked = () =>
	z.unknown().transform((value) => value === 'on' || value === 'true' || value === true);

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
	.union([z.string(), z.array(z.string())])
	.nullish()
	.transform((value) => [...new Set([value ?? []].flat().filter((item) => item !== ''))]);

/** Several keys of a record of labels. */
export const choices = <K extends string>(labels: Record<K, unknown>) =>
	list.refine((values) => values.every((value) => Object.hasOwn(labels, value)), {
		error: 'Choisissez dans la liste.'
	}) as unknown as z.ZodType<K[]>;

/** Half-days as `2027-06-08:morning`. */
export const halfDays = () =>
	list.refine(
		(values) =>
			values.every((value) => /^\d{4}-\d{2}-\d{2}:(morning|afternoon)$/.test(value)) && values.length <= 20,
		{
			error: 'Choisissez parmi les demi-journées du rallye.'
		}
	);

export const ids = () => list.pipe(z.array(z.uuid({ error: 'Choisissez dans la liste.' })).max(60));

export const idOrNull = () =>
	cleaned.transform((value) => value || null).pipe(z.uuid({ error: 'Choisissez dans la liste.' }).nullable());

export const email = () =>
	text(254)
		.transform((value) => value.toLowerCase())
		.refine((value) => value === '' || z.email().safeParse(value).success, {
			error: 'Cette adresse n’est pas complète : elle doit ressembler à prenom@exemple.fr.'
		});

/** French numbers in the usual writings; kept as « 04 75 00 00 00 », foreign ones as typed with their +. */
export const phone = () =>
	text(40)
		.transform((value) => {
			const digits = value.replace(/[^\d+]/g, '').replace(/^(\+33|0033)0?/, '0');
			return /^0\d{9}$/.test(digits)
				? digits.replace(/(\d{2})(?=\d)/g, '$1 ')
				: /^(\+|00)\d{7,15}$/.test(digits)
					? digits
					: value;
		})
		.refine((value) => value === '' || /^0\d( \d{2}){4}$/.test(value) || /^(\+|00)\d{7,15}$/.test(value), {
			error: 'Ce numéro n’est pas complet : dix chiffres, par exemple 04 75 12 34 56.'
		});

export const postcode = () =>
	text(10)
		.transform((value) => value.replace(/\s/g, ''))
		.refine((value) => value === '' || /^\d{5}$/.test(value), {
			error: 'Un code postal compte cinq chiffres.'
		});

/** A decimal number written with a comma or a point, or null. */
export const decimalOrNull = (min: number, max: number, message: string) =>
	cleaned
		.transform((value) =>
			value === ''
				? null
				: /^-?\d{1,3}([.,]\d{1,12})?$/.test(value)
					? Number(value.replace(',', '.'))
					: Number.NaN
		)
		.refine((value) => value === null || (value >= min && value <= max), { error: message });

export const version = () => whole(1, 999_999_999);
