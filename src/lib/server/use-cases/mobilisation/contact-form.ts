import { createInsertSchema } from 'drizzle-zod';
import type { z } from 'zod';
import { contactModes } from '$lib/domain/mobilisation/contact';
import { companyContact } from '../../db/schema';
import * as field from '../../fields';
import { bookkeeping } from '../records/bookkeeping';

/** What the form of somebody of a company sends. */
export const ContactForm = createInsertSchema(companyContact, {
	name: field.required('Écrivez le nom de la personne.', 120),
	role: field.text(120),
	phone: field.phone(),
	email: field.email(),
	mode: field.choiceOrNull(contactModes),
	note: field.text(600)
}).omit({ ...bookkeeping, companyId: true });

export type ContactInput = z.output<typeof ContactForm>;
