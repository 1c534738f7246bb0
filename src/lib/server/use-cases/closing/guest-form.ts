import { createInsertSchema } from 'drizzle-zod';
import type { z } from 'zod';
import { guestKinds, guestReplies } from '$lib/domain/closing/guests';
import { guest } from '../../db/schema';
import * as field from '../../fields';
import { bookkeeping } from '../records/bookkeeping';

/** What the form of an invitation sends, read into the table's own columns. */
export const GuestForm = createInsertSchema(guest, {
	name: field.required('Écrivez qui est invité.', 120),
	organisation: field.text(120),
	kind: field.choice(guestKinds, 'Choisissez à quel titre.'),
	people: field.whole(1, 99),
	reply: field.choice(guestReplies),
	coming: field.wholeOrNull(0, 99),
	came: field.wholeOrNull(0, 99),
	note: field.text(300)
}).omit({ ...bookkeeping, companyId: true, partnerId: true });

export type GuestInput = z.output<typeof GuestForm>;
