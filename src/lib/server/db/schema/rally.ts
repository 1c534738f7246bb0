import { check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import type { ProgrammeDay } from '$lib/domain/calendar';
import type { CharterNumbers } from '$lib/domain/charter/numbers';
import type { ClosingEvent, Place, RallySettings } from '$lib/domain/rally';
import { organization } from './auth';
import { instant, ofRally } from './columns';

export const rally = pgTable(
	'rally',
	{
		id: uuid().primaryKey().defaultRandom(),
		organizationId: text()
			.notNull()
			.references(() => organization.id, { onDelete: 'cascade' }),
		title: text().notNull(),
		edition: integer().notNull().default(1),
		territory: text().notNull().default(''),
		department: text().notNull(),
		programme: jsonb().$type<ProgrammeDay[]>().notNull(),
		meetingPoint: jsonb().$type<Place>(),
		closing: jsonb().$type<ClosingEvent>(),
		contactName: text().notNull().default(''),
		contactPhone: text().notNull().default(''),
		settings: jsonb().$type<RallySettings>().notNull(),
		charterVersion: text().notNull(),
		/** What that version asks, when the federation wrote it: the rally keeps it whole, and so does its archive. */
		charterNumbers: jsonb().$type<CharterNumbers>(),
		version: integer().notNull().default(1),
		createdAt: instant().notNull().defaultNow(),
		updatedAt: instant().notNull().defaultNow(),
		updatedBy: text().notNull(),
		archivedAt: instant()
	},
	(t) => [
		unique().on(t.id, t.organizationId),
		index().on(t.organizationId),
		check('rally_edition', sql`${t.edition} >= 1`)
	]
);

/** Road times written by hand, directed; `meeting` or a company's id at each end. */
export const typedTravel = pgTable(
	'typed_travel',
	{
		id: uuid().primaryKey().defaultRandom(),
		organizationId: text().notNull(),
		rallyId: uuid().notNull(),
		fromPlace: text().notNull(),
		toPlace: text().notNull(),
		minutes: integer().notNull(),
		updatedAt: instant().notNull().defaultNow(),
		updatedBy: text().notNull()
	},
	(t) => [
		ofRally(t, rally),
		unique().on(t.rallyId, t.fromPlace, t.toPlace),
		check('typed_travel_minutes', sql`${t.minutes} between 0 and 600`)
	]
);
