import { z } from 'zod';
import type { Declaration } from '$lib/domain/declaration';
import { text } from './text';
import { dateOrNull } from './times';

const Lines = z.object({ until: dateOrNull(), by: text(120), on: dateOrNull() });

/** A paper declared: who and when must be told; until when, only if it has an end. Nothing typed is no declaration. */
export const declarationOrNull = () =>
	z
		.unknown()
		.optional()
		.transform((value, context): Declaration | null => {
			const read = Lines.safeParse(value ?? {});
			if (!read.success) {
				for (const { path, message } of read.error.issues)
					context.addIssue({ code: 'custom', path, message });
				return z.NEVER;
			}
			const { until, by, on } = read.data;
			if (!until && !by && !on) return null;
			if (!by) context.addIssue({ code: 'custom', path: ['by'], message: 'Qui le déclare ?' });
			if (!on) context.addIssue({ code: 'custom', path: ['on'], message: 'Quel jour l’a-t-on déclaré ?' });
			return by && on ? { until, by, on } : z.NEVER;
		});
