import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { typedTravel } from '../schema';

export const typedTravels = (db: Db) => ({
	list: (rallyId: string) =>
		db
			.select({ from: typedTravel.fromPlace, to: typedTravel.toPlace, minutes: typedTravel.minutes })
			.from(typedTravel)
			.where(eq(typedTravel.rallyId, rallyId)),

	set: async (row: typeof typedTravel.$inferInsert): Promise<void> => {
		await db
			.insert(typedTravel)
			.values(row)
			.onConflictDoUpdate({
				target: [typedTravel.rallyId, typedTravel.fromPlace, typedTravel.toPlace],
				set: { minutes: row.minutes, updatedBy: row.updatedBy, updatedAt: sql`now()` }
			});
	},

	clear: async (rallyId: string, from: string, to: string): Promise<void> => {
		await db
			.delete(typedTravel)
			.where(
				and(eq(typedTravel.rallyId, rallyId), eq(typedTravel.fromPlace, from), eq(typedTravel.toPlace, to))
			);
	}
});
