import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { recordKinds } from '$lib/domain/records';
import { keysOf, ofRally, signedColumns } from './columns';
import { rally } from './rally';
import { sealed } from './sealed';

export const changeKinds = ['create', 'update', 'archive', 'restore', 'undo'] as const;

/** Each saved change with the row before and after it: what undo, merging and « qui a changé quoi » read. */
export const change = pgTable(
	'change',
	{
		id: uuid().primaryKey().defaultRandom(),
		organizationId: text().notNull(),
		rallyId: uuid().notNull(),
		record: text({ enum: keysOf(recordKinds) }).notNull(),
		recordId: uuid().notNull(),
		kind: text({ enum: changeKinds }).notNull(),
		/** The record's version once this change was made. */
		version: integer().notNull(),
		before: sealed<Record<string, unknown>>('change.before'),
		after: sealed<Record<string, unknown>>('change.after').notNull(),
		/** The change it was made with: undone with it. */
		along: uuid(),
		...signedColumns()
	},
	(t) => [
		ofRally(t, rally),
		index().on(t.recordId, t.version),
		index().on(t.rallyId, t.at),
		index().on(t.along)
	]
);
