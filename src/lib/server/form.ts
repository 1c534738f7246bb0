import { z } from 'zod';

/** Anything that HTML forms send, put back in the shape the field names say. */
export type Typed = Record<string, unknown>;

export interface FormProblems {
	/** What was typed, to be shown again. */
	typed: Typed;
	/** Messages per field name (`slots.0.from`); '' holds those of the whole form. */
	problems: Record<string, string[]>;
}

/**
 * Reads a submitted form through a schema. On failure gives back what was typed and French messages per field.
 * `slots.0.from` becomes `{ slots: [{ from }] }`; a name sent several times becomes a list.
 */
export async function readForm<S extends z.ZodType>(request: Request, schema: S) {
	const data = await request.formData().catch(() => null);
	if (!data)
		return {
			ok: false as const,
			error: { typed: {}, problems: { '': [UNREADABLE] } } satisfies FormProblems
		};
	const typed = nest(data);
	const parsed = schema.safeParse(typed);
	if (parsed.success) return { ok: true as const, value: parsed.data as z.output<S>, typed };
	return { ok: false as const, error: { typed, problems: problemsOf(parsed.error) } satisfies FormProblems };
}

export function problemsOf(error: z.ZodError): Record<string, string[]> {
	const problems: Record<string, string[]> = {};
	for (const { path, message } of error.issues) (problems[path.join('.')] ??= []).push(message);
	return problems;
}

const UNREADABLE = 'Cet envoi n’a pas pu être lu. Recommencez.';
/** Number of a line in a list: a thousand at most. */
const LINE = /^\d{1,3}$/;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

function nest(data: FormData): Typed {
	const typed: Typed = {};
	for (const name of new Set(data.keys())) {
		const values = data.getAll(name).filter((value): value is string => typeof value === 'string');
		const keys = name.split('.');
		if (values.length === 0 || keys.length > 4 || keys.some((key) => FORBIDDEN.has(key))) continue;
		place(typed, keys, values.length > 1 ? values : values[0]!);
	}
	return typed;
}

function place(target: Typed, keys: string[], value: unknown) {
	let inside = target;
	for (const [depth, key] of keys.entries()) {
		// `slots.length` or `slots.map` would break the list they stand in.
		if (Array.isArray(inside) && !LINE.test(key)) return;
		if (depth === keys.length - 1) {
			inside[key] = value;
			return;
		}
		if (!Object.hasOwn(inside, key) || typeof inside[key] !== 'object')
			inside[key] = LINE.test(keys[depth + 1]!) ? [] : {};
		inside = inside[key] as Typed;
	}
}
