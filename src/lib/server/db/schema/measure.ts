import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { answerMeans, type Sheet } from '$lib/domain/measure/answer-sheet';
import { audiences, moments } from '$lib/domain/measure/instruments';
import type { FollowUpSaid } from '$lib/domain/measure/outcomes';
import { keysOf, ofRally, ownerColumns, passedOn, signedColumns } from './columns';
import { company } from './company';
import { participant, partner } from './people';
import { rally } from './rally';
import { sealed } from './sealed';

const ofParticipant = () => uuid().references(() => participant.id, { onDelete: 'cascade' });
const ofCompany = () => uuid().references(() => company.id, { onDelete: 'cascade' });

/** Each sheet answered before or after the rally. A corrected answer is another row: the last one counts. */
export const questionnaireAnswer = pgTable(
	'questionnaire_answer',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		audience: text({ enum: keysOf(audiences) }).notNull(),
		moment: text({ enum: keysOf(moments) }).notNull(),
		participantId: ofParticipant(),
		companyId: ofCompany(),
		partnerId: uuid().references(() => partner.id, { onDelete: 'cascade' }),
		/** « participants-1 »: the version of the items that were read (domain/measure/instruments.ts). */
		instrument: text().notNull(),
		sheet: sealed<Sheet>('questionnaire_answer.sheet').notNull(),
		means: text({ enum: keysOf(answerMeans) }).notNull(),
		...passedOn(),
		...signedColumns(),
		/** Order of arrival: two may come in the same millisecond. */
		number: integer().generatedAlwaysAsIdentity()
	},
	(t) => [
		ofRally(t, rally),
		index().on(t.rallyId),
		index().on(t.participantId),
		check(
			'questionnaire_answer_one',
			sql`num_nonnulls(${t.participantId}, ${t.companyId}, ${t.partnerId}) = 1`
		)
	]
);

/** A participant and a company that gave each other a way to be reached, the person having agreed to say so. */
export const exchangedContact = pgTable(
	'exchanged_contact',
	{
		...ownerColumns(),
		participantId: ofParticipant().notNull(),
		companyId: ofCompany().notNull(),
		...passedOn(),
		...signedColumns()
	},
	(t) => [primaryKey({ columns: [t.participantId, t.companyId] }), ofRally(t, rally), index().on(t.rallyId)]
);

/** What was tried and what is known of each person six months later. Lines are added, never changed. */
export const followUpLine = pgTable(
	'follow_up_line',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		participantId: ofParticipant().notNull(),
		on: date({ mode: 'string' }).notNull(),
		said: sealed<FollowUpSaid>('follow_up_line.said').notNull(),
		...passedOn(),
		...signedColumns(),
		number: integer().generatedAlwaysAsIdentity()
	},
	(t) => [ofRally(t, rally), index().on(t.rallyId), index().on(t.participantId)]
);
