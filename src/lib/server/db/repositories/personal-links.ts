import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { personalLink } from '../schema';

export type PersonalLink = typeof personalLink.$inferSelect;
/** Whose page it is. */
export type LinkOwner = { partnerId: string } | { participantId: string } | { guestId: string };

const ofOwner = (owner: LinkOwner) =>
	'partnerId' in owner
		? eq(personalLink.partnerId, owner.partnerId)
		: 'guestId' in owner
			? eq(personalLink.guestId, owner.guestId)
			: eq(personalLink.participantId, owner.participantId);

export const personalLinks = (db: Db) => ({
	/** Those of a rally that were not closed by hand; some may have run out. */
	ofRally: (rallyId: string): Promise<PersonalLink[]> =>
		db
			.select()
			.from(personalLink)
			.where(and(eq(personalLink.rallyId, rallyId), isNull(personalLink.revokedAt))),

	of: async (rallyId: string, owner: LinkOwner): Promise<PersonalLink | null> =>
		(
			await db
				.select()
				.from(personalLink)
				.where(and(eq(personalLink.rallyId, rallyId), ofOwner(owner), isNull(personalLink.revokedAt)))
		)[0] ?? null,

	/** What opens something today. */
	byHash: async (tokenHash: string): Promise<PersonalLink | null> =>
		(
			await db
				.select()
				.from(personalLink)
				.where(
					and(
						eq(personalLink.tokenHash, tokenHash),
						isNull(personalLink.revokedAt),
						sql`${personalLink.expiresAt} > now()`
					)
				)
		)[0] ?? null,

	add: async (row: typeof personalLink.$inferInsert): Promise<PersonalLink> =>
		(await db.insert(personalLink).values(row).returning())[0]!,

	/** Answers whether there was something to close. */
	revoke: async (rallyId: string, owner: LinkOwner): Promise<boolean> =>
		(
			await db
				.update(personalLink)
				.set({ revokedAt: sql`now()` })
				.where(and(eq(personalLink.rallyId, rallyId), ofOwner(owner), isNull(personalLink.revokedAt)))
				.returning({ id: personalLink.id })
		).length > 0,

	seen: async (id: string): Promise<void> => {
		await db
			.update(personalLink)
			.set({ lastSeenAt: sql`now()` })
			.where(eq(personalLink.id, id));
	}
});
