import { createInsertSchema } from 'drizzle-zod';
import { z } from 'zod';
import { attendances } from '$lib/domain/enrolment/session';
import { participantStates } from '$lib/domain/participant';
import { informationSession } from '../../db/schema';
import * as field from '../../fields';
import { bookkeeping } from '../records/bookkeeping';

/** What the form of an information session sends, read into the table's own columns. */
export const SessionForm = createInsertSchema(informationSession, {
	date: field.date('Indiquez le jour.'),
	start: field.clockTime(),
	minutes: field.whole(15, 480),
	place: field.required('Écrivez où la réunion a lieu.', 120),
	address: field.text(200),
	places: field.wholeOrNull(1, 500),
	note: field.text(500)
}).omit({ ...bookkeeping, attendance: true });
export type SessionInput = z.output<typeof SessionForm>;

const orNone = <K extends string>(labels: Record<K, unknown>) => field.choiceOrNull(labels);

/** One line of the attendance list: how it was when the page was opened, and how it is now. */
const Line = z.object({
	id: z.uuid(),
	was: orNone(attendances),
	now: orNone(attendances),
	/** What is decided for the person after the session; nothing leaves them where they are. */
	from: field.choice(participantStates),
	to: orNone(participantStates)
});
export const AttendanceForm = z.object({ lines: z.array(Line).max(500).default([]) });
export type AttendanceLine = z.output<typeof Line>;
