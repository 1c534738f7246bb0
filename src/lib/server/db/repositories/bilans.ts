import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { BilanState } from '$lib/domain/bilan/bilan';
import type { Db } from '../client';
import { bilan, bilanStep, campaign, organization, rally } from '../schema';

export type BilanRow = typeof bilan.$inferSelect;
export type Campaign = typeof campaign.$inferSelect;
export type BilanStepRow = typeof bilanStep.$inferSelect;

/** Bilans of rallies, and each step they went through. A step is never changed. */
export const bilans = (db: Db) => ({
	list: (rallyId: string): Promise<BilanRow[]> =>
		db
			.select()
			.from(bilan)
			.where(and(eq(bilan.rallyId, rallyId), isNull(bilan.archivedAt))),

	/** Takes the rally's row until the transaction ends: two people who begin the same bilan wait for each other. */
	lockRally: async (rallyId: string): Promise<void> => {
		await db.select({ id: rally.id }).from(rally).where(eq(rally.id, rallyId)).for('update');
	},

	/** One that reached the federation, with whose it is; null for what was never sent or was taken back. */
	received: async (id: string): Promise<{ bilan: BilanRow; organization: string; rally: string } | null> =>
		(
			await db
				.select({ bilan, organization: organization.name, rally: rally.title })
				.from(bilan)
				.innerJoin(rally, eq(rally.id, bilan.rallyId))
				.innerJoin(organization, eq(organization.id, bilan.organizationId))
				.where(
					and(
						eq(bilan.id, id),
						eq(bilan.recipient, 'federation'),
						ne(bilan.state, 'to-complete'),
						isNull(bilan.archivedAt)
					)
				)
		)[0] ?? null,

	/** Moves a bilan on from one of these states, if it is still the version that was read; null otherwise. */
	move: async (
		id: string,
		version: number,
		from: readonly BilanState[],
		values: Partial<typeof bilan.$inferInsert> & { state: BilanState; updatedBy: string }
	): Promise<BilanRow | null> =>
		(
			await db
				.update(bilan)
				.set({ ...values, version: version + 1, updatedAt: new Date() })
				.where(and(eq(bilan.id, id), eq(bilan.version, version), inArray(bilan.state, [...from])))
				.returning()
		)[0] ?? null,

	addStep: async (row: typeof bilanStep.$inferInsert): Promise<void> => {
		await db.insert(bilanStep).values(row);
	},

	/** In the order they were made. */
	steps: (bilanId: string): Promise<BilanStepRow[]> =>
		db.select().from(bilanStep).where(eq(bilanStep.bilanId, bilanId)).orderBy(asc(bilanStep.at)),

	/** The federation's call for that year; null when none was opened. */
	campaignOf: async (year: number): Promise<Campaign | null> =>
		(
			await db
				.select()
				.from(campaign)
				.where(and(eq(campaign.year, year), sql`${campaign.opensOn} <= current_date`))
				.limit(1)
		)[0] ?? null
});
