import { createInsertSchema } from 'drizzle-zod';
import type { z } from 'zod';
import { accompanist } from '../../db/schema';
import * as field from '../../fields';
import { bookkeeping } from '../records/bookkeeping';

/** What the form of an accompanist sends, read into the table's own columns. */
export const AccompanistForm = createInsertSchema(accompanist, {
	firstName: field.required('Écrivez le prénom.', 80),
	lastName: field.required('Écrivez le nom.', 80),
	phone: field.phone(),
	email: field.email(),
	drives: field.ticked(),
	licence: field.declarationOrNull(),
	employer: field.text(120),
	employerCompanyId: field.idOrNull(),
	absences: field.absences()
}).omit(bookkeeping);

export type AccompanistInput = z.output<typeof AccompanistForm>;
