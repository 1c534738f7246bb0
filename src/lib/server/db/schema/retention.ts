import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { RallyFigures } from '$lib/domain/figures/rally-figures';
import type { KeptCounts } from '$lib/domain/retention/figures-kept';
import type { PeopleCounts } from '$lib/domain/retention/people-counts';
import type { ReadingPage } from '$lib/domain/retention/readings';
import { requestKinds } from '$lib/domain/retention/requests';
import { organization } from './auth';
import { instant, keysOf, ownerColumns, signedColumns } from './columns';
import { sealed, sealedText } from './sealed';

const ofOrganization = () =>
	text()
		.notNull()
		.references(() => organization.id, { onDelete: 'cascade' });

/** How long an organisation keeps people's records; without a row, the usual time. */
export const retention = pgTable(
	'retention',
	{
		organizationId: ofOrganization().primaryKey(),
		months: integer().notNull(),
		/** Erase on the day without being asked. */
		automatic: boolean().notNull().default(false),
		version: integer().notNull().default(1),
		updatedAt: instant().notNull().defaultNow(),
		updatedBy: text().notNull()
	},
	(t) => [check('retention_months', sql`${t.months} between 1 and 36`)]
);

/**
 * What is left of people who were erased from a rally: counts. It stays when the rally itself is erased, so it names
 * the organisation only in the database's own eyes.
 */
export const rallyMemory = pgTable(
	'rally_memory',
	{
		...ownerColumns(),
		organizationId: ofOrganization(),
		rallyId: uuid().primaryKey(),
		/** Of the first day, « 2027-06 ». */
		month: text().notNull(),
		/** The rally's figures when all its people were erased; null while only some were. */
		figures: jsonb().$type<RallyFigures>(),
		/** How all of them counted for funders and for the FSE+, with `figures`. */
		people: jsonb().$type<PeopleCounts>(),
		/** How many were erased. */
		erased: integer().notNull().default(0),
		/** What those erased one by one made in the figures. Sealed: with one of them it is that person's profile. */
		kept: sealed<KeptCounts>('rally_memory.kept'),
		/** When all were erased, and who decided it; the application itself when the organisation lets it. */
		reducedAt: instant(),
		by: text().notNull()
	},
	(t) => [index().on(t.organizationId)]
);

/** When an organisation was told by letter that a rally's people fall due, so that it is told once. */
export const retentionNotice = pgTable(
	'retention_notice',
	{
		rallyId: uuid().primaryKey(),
		organizationId: ofOrganization(),
		/** The day they fall due: told again when it moves. */
		dueOn: text().notNull(),
		sentAt: instant().notNull().defaultNow()
	},
	(t) => [index().on(t.organizationId)]
);

/** What somebody asked about the data held of them, and when it was answered. */
export const personRequest = pgTable(
	'person_request',
	{
		id: uuid().primaryKey().defaultRandom(),
		organizationId: ofOrganization(),
		/** The record it is about; null for somebody who has none, and once it is erased. */
		participantId: uuid(),
		kind: text({ enum: keysOf(requestKinds) }).notNull(),
		/** Who asked. Emptied when the person is erased. */
		who: sealedText('person_request.who'),
		note: sealedText('person_request.note'),
		askedOn: date({ mode: 'string' }).notNull(),
		answeredOn: date({ mode: 'string' }),
		answeredBy: text(),
		version: integer().notNull().default(1),
		...signedColumns()
	},
	(t) => [index().on(t.organizationId), index().on(t.participantId)]
);

/** Who opened people's private data, and when: never what it said. Once per person, page and hour. */
export const reading = pgTable(
	'reading',
	{
		/** Hash of who, what and which hour: the second time in an hour adds nothing. */
		key: text().primaryKey(),
		...ownerColumns(),
		organizationId: ofOrganization(),
		userId: text().notNull(),
		page: text().$type<ReadingPage>().notNull(),
		/** Name of an exported file. */
		file: text(),
		/** The record that was opened; null for a list, and once it is erased. */
		participantId: uuid(),
		...signedColumns()
	},
	(t) => [index().on(t.organizationId, t.at)]
);
