import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { itineraryLink } from '../schema';

export type ItineraryLink = typeof itineraryLink.$inferSelect;

const open = and(isNull(itineraryLink.revokedAt), gt(itineraryLink.expiresAt, sql`now()`));

export const itineraryLinks = (db: Db) => ({
	/** The links that open something today. */
	open: (rallyId: string): Promise<ItineraryLink[]> =>
		db
			.select()
			.from(itineraryLink)
			.where(and(eq(itineraryLink.rallyId, rallyId), open)),

	byHash: async (tokenHash: string): Promise<ItineraryLink | null> =>
		(
			await db
				.select()
				.from(itineraryLink)
				.where(and(eq(itineraryLink.tokenHash, tokenHash), open))
		)[0] ?? null,

	add: async (row: typeof itineraryLink.$inferInsert): Promise<ItineraryLink> =>
		(await db.insert(itineraryLink).values(row).returning())[0]!,

	/** Answers whether there was something to close. */
	revoke: async (rallyId: string, teamLetter: string): Promise<boolean> =>
		(
			await db
				.update(itineraryLink)
				.set({ revokedAt: sql`now()` })
				.where(
					and(
						eq(itineraryLink.rallyId, rallyId),
						eq(itineraryLink.teamLetter, teamLetter),
						isNull(itineraryLink.revokedAt)
					)
				)
				.returning({ id: itineraryLink.id })
		).length > 0,

	/** Another end for every link that was not closed by hand, those that ran out included. */
	expireAll: async (rallyId: string, expiresAt: Date): Promise<void> => {
		await db
			.update(itineraryLink)
			.set({ expiresAt })
			.where(and(eq(itineraryLink.rallyId, rallyId), isNull(itineraryLink.revokedAt)));
	},

	seen: async (id: string): Promise<void> => {
		await db
			.update(itineraryLink)
			.set({ lastSeenAt: sql`now()` })
			.where(eq(itineraryLink.id, id));
	}
});
