import { cleaned } from './text';

const integer = (value: string) => (/^-?\d{1,9}$/.test(value) ? Number(value) : Number.NaN);
const within = (min: number, max: number) => `Indiquez un nombre entier entre ${min} et ${max}.`;

export const whole = (min: number, max: number) =>
	cleaned.transform(integer).refine((value) => value >= min && value <= max, { error: within(min, max) });

export const wholeOrNull = (min: number, max: number) =>
	cleaned
		.transform((value) => (value === '' ? null : integer(value)))
		.refine((value) => value === null || (value >= min && value <= max), { error: within(min, max) });

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
