import { z } from 'zod';

/** « 1 250,50 » → 125050 cents; null when nothing is typed. A million euros at most. */
export const eurosOrNull = () =>
	z
		.string()
		.nullish()
		.transform((typed, context): number | null => {
			const text = (typed ?? '').replace(/[\s\u202f\u00a0€]/g, '').replace(',', '.');
			if (text === '') return null;
			if (/^\d{1,7}(\.\d{1,2})?$/.test(text)) return Math.round(Number(text) * 100);
			context.addIssue({ code: 'custom', message: 'Écrivez une somme en euros, par exemple 250 ou 12,50.' });
			return z.NEVER;
		});
