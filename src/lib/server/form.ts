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
	const typed = nest(await request.formData());
	const parsed = schema.safeParse(typed);
	if (parsed.success) return { ok: true as const, value: parsed.data as z.output<S>, typed };
	return { ok: false as const, error: { typed, problems: problemsOf(parsed.error) } satisfies FormProblems };
}

export function problemsOf(error: z.ZodError): Record<string, string[]> {
	const problems: Record<string, string[]> = {};
	for (const { path, message } of error.issues) (problems[path.join('.')] ??= []).push(message);
	return problems;
}

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
	let inside = target as Record<string, unknown>;
	keys.forEach((key, depth) => {
		if (depth === keys.length - 1) {
			inside[key] = value;
			return;
		}
		const next = inside[key];
		if (typeof next !== 'object' || next === null) inside[key] = /^\d{1,3}$/.test(keys[depth + 1]!) ? [] : {};
		inside = inside[key] as Record<string, unknown>;
	});
}
