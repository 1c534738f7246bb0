import { date, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { phases } from '$lib/domain/preparation/phases';
import { keysOf, ofRally, recordColumns } from './columns';
import { partner } from './people';
import { rally } from './rally';
import { sealedText } from './sealed';

/** One thing to do for a rally, dated from its first day or on a day of its own. */
export const preparationTask = pgTable(
	'preparation_task',
	{
		...recordColumns(),
		phase: text({ enum: keysOf(phases) }).notNull(),
		name: text().notNull(),
		/** Days before the first day; negative after it. The date follows when the rally moves. */
		daysBefore: integer(),
		/** A day chosen by hand: it stays where it is when the rally moves. */
		dueOn: date({ mode: 'string' }),
		/** A member of the organisation, else a name. */
		ownerId: text(),
		ownerName: text().notNull().default(''),
		note: text().notNull().default(''),
		doneOn: date({ mode: 'string' }),
		/** Key in the template; null for a task of the organiser's own. */
		template: text()
	},
	(t) => [ofRally(t, rally), index().on(t.rallyId)]
);

/** Somebody of the steering committee: for a partner, or by name. */
export const committeeMember = pgTable(
	'committee_member',
	{
		...recordColumns(),
		name: text().notNull(),
		partnerId: uuid().references(() => partner.id, { onDelete: 'set null' }),
		/** What they stand for, when no partner says it. */
		role: text().notNull().default('')
	},
	(t) => [ofRally(t, rally), index().on(t.rallyId)]
);

/** One meeting of the steering committee. */
export const committeeMeeting = pgTable(
	'committee_meeting',
	{
		...recordColumns(),
		name: text().notNull(),
		date: date({ mode: 'string' }).notNull(),
		start: integer(),
		place: text().notNull().default(''),
		/** Ids of members who came. */
		present: jsonb().$type<string[]>().notNull().default([]),
		/** May name people, as what is said of them in a committee does. */
		minutes: sealedText('committee_meeting.minutes'),
		/** One a line. */
		decisions: sealedText('committee_meeting.decisions')
	},
	(t) => [ofRally(t, rally), index().on(t.rallyId)]
);
