import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../client';
import { referral } from '../schema';

export type Referral = typeof referral.$inferSelect;

export const referrals = (db: Db) => ({
	/** Everybody sent by the prescribers of a rally. */
	ofRally: (rallyId: string): Promise<Referral[]> =>
		db.select().from(referral).where(eq(referral.rallyId, rallyId)).orderBy(asc(referral.createdAt)),

	/** Those one prescriber sent. */
	ofPartner: (rallyId: string, partnerId: string): Promise<Referral[]> =>
		db
			.select()
			.from(referral)
			.where(and(eq(referral.rallyId, rallyId), eq(referral.partnerId, partnerId)))
			.orderBy(asc(referral.createdAt)),

	find: async (partnerId: string, id: string): Promise<Referral | null> =>
		(
			await db
				.select()
				.from(referral)
				.where(and(eq(referral.partnerId, partnerId), eq(referral.id, id)))
		)[0] ?? null,

	add: async (row: typeof referral.$inferInsert): Promise<Referral> =>
		(await db.insert(referral).values(row).returning())[0]!,

	/** Null when it was corrected since it was read at that version. */
	correct: async (
		id: string,
		version: number,
		changes: Pick<Referral, 'firstName' | 'sent'>
	): Promise<Referral | null> =>
		(
			await db
				.update(referral)
				.set({ ...changes, version: version + 1, updatedAt: new Date() })
				.where(and(eq(referral.id, id), eq(referral.version, version)))
				.returning()
		)[0] ?? null,

	/** Null when it was corrected or settled since it was read at that version. */
	settle: async (id: string, version: number, clashes: Referral['clashes']): Promise<Referral | null> =>
		(
			await db
				.update(referral)
				.set({ clashes, version: version + 1 })
				.where(and(eq(referral.id, id), eq(referral.version, version)))
				.returning()
		)[0] ?? null,

	inRally: async (rallyId: string, id: string): Promise<Referral | null> =>
		(
			await db
				.select()
				.from(referral)
				.where(and(eq(referral.rallyId, rallyId), eq(referral.id, id)))
		)[0] ?? null,

	/** What was sent of one record is from now on about another; a prescriber who sent both keeps one line. */
	passOn: async (rallyId: string, from: string, to: string): Promise<void> => {
		const rows = await db
			.select()
			.from(referral)
			.where(and(eq(referral.rallyId, rallyId), inArray(referral.participantId, [from, to])));
		for (const row of rows.filter(({ participantId }) => participantId === from)) {
			const already = rows.some(
				({ participantId, partnerId }) => participantId === to && partnerId === row.partnerId
			);
			if (already) await db.delete(referral).where(eq(referral.id, row.id));
			else await db.update(referral).set({ participantId: to }).where(eq(referral.id, row.id));
		}
	}
});
