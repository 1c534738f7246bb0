import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '../client';
import { campaign } from '../schema';

export type StoredCampaign = typeof campaign.$inferSelect;
type Content = Pick<typeof campaign.$inferInsert, 'year' | 'opensOn' | 'dueOn' | 'message'>;

/** Yearly calls for bilans. */
export const campaigns = (db: Db) => ({
	list: (): Promise<StoredCampaign[]> => db.select().from(campaign).orderBy(desc(campaign.year)),

	async find(id: string): Promise<StoredCampaign | null> {
		const [row] = await db.select().from(campaign).where(eq(campaign.id, id));
		return row ?? null;
	},

	async ofYear(organizationId: string, year: number): Promise<StoredCampaign | null> {
		const [row] = await db
			.select()
			.from(campaign)
			.where(and(eq(campaign.organizationId, organizationId), eq(campaign.year, year)));
		return row ?? null;
	},

	/** Null when that year has one already. */
	async add(values: Content & { organizationId: string; updatedBy: string }): Promise<string | null> {
		const [row] = await db
			.insert(campaign)
			.values(values)
			.onConflictDoNothing()
			.returning({ id: campaign.id });
		return row?.id ?? null;
	},

	/** False when somebody saved another version in between. */
	async save(
		id: string,
		version: number,
		changes: Partial<Content> & { updatedBy: string; closedAt?: Date | null }
	): Promise<boolean> {
		const saved = await db
			.update(campaign)
			.set({ ...changes, version: version + 1, updatedAt: new Date() })
			.where(and(eq(campaign.id, id), eq(campaign.version, version)))
			.returning({ id: campaign.id });
		return saved.length === 1;
	}
});
