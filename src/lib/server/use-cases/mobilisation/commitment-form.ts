import { createInsertSchema } from 'drizzle-zod';
import { z } from 'zod';
import { commitmentKinds } from '$lib/domain/mobilisation/commitment';
import { companyCommitment } from '../../db/schema';
import * as field from '../../fields';
import { bookkeeping } from '../records/bookkeeping';

/** « 1 250,50 » → 125050 cents; null when nothing is typed. A million euros at most. */
const euros = z
	.string()
	.nullish()
	.transform((typed, context): number | null => {
		const text = (typed ?? '').replace(/[\s\u202f\u00a0€]/g, '').replace(',', '.');
		if (text === '') return null;
		if (/^\d{1,7}(\.\d{1,2})?$/.test(text)) return Math.round(Number(text) * 100);
		context.addIssue({ code: 'custom', message: 'Écrivez une somme en euros, par exemple 250 ou 12,50.' });
		return z.NEVER;
	});

/** What the form of a commitment sends; a sum of money is asked of a gift. */
export const CommitmentForm = createInsertSchema(companyCommitment, {
	kind: field.choice(commitmentKinds, 'Dites ce que l’entreprise apporte.'),
	description: field.text(300),
	quantity: field.wholeOrNull(0, 10_000),
	valueCents: euros,
	honoured: field.ticked()
})
	.omit({ ...bookkeeping, companyId: true })
	.superRefine(({ kind, valueCents, description }, context) => {
		const add = (path: string, message: string) =>
			context.addIssue({ code: 'custom', path: [path], message });
		if (kind === 'money' && !valueCents) add('valueCents', 'Quelle somme ?');
		if (kind === 'prize' && !description) add('description', 'Quels lots ?');
	});

export type CommitmentInput = z.output<typeof CommitmentForm>;
