import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bilanRecipients, bilanStates, type SentBilan } from '$lib/domain/bilan/bilan';
import type { BreakdownKey, FigureKey } from '$lib/domain/figures/catalogue';
import { instant, keysOf, ofRally, ownerColumns, recordColumns, signedColumns } from './columns';
import { organization } from './auth';
import { partner } from './people';
import { rally } from './rally';

/** A year's call for bilans, opened by the federation. */
export const campaign = pgTable(
	'campaign',
	{
		id: uuid().primaryKey().defaultRandom(),
		/** The federation's own organisation. */
		organizationId: text()
			.notNull()
			.references(() => organization.id, { onDelete: 'cascade' }),
		/** Rallies whose last day falls in it. */
		year: integer().notNull(),
		opensOn: date({ mode: 'string' }).notNull(),
		/** Wanted by then; a bilan sent later is late, not refused. */
		dueOn: date({ mode: 'string' }).notNull(),
		message: text().notNull().default(''),
		version: integer().notNull().default(1),
		createdAt: instant().notNull().defaultNow(),
		updatedAt: instant().notNull().defaultNow(),
		updatedBy: text().notNull(),
		closedAt: instant()
	},
	(t) => [
		uniqueIndex('campaign_year').on(t.organizationId, t.year),
		check('campaign_dates', sql`${t.dueOn} >= ${t.opensOn}`)
	]
);

/** One bilan of a rally for one recipient: what it is made of, and what was last sent. */
export const bilan = pgTable(
	'bilan',
	{
		...recordColumns(),
		recipient: text({ enum: keysOf(bilanRecipients) }).notNull(),
		/** The funder; null for the federation and Ansa. */
		partnerId: uuid().references(() => partner.id, { onDelete: 'cascade' }),
		state: text({ enum: keysOf(bilanStates) })
			.notNull()
			.default('to-complete'),
		/** Figures and breakdowns shown, in order; null for those proposed for this recipient. */
		shown: jsonb().$type<(FigureKey | BreakdownKey)[]>(),
		/** Sections of the narrative, by key. */
		narrative: jsonb().$type<Record<string, string>>().notNull().default({}),
		/** What was sent last, as it was; null before. */
		sent: jsonb().$type<SentBilan>(),
		sentOn: instant(),
		/** Counts the sendings. */
		sendings: integer().notNull().default(0)
	},
	(t) => [
		ofRally(t, rally),
		index().on(t.rallyId),
		index().on(t.recipient, t.state),
		check('bilan_partner', sql`(${t.recipient} = 'funder') = (${t.partnerId} is not null)`),
		uniqueIndex('bilan_recipient')
			.on(t.rallyId, t.recipient)
			.where(sql`${t.recipient} <> 'funder' and ${t.archivedAt} is null`),
		uniqueIndex('bilan_funder')
			.on(t.rallyId, t.partnerId)
			.where(sql`${t.recipient} = 'funder' and ${t.archivedAt} is null`)
	]
);

/** Each change of state of a bilan, with its message. Never changed. */
export const bilanStep = pgTable(
	'bilan_step',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		bilanId: uuid()
			.notNull()
			.references(() => bilan.id, { onDelete: 'cascade' }),
		from: text({ enum: keysOf(bilanStates) }).notNull(),
		to: text({ enum: keysOf(bilanStates) }).notNull(),
		/** Which side moved it. */
		side: text({ enum: ['organizer', 'recipient'] }).notNull(),
		message: text().notNull().default(''),
		...signedColumns()
	},
	(t) => [ofRally(t, rally), index().on(t.bilanId, t.at)]
);
