import { and, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { defaultSettings, type Rally } from '$lib/domain/rally';
import type { Db } from '../client';
import { company, participant, plan, rally } from '../schema';

export type StoredRally = Rally & { version: number };
type Row = typeof rally.$inferSelect;
export type RallyChanges = Partial<Omit<typeof rally.$inferInsert, 'id' | 'organizationId' | 'version'>> & {
	updatedBy: string;
};

export interface RallyInList extends StoredRally {
	participants: number;
	confirmedCompanies: number;
	plans: number;
}

export const rallies = (db: Db) => ({
	async find(id: string): Promise<StoredRally | null> {
		const [row] = await db
			.select()
			.from(rally)
			.where(and(eq(rally.id, id), isNull(rally.archivedAt)));
		return row ? toRally(row) : null;
	},

	/** The rallies of these organisations, the latest first, with what a list shows of each. */
	async ofOrganizations(organizationIds: string[]): Promise<RallyInList[]> {
		if (organizationIds.length === 0) return [];
		const people = db
			.select({ n: count() })
			.from(participant)
			.where(
				and(
					eq(participant.rallyId, rally.id),
					eq(participant.state, 'confirmed'),
					isNull(participant.archivedAt)
				)
			);
		const hosts = db
			.select({ n: count() })
			.from(company)
			.where(and(eq(company.rallyId, rally.id), eq(company.state, 'confirmed'), isNull(company.archivedAt)));
		const plans = db.select({ n: count() }).from(plan).where(eq(plan.rallyId, rally.id));
		const rows = await db
			.select({
				row: rally,
				participants: sql<number>`(${people})::int`,
				confirmedCompanies: sql<number>`(${hosts})::int`,
				plans: sql<number>`(${plans})::int`
			})
			.from(rally)
			.where(and(inArray(rally.organizationId, organizationIds), isNull(rally.archivedAt)))
			.orderBy(desc(sql`${rally.programme}->0->>'date'`), desc(rally.createdAt));
		return rows.map(({ row, ...counts }) => ({ ...toRally(row), ...counts }));
	},

	async add(row: typeof rally.$inferInsert): Promise<StoredRally> {
		const [added] = await db.insert(rally).values(row).returning();
		return toRally(added!);
	},

	/** Takes the rally until the transaction ends: two people who start the same thing in it wait for each other. */
	async lock(id: string): Promise<void> {
		await db.select({ id: rally.id }).from(rally).where(eq(rally.id, id)).for('update');
	},

	async lastTouch(id: string): Promise<{ by: string; at: Date } | null> {
		const [row] = await db
			.select({ by: rally.updatedBy, at: rally.updatedAt })
			.from(rally)
			.where(eq(rally.id, id));
		return row ?? null;
	},

	/** Null when somebody saved another version in between, or the rally is gone. */
	async save(id: string, version: number, changes: RallyChanges): Promise<StoredRally | null> {
		const [saved] = await db
			.update(rally)
			.set({ ...changes, version: version + 1, updatedAt: new Date() })
			.where(and(eq(rally.id, id), eq(rally.version, version), isNull(rally.archivedAt)))
			.returning();
		return saved ? toRally(saved) : null;
	}
});

export const toRally = (row: Row): StoredRally => ({
	id: row.id,
	organizationId: row.organizationId,
	title: row.title,
	edition: row.edition,
	territory: row.territory,
	department: row.department,
	programme: row.programme,
	meetingPoint: row.meetingPoint,
	closing: row.closing,
	contactName: row.contactName,
	contactPhone: row.contactPhone,
	// A rally saved before a setting existed has its usual value.
	settings: { ...defaultSettings, ...row.settings },
	charterVersion: row.charterVersion,
	charterNumbers: row.charterNumbers,
	version: row.version
});
