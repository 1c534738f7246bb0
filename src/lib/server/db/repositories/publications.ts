import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { derogation, planSeen, publication } from '../schema';

export type Publication = typeof publication.$inferSelect;
export type DerogationRow = typeof derogation.$inferSelect;

/** Versions that came into force, and which teams said they saw them. Nothing here is changed once written. */
export const publications = (db: Db) => ({
	/** The latest first. */
	list: (rallyId: string): Promise<Publication[]> =>
		db
			.select()
			.from(publication)
			.where(eq(publication.rallyId, rallyId))
			.orderBy(desc(publication.at), desc(publication.number)),

	latest: async (rallyId: string): Promise<Publication | null> =>
		(
			await db
				.select()
				.from(publication)
				.where(eq(publication.rallyId, rallyId))
				.orderBy(desc(publication.at), desc(publication.number))
				.limit(1)
		)[0] ?? null,

	add: async (row: typeof publication.$inferInsert): Promise<Publication> =>
		(await db.insert(publication).values(row).returning())[0]!,

	/** Which publication each team said it saw, the latest first. */
	seen: (rallyId: string): Promise<{ letter: string; publicationId: string; number: number; at: Date }[]> =>
		db
			.select({
				letter: planSeen.teamLetter,
				publicationId: planSeen.publicationId,
				number: publication.number,
				at: planSeen.seenAt
			})
			.from(planSeen)
			.innerJoin(publication, eq(publication.id, planSeen.publicationId))
			.where(eq(planSeen.rallyId, rallyId))
			.orderBy(desc(publication.at), desc(planSeen.seenAt)),

	/** Once for a team: a second phone that says so changes nothing. */
	addSeen: async (row: typeof planSeen.$inferInsert): Promise<void> => {
		await db.insert(planSeen).values(row).onConflictDoNothing();
	}
});

/** Reasons given for what is broken knowingly: added, withdrawn, never erased. */
export const derogations = (db: Db) => ({
	/** All of a rally, withdrawn ones too, in the order they were written. */
	list: (rallyId: string): Promise<DerogationRow[]> =>
		db.select().from(derogation).where(eq(derogation.rallyId, rallyId)).orderBy(asc(derogation.at)),

	/** Null when one already stands for the same thing. */
	add: async (row: typeof derogation.$inferInsert): Promise<DerogationRow | null> =>
		(await db.insert(derogation).values(row).onConflictDoNothing().returning())[0] ?? null,

	/** Answers whether there was one to withdraw. */
	withdraw: async (rallyId: string, id: string, by: string): Promise<boolean> =>
		(
			await db
				.update(derogation)
				.set({ withdrawnBy: by, withdrawnAt: sql`now()` })
				.where(
					and(eq(derogation.rallyId, rallyId), eq(derogation.id, id), sql`${derogation.withdrawnAt} is null`)
				)
				.returning({ id: derogation.id })
		).length > 0
});
