import { sql } from 'drizzle-orm';
import {
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { ScenarioFound } from '$lib/domain/scenario/scenario';
import type { WhatIf } from '$lib/domain/scenario/what-if';
import type { CellChange, CellKey, CellValue } from '$lib/domain/draft/cells';
import { instant, ofRally, ownerColumns } from './columns';
import { rally } from './rally';

/** A plan being changed by hand: one that everybody works on, and scenarios with a name, kept to be compared. */
export const draft = pgTable(
	'draft',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		/** Null for the one that everybody works on. */
		name: text(),
		/** Number of the plan it began as. */
		base: integer().notNull(),
		/** Grows by one at each edit. */
		version: integer().notNull().default(0),
		/** What a scenario supposes of the rally. The records themselves stay as they are. */
		supposes: jsonb().$type<WhatIf[]>().notNull().default([]),
		/** How its plan was found; null when it was only kept. */
		found: jsonb().$type<ScenarioFound>(),
		createdBy: text().notNull(),
		createdAt: instant().notNull().defaultNow(),
		updatedAt: instant().notNull().defaultNow()
	},
	(t) => [
		ofRally(t, rally),
		index().on(t.rallyId),
		uniqueIndex('draft_working')
			.on(t.rallyId)
			.where(sql`${t.name} is null`),
		unique('draft_name').on(t.rallyId, t.name)
	]
);

/** One row a cell: two people cannot put somebody in two teams, whatever they do at once. */
export const draftCell = pgTable(
	'draft_cell',
	{
		...ownerColumns(),
		draftId: uuid()
			.notNull()
			.references(() => draft.id, { onDelete: 'cascade' }),
		key: text().$type<CellKey>().notNull(),
		value: jsonb().$type<CellValue>().notNull()
	},
	(t) => [primaryKey({ columns: [t.draftId, t.key] }), ofRally(t, rally)]
);

/** Each edit in its order, with what it changed: undo, the history and what another editor missed. */
export const draftEdit = pgTable(
	'draft_edit',
	{
		...ownerColumns(),
		draftId: uuid()
			.notNull()
			.references(() => draft.id, { onDelete: 'cascade' }),
		/** The draft's version once it was made. */
		number: integer().notNull(),
		changes: jsonb().$type<CellChange[]>().notNull(),
		/** What was asked: « déplacer », « annuler »… */
		kind: text().notNull(),
		/** Number of the edit that this one takes back or makes again. */
		of: integer(),
		by: text().notNull(),
		byId: text().notNull(),
		at: instant().notNull().defaultNow()
	},
	(t) => [primaryKey({ columns: [t.draftId, t.number] }), ofRally(t, rally)]
);
