import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { consent } from '../schema';

export type ConsentRow = typeof consent.$inferSelect;

/** Decisions are added and read; nothing here changes or erases one. */
export const consents = (db: Db) => ({
	add: async (row: typeof consent.$inferInsert): Promise<ConsentRow> =>
		(await db.insert(consent).values(row).returning())[0]!,

	/** All decisions of one person, the first recorded first. */
	of: (rallyId: string, participantId: string): Promise<ConsentRow[]> =>
		db
			.select()
			.from(consent)
			.where(and(eq(consent.rallyId, rallyId), eq(consent.participantId, participantId)))
			.orderBy(asc(consent.recordedAt)),

	ofRally: (rallyId: string): Promise<ConsentRow[]> =>
		db.select().from(consent).where(eq(consent.rallyId, rallyId)).orderBy(asc(consent.recordedAt)),

	/** The decisions of a record that turns out to be another one's, by the change that says so. */
	passOn: async (rallyId: string, from: string, to: string, change: string): Promise<void> => {
		await db
			.update(consent)
			.set({ participantId: to, passedFrom: from, passedBy: change })
			.where(and(eq(consent.rallyId, rallyId), eq(consent.participantId, from)));
	},

	/** Back to the record they were about, once that change is undone. */
	giveBack: async (rallyId: string, change: string): Promise<void> => {
		await db
			.update(consent)
			.set({ participantId: sql`${consent.passedFrom}`, passedFrom: null, passedBy: null })
			.where(and(eq(consent.rallyId, rallyId), eq(consent.passedBy, change)));
	}
});
