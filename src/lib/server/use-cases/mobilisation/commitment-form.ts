import { createInsertSchema } from 'drizzle-zod';
import type { z } from 'zod';
import { commitmentKinds } from '$lib/domain/mobilisation/commitment';
import { companyCommitment } from '../../db/schema';
import * as field from '../../fields';
import { bookkeeping } from '../records/bookkeeping';

/** What the form of a commitment sends; a sum of money is asked of a gift. */
export const CommitmentForm = createInsertSchema(companyCommitment, {
	kind: field.choice(commitmentKinds, 'Dites ce que l’entreprise apporte.'),
	description: field.text(300),
	quantity: field.wholeOrNull(0, 10_000),
	valueCents: field.eurosOrNull(),
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
