import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../client';
import { change } from '../schema';
import { completed, insertMany } from './write-many';

export type Change = typeof change.$inferSelect;

export const changes = (db: Db) => ({
	add: async (row: typeof change.$inferInsert): Promise<string> =>
		(await db.insert(change).values(row).returning({ id: change.id }))[0]!.id,

	/** Several at once, each with its id. */
	addMany: (rows: (typeof change.$inferInsert & { id: string })[]): Promise<void> => {
		const now = new Date();
		return insertMany(db, change, rows.map((row) => completed(change, row, now))); // prettier-ignore
	},

	find: async (rallyId: string, id: string): Promise<Change | null> =>
		(
			await db
				.select()
				.from(change)
				.where(and(eq(change.rallyId, rallyId), eq(change.id, id)))
		)[0] ?? null,

	/** What several changes did, without what they hold. */
	kindsOf: (rallyId: string, ids: string[]): Promise<Pick<Change, 'id' | 'recordId' | 'kind'>[]> =>
		ids.length === 0
			? Promise.resolve([])
			: db
					.select({ id: change.id, recordId: change.recordId, kind: change.kind })
					.from(change)
					.where(and(eq(change.rallyId, rallyId), inArray(change.id, ids))),

	/** The changes made together with that one. */
	along: (rallyId: string, id: string): Promise<Change[]> =>
		db
			.select()
			.from(change)
			.where(and(eq(change.rallyId, rallyId), eq(change.along, id))),

	/** The record as it stood at that version; null when it is older than the journal. */
	asOf: async (recordId: string, version: number): Promise<Record<string, unknown> | null> =>
		(
			await db
				.select({ after: change.after })
				.from(change)
				.where(and(eq(change.recordId, recordId), eq(change.version, version)))
		)[0]?.after ?? null,

	/** The last changes of the rally, the newest first. */
	latest: (rallyId: string, limit: number): Promise<Change[]> =>
		db.select().from(change).where(eq(change.rallyId, rallyId)).orderBy(desc(change.at)).limit(limit)
});
