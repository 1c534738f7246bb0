import { desc, eq } from 'drizzle-orm';
import type { Db } from '../client';
import { namesRelease } from '../schema';

export type NamesRelease = typeof namesRelease.$inferSelect;

/** Names given to companies, as organizers said. */
export const namesReleases = (db: Db) => ({
	/** The newest first. */
	list: (rallyId: string): Promise<NamesRelease[]> =>
		db
			.select()
			.from(namesRelease)
			.where(eq(namesRelease.rallyId, rallyId))
			.orderBy(desc(namesRelease.releasedAt)),

	add: async (row: typeof namesRelease.$inferInsert): Promise<void> => {
		await db.insert(namesRelease).values(row);
	}
});
