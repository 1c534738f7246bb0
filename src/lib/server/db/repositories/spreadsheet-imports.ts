import { and, asc, count, desc, eq, getTableColumns, lt, or, sql } from 'drizzle-orm';
import { setImmediate } from 'node:timers/promises';
import type { ImportKind } from '$lib/domain/import/column';
import type { Remembered } from '$lib/domain/import/columns';
import { noCounts, type Counts, type RowStatus } from '$lib/domain/import/review';
import type { Reading } from '$lib/domain/import/sheet';
import type { Db } from '../client';
import { spreadsheetColumn, spreadsheetImport, spreadsheetRow } from '../schema';

type Whole = typeof spreadsheetImport.$inferSelect;
/** An import without what the file held, which may weigh megabytes; `held` says whether it is still there. */
export type SpreadsheetImport = Omit<Whole, 'reading'> & { held: boolean };
export type NewImport = typeof spreadsheetImport.$inferInsert;
export type SpreadsheetRow = typeof spreadsheetRow.$inferSelect;

/** A process that says nothing for so long is taken for dead, and its work begun again. */
const SILENCE = sql`now() - interval '15 seconds'`;
const DAYS_KEPT = sql`now() - interval '30 days'`;
/** Rows written at once: between two lots the process answers others. */
const AT_ONCE = 200;

const { reading, ...others } = getTableColumns(spreadsheetImport);
const light = { ...others, held: sql<boolean>`${reading} is not null` };

export const spreadsheetImports = (db: Db) => ({
	add: async (row: NewImport): Promise<string> =>
		(await db.insert(spreadsheetImport).values(row).returning({ id: spreadsheetImport.id }))[0]!.id,

	find: async (rallyId: string, id: string): Promise<SpreadsheetImport | null> =>
		(await db.select(light).from(spreadsheetImport).where(of(rallyId, id)))[0] ?? null,

	/** The same, held until the transaction ends: two people cannot apply one import twice. */
	lock: async (rallyId: string, id: string): Promise<SpreadsheetImport | null> =>
		(await db.select(light).from(spreadsheetImport).where(of(rallyId, id)).for('update'))[0] ?? null,

	reading: async (id: string): Promise<Reading | null> =>
		(
			await db
				.select({ reading: spreadsheetImport.reading })
				.from(spreadsheetImport)
				.where(eq(spreadsheetImport.id, id))
		)[0]?.reading ?? null,

	ofRally: (rallyId: string): Promise<SpreadsheetImport[]> =>
		db
			.select(light)
			.from(spreadsheetImport)
			.where(eq(spreadsheetImport.rallyId, rallyId))
			.orderBy(desc(spreadsheetImport.updatedAt))
			.limit(30),

	save: async (
		id: string,
		changes: Partial<Omit<Whole, 'id' | 'rallyId' | 'organizationId'>>
	): Promise<void> => {
		await db
			.update(spreadsheetImport)
			.set({ ...changes, updatedAt: sql`now()` as never })
			.where(eq(spreadsheetImport.id, id));
	},

	/** Takes an analysis, or an import, for oneself: false when it is done, or in living hands. */
	claim: async (id: string, state: 'analysing' | 'applying'): Promise<boolean> =>
		(
			await db
				.update(spreadsheetImport)
				.set({ heartbeatAt: sql`now()` as never, progress: 0 })
				.where(
					and(
						eq(spreadsheetImport.id, id),
						eq(spreadsheetImport.state, state),
						or(sql`${spreadsheetImport.heartbeatAt} is null`, lt(spreadsheetImport.heartbeatAt, SILENCE))
					)
				)
				.returning({ id: spreadsheetImport.id })
		).length > 0,

	beat: async (id: string, progress: number): Promise<void> => {
		await db
			.update(spreadsheetImport)
			.set({ progress, heartbeatAt: sql`now()` as never })
			.where(eq(spreadsheetImport.id, id));
	},

	remove: async (rallyId: string, id: string): Promise<boolean> =>
		(await db.delete(spreadsheetImport).where(of(rallyId, id)).returning({ id: spreadsheetImport.id }))
			.length > 0,

	/** Files hold personal data that nobody asked to keep: a month after the last touch they go. */
	forgetOld: async (organizationId: string): Promise<void> => {
		await db
			.delete(spreadsheetImport)
			.where(
				and(eq(spreadsheetImport.organizationId, organizationId), lt(spreadsheetImport.updatedAt, DAYS_KEPT))
			);
	}
});

const of = (rallyId: string, id: string) =>
	and(eq(spreadsheetImport.rallyId, rallyId), eq(spreadsheetImport.id, id));

export const spreadsheetRows = (db: Db, importId: string) => ({
	/** Writes rows, new or known by their line: as one parameter, three times as fast as one for each cell. */
	write: async (rows: Omit<SpreadsheetRow, 'importId'>[]): Promise<void> => {
		for (let i = 0; i < rows.length; i += AT_ONCE) {
			const some = JSON.stringify(
				rows.slice(i, i + AT_ONCE).map((row) => ({
					...row,
					cells: spreadsheetRow.cells.mapToDriverValue(row.cells),
					review: spreadsheetRow.review.mapToDriverValue(row.review)
				}))
			);
			await db.execute(sql`
				insert into ${spreadsheetRow} (import_id, line, cells, status, review, decision, record_id, change_id)
				select ${importId}::uuid, line, cells, status, review, decision, "recordId", "changeId"
				from jsonb_to_recordset(${some}::text::jsonb) as row(line int, cells text, status text, review text,
					decision text, "recordId" uuid, "changeId" uuid)
				on conflict (import_id, line) do update set cells = excluded.cells, status = excluded.status,
					review = excluded.review, decision = excluded.decision, record_id = excluded.record_id,
					change_id = excluded.change_id`);
			await setImmediate();
		}
	},

	clear: async (): Promise<void> => {
		await db.delete(spreadsheetRow).where(eq(spreadsheetRow.importId, importId));
	},

	all: (): Promise<SpreadsheetRow[]> =>
		db
			.select()
			.from(spreadsheetRow)
			.where(eq(spreadsheetRow.importId, importId))
			.orderBy(asc(spreadsheetRow.line)),

	counts: async (): Promise<Counts> => {
		const rows = await db
			.select({ status: spreadsheetRow.status, n: count() })
			.from(spreadsheetRow)
			.where(eq(spreadsheetRow.importId, importId))
			.groupBy(spreadsheetRow.status);
		return { ...noCounts(), ...Object.fromEntries(rows.map(({ status, n }) => [status, n])) };
	},

	page: (status: RowStatus | null, offset: number, limit: number): Promise<SpreadsheetRow[]> =>
		db
			.select()
			.from(spreadsheetRow)
			.where(
				and(eq(spreadsheetRow.importId, importId), status ? eq(spreadsheetRow.status, status) : undefined)
			)
			.orderBy(asc(spreadsheetRow.line))
			.offset(offset)
			.limit(limit)
});

export const spreadsheetColumns = (db: Db, organizationId: string, kind: ImportKind) => ({
	remembered: async (): Promise<Remembered> =>
		Object.fromEntries(
			(
				await db
					.select()
					.from(spreadsheetColumn)
					.where(and(eq(spreadsheetColumn.organizationId, organizationId), eq(spreadsheetColumn.kind, kind)))
			).map(({ header, key }) => [header, key])
		),

	remember: async (chosen: { header: string; key: string }[]): Promise<void> => {
		if (chosen.length === 0) return;
		await db
			.insert(spreadsheetColumn)
			.values(chosen.map((one) => ({ ...one, organizationId, kind })))
			.onConflictDoUpdate({
				target: [spreadsheetColumn.organizationId, spreadsheetColumn.kind, spreadsheetColumn.header],
				set: { key: sql`excluded.key` }
			});
	}
});
