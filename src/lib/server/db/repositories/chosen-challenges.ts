import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '../client';
import { chosenChallenge } from '../schema';

/** Which challenges of the library a rally gives. */
export const chosenChallenges = (db: Db, rallyId: string) => ({
	list: async (): Promise<string[]> =>
		(
			await db
				.select({ id: chosenChallenge.challengeId })
				.from(chosenChallenge)
				.where(eq(chosenChallenge.rallyId, rallyId))
		).map(({ id }) => id),

	async add(organizationId: string, ids: readonly string[], by: string): Promise<void> {
		if (ids.length === 0) return;
		await db
			.insert(chosenChallenge)
			.values(ids.map((challengeId) => ({ organizationId, rallyId, challengeId, chosenBy: by })))
			.onConflictDoNothing();
	},

	async remove(ids: readonly string[]): Promise<void> {
		if (ids.length === 0) return;
		await db
			.delete(chosenChallenge)
			.where(and(eq(chosenChallenge.rallyId, rallyId), inArray(chosenChallenge.challengeId, [...ids])));
	}
});
