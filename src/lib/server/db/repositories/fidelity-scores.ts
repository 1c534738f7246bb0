import { and, eq, sql } from 'drizzle-orm';
import type { GridScorer } from '$lib/domain/fidelity/grid';
import type { PrincipleKey } from '$lib/domain/fidelity/principles';
import type { Db } from '../client';
import { fidelityScore } from '../schema';

export type FidelityScoreRow = typeof fidelityScore.$inferSelect;

/** Answers to the fidelity grid, one a row and a side. */
export const fidelityScores = (db: Db) => ({
	list: (rallyId: string): Promise<FidelityScoreRow[]> =>
		db.select().from(fidelityScore).where(eq(fidelityScore.rallyId, rallyId)),

	/** One side's, of every rally: for the federation, that looks over them all. */
	ofScorer: (scorer: GridScorer): Promise<FidelityScoreRow[]> =>
		db.select().from(fidelityScore).where(eq(fidelityScore.scorer, scorer)),

	/** Null when somebody answered that row since it was read, as not answered yet (0) or at `version`. */
	save: async (
		{
			principle,
			scorer,
			...row
		}: Omit<typeof fidelityScore.$inferInsert, 'id' | 'version' | 'at'> & {
			principle: PrincipleKey;
			scorer: GridScorer;
		},
		version: number
	): Promise<FidelityScoreRow | null> => {
		const saved =
			version === 0
				? await db
						.insert(fidelityScore)
						.values({ principle, scorer, ...row })
						.onConflictDoNothing()
						.returning()
				: await db
						.update(fidelityScore)
						.set({ level: row.level, comment: row.comment, by: row.by, at: sql`now()`, version: version + 1 })
						.where(
							and(
								eq(fidelityScore.rallyId, row.rallyId),
								eq(fidelityScore.principle, principle),
								eq(fidelityScore.scorer, scorer),
								eq(fidelityScore.version, version)
							)
						)
						.returning();
		return saved[0] ?? null;
	}
});
