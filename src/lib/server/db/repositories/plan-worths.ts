import { and, eq } from 'drizzle-orm';
import type { Db } from '../client';
import { planWorth } from '../schema';

export type PlanWorth = typeof planWorth.$inferSelect;

/** What the planner answered of the starts worth asking for, by version of the plan. */
export const planWorths = (db: Db) => ({
	find: async (rallyId: string, planId: string): Promise<PlanWorth | null> =>
		(
			await db
				.select()
				.from(planWorth)
				.where(and(eq(planWorth.rallyId, rallyId), eq(planWorth.planId, planId)))
		)[0] ?? null,

	/** The last answer is the one kept. */
	keep: async (row: typeof planWorth.$inferInsert): Promise<void> => {
		const { starts, askedAt } = row;
		await db
			.insert(planWorth)
			.values(row)
			.onConflictDoUpdate({ target: planWorth.planId, set: { starts, askedAt } });
	}
});
