import { eq } from 'drizzle-orm';
import type { Db } from '../client';
import { rallyMemory } from '../schema';

export type RallyMemory = typeof rallyMemory.$inferSelect;

/** The counts left of people who were erased. */
export const rallyMemories = (db: Db) => ({
	async find(rallyId: string): Promise<RallyMemory | null> {
		const [row] = await db.select().from(rallyMemory).where(eq(rallyMemory.rallyId, rallyId));
		return row ?? null;
	},

	ofOrganization: (organizationId: string): Promise<RallyMemory[]> =>
		db.select().from(rallyMemory).where(eq(rallyMemory.organizationId, organizationId)),

	save: (row: typeof rallyMemory.$inferInsert) =>
		db.insert(rallyMemory).values(row).onConflictDoUpdate({ target: rallyMemory.rallyId, set: row })
});
