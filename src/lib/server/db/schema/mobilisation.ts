import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { commitmentKinds } from '$lib/domain/mobilisation/commitment';
import { channels, contactModes } from '$lib/domain/mobilisation/contact';
import { outcomes, silences } from '$lib/domain/mobilisation/exchange';
import { company } from './company';
import { keysOf, ofRally, recordColumns } from './columns';
import { rally } from './rally';

const ofCompany = () =>
	uuid()
		.notNull()
		.references(() => company.id, { onDelete: 'cascade' });

/** People of a company besides the main one, who stands in its own record. */
export const companyContact = pgTable(
	'company_contact',
	{
		...recordColumns(),
		companyId: ofCompany(),
		name: text().notNull(),
		role: text().notNull().default(''),
		phone: text().notNull().default(''),
		email: text().notNull().default(''),
		mode: text({ enum: keysOf(contactModes) }),
		note: text().notNull().default('')
	},
	(t) => [ofRally(t, rally), index().on(t.rallyId), index().on(t.companyId)]
);

/** Each time somebody of a company was called, met or written to. */
export const companyExchange = pgTable(
	'company_exchange',
	{
		...recordColumns(),
		companyId: ofCompany(),
		on: date({ mode: 'string' }).notNull(),
		channel: text({ enum: keysOf(channels) }).notNull(),
		outcome: text({ enum: keysOf(outcomes) }).notNull(),
		spokenTo: text().notNull().default(''),
		note: text().notNull().default(''),
		explained: boolean().notNull().default(false),
		silence: text({ enum: keysOf(silences) }),
		/** Who made the contact. */
		by: text().notNull()
	},
	(t) => [ofRally(t, rally), index().on(t.rallyId), index().on(t.companyId)]
);

/** What a company gives: its time, prizes, money, drivers. */
export const companyCommitment = pgTable(
	'company_commitment',
	{
		...recordColumns(),
		companyId: ofCompany(),
		kind: text({ enum: keysOf(commitmentKinds) }).notNull(),
		description: text().notNull().default(''),
		quantity: integer(),
		valueCents: integer(),
		honoured: boolean().notNull().default(false)
	},
	(t) => [
		ofRally(t, rally),
		index().on(t.rallyId),
		check('company_commitment_figures', sql`${t.quantity} >= 0 and ${t.valueCents} >= 0`)
	]
);
