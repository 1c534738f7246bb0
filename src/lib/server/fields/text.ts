import { z } from 'zod';

export const UNREADABLE = 'Cette valeur n’a pas la forme attendue.';
// A fault that no brick has words for must not reach the screen in English.
z.config({ localeError: () => ({ message: UNREADABLE }) });

// eslint-disable-next-line no-control-regex -- control characters are what must go
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
/** Marks that turn the direction of text: pasted by accident, they would scramble every list and document. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** A character that shows: a name made of spaces and joiners alone is no name. */
const VISIBLE = /[^\p{C}\p{Z}\p{M}]/u;

/** What was typed, without what does not show. */
export const cleaned = z
	.union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')], { error: UNREADABLE })
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
		.refine((value) => VISIBLE.test(value), { error: missing, abort: true })
		.refine((value) => value.length <= max, { error: tooLong(max) });

/** Text, or null when nothing was typed. */
export const textOrNull = (max = 200) => text(max).transform((value) => value || null);
