import { createInsertSchema } from 'drizzle-zod';
import type { z } from 'zod';
import { committeeMeeting, committeeMember } from '../../db/schema';
import * as field from '../../fields';
import { bookkeeping } from '../records/bookkeeping';

export const MemberForm = createInsertSchema(committeeMember, {
	name: field.required('Écrivez le nom.', 120),
	partnerId: field.idOrNull(),
	role: field.text(120)
}).omit(bookkeeping);
export type MemberInput = z.output<typeof MemberForm>;

export const MeetingForm = createInsertSchema(committeeMeeting, {
	name: field.required('Écrivez l’objet de la réunion.', 120),
	date: field.date('Indiquez le jour.'),
	start: field.clockOrNull(),
	place: field.text(200),
	present: field.ids(),
	minutes: field.text(10_000),
	decisions: field.text(5000)
}).omit(bookkeeping);
export type MeetingInput = z.output<typeof MeetingForm>;
