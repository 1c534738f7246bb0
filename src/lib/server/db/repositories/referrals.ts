import { and, asc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { referral } from '../schema';

export type Referral = typeof referral.$inferSelect;

export const referrals = (db: Db) => ({
	/** Everybody sent by the prescribers of a rally. */
	ofRally: (rallyId: string): Promise<Referral[]> =>
		db
			.select()
			.from(referral)
			.where(and(eq(referral.rallyId, rallyId), seen))
			.orderBy(asc(referral.createdAt)),

	/** Those one prescriber sent. */
	ofPartner: (rallyId: string, partnerId: string): Promise<Referral[]> =>
		db
			.select()
			.from(referral)
			.where(and(eq(referral.rallyId, rallyId), eq(referral.partnerId, partnerId), seen))
			.orderBy(asc(referral.createdAt)),

	find: async (partnerId: string, id: string): Promise<Referral | null> =>
		(
			await db
				.select()
				.from(referral)
				.where(and(eq(referral.partnerId, partnerId), eq(referral.id, id), seen))
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
				.where(and(eq(referral.rallyId, rallyId), eq(referral.id, id), seen))
		)[0] ?? null,

	/**
	 * What was sent of one record is from now on about another, by the change that says so. A prescriber who sent both
	 * sees one line: the other one stays where it was, unseen.
	 */
	passOn: async (rallyId: string, from: string, to: string, change: string): Promise<void> => {
		const rows = await db
			.select()
			.from(referral)
			.where(and(eq(referral.rallyId, rallyId), inArray(referral.participantId, [from, to])));
		for (const row of rows.filter(({ participantId }) => participantId === from)) {
			const already = rows.some(
				({ participantId, partnerId }) => participantId === to && partnerId === row.partnerId
			);
			await db
				.update(referral)
				.set({ participantId: already ? from : to, passedFrom: from, passedBy: change })
				.where(eq(referral.id, row.id));
		}
	},

	/** About the record that they were about, once that change is undone. */
	giveBack: async (rallyId: string, change: string): Promise<void> => {
		await db
			.update(referral)
			.set({ participantId: sql`${referral.passedFrom}`, passedFrom: null, passedBy: null })
			.where(and(eq(referral.rallyId, rallyId), eq(referral.passedBy, change)));
	}
});

/** Not one whose person is told by another line of the same prescriber. */
const seen = or(isNull(referral.passedFrom), ne(referral.passedFrom, referral.participantId));
