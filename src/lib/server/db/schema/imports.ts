import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { importKinds } from '$lib/domain/import/column';
import { decisions, rowStatuses, type RowReview } from '$lib/domain/import/review';
import type { Reading } from '$lib/domain/import/sheet';
import type { Head, LeftOut } from '$lib/domain/import/table';
import { organization } from './auth';
import { instant, keysOf, ofRally } from './columns';
import { rally } from './rally';
import { sealed } from './sealed';

/** Where an import stands: nothing is held in a browser, so that it can be taken up again after anything. */
export const importStates = ['table', 'columns', 'analysing', 'rows', 'applying', 'applied'] as const;

/** What a sheet gives once its headers are known: what the page of columns shows. */
export interface FoundTable {
	headers: string[];
	/** A few cells of each column. */
	samples: string[][];
	leftOut: LeftOut[];
	rows: number;
}

export interface ChosenColumns {
	/** For each column of the file, what it is; null for « ne pas importer ». */
	keys: (string | null)[];
	/** What rows get when the file says nothing: key → text as in a cell. */
	defaults: Record<string, string>;
}

/** A spreadsheet being imported. What it held is forgotten once imported; see `forgetOld`. */
export const spreadsheetImport = pgTable(
	'spreadsheet_import',
	{
		id: uuid().primaryKey().defaultRandom(),
		organizationId: text().notNull(),
		rallyId: uuid().notNull(),
		kind: text({ enum: keysOf(importKinds) }).notNull(),
		name: text().notNull(),
		state: text({ enum: importStates }).notNull(),
		reading: sealed<Reading>('spreadsheet_import.reading'),
		sheet: integer().notNull().default(0),
		head: jsonb().$type<Head>(),
		found: sealed<FoundTable>('spreadsheet_import.found').notNull(),
		chosen: sealed<ChosenColumns>('spreadsheet_import.chosen').notNull(),
		/** Rows looked at so far, while they are. */
		progress: integer().notNull().default(0),
		heartbeatAt: instant(),
		createdAt: instant().notNull().defaultNow(),
		createdBy: text().notNull(),
		updatedAt: instant().notNull().defaultNow(),
		appliedAt: instant(),
		appliedBy: text(),
		/** When writing it failed, nothing written. */
		failedAt: instant()
	},
	(t) => [ofRally(t, rally), index().on(t.rallyId, t.updatedAt)]
);

/** A line of the file, with the corrections made to it and what will become of it. */
export const spreadsheetRow = pgTable(
	'spreadsheet_row',
	{
		importId: uuid()
			.notNull()
			.references(() => spreadsheetImport.id, { onDelete: 'cascade' }),
		line: integer().notNull(),
		cells: sealed<string[]>('spreadsheet_row.cells').notNull(),
		status: text({ enum: keysOf(rowStatuses) }).notNull(),
		review: sealed<Omit<RowReview, 'status'>>('spreadsheet_row.review').notNull(),
		decision: text({ enum: keysOf(decisions) }),
		/** Once imported: the record, and the change that undoing takes back. */
		recordId: uuid(),
		changeId: uuid()
	},
	(t) => [primaryKey({ columns: [t.importId, t.line] }), index().on(t.importId, t.status)]
);

/** What an organisation said that a header means: proposed first the next time. '' for « ne pas importer ». */
export const spreadsheetColumn = pgTable(
	'spreadsheet_column',
	{
		organizationId: text()
			.notNull()
			.references(() => organization.id, { onDelete: 'cascade' }),
		kind: text({ enum: keysOf(importKinds) }).notNull(),
		header: text().notNull(),
		key: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.organizationId, t.kind, t.header] })]
);
