import { and, eq, max, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { IsoDate } from '$lib/domain/calendar';
import { usualRetention, type RetentionSetting } from '$lib/domain/retention/retention';
import type { Db } from '../client';
import { consent, followUpLine, participant, rally, retention, retentionNotice } from '../schema';
import { toRally, type StoredRally } from './rallies';

/** What the organisation decided about keeping people's records, and what it is held against. */
export const retentions = (db: Db) => ({
	async find(organizationId: string): Promise<RetentionSetting> {
		const [row] = await db.select().from(retention).where(eq(retention.organizationId, organizationId));
		return row
			? { months: row.months, automatic: row.automatic, version: row.version }
			: { ...usualRetention };
	},

	/** False when somebody saved another version in between. */
	async save(
		organizationId: string,
		{ version, ...values }: RetentionSetting & { updatedBy: string }
	): Promise<boolean> {
		const rows =
			version === 0
				? await db
						.insert(retention)
						.values({ ...values, organizationId })
						.onConflictDoNothing()
						.returning({ of: retention.organizationId })
				: await db
						.update(retention)
						.set({ ...values, version: version + 1, updatedAt: new Date() })
						.where(and(eq(retention.organizationId, organizationId), eq(retention.version, version)))
						.returning({ of: retention.organizationId });
		return rows.length > 0;
	},

	/** Organisations that have rallies. */
	organizations: async (): Promise<string[]> =>
		(await db.selectDistinct({ id: rally.organizationId }).from(rally)).map(({ id }) => id),

	/** Every rally of an organisation, archived ones too: their people are kept as well. */
	rallies: async (organizationId: string): Promise<StoredRally[]> =>
		(await db.select().from(rally).where(eq(rally.organizationId, organizationId))).map(toRally),

	/** How many records of people each rally holds, archived ones too, and the last days something was written of them. */
	async contacts(
		organizationId: string
	): Promise<Map<string, { people: number; dates: (IsoDate | null)[] }>> {
		const people = await db
			.select({
				rallyId: participant.rallyId,
				people: sql<number>`count(*)::int`,
				last: max(participant.updatedAt)
			})
			.from(participant)
			.where(eq(participant.organizationId, organizationId))
			.groupBy(participant.rallyId);
		const followed = await latest(followUpLine.rallyId, followUpLine.on, followUpLine.organizationId);
		const agreed = await latest(consent.rallyId, consent.decidedOn, consent.organizationId);
		return new Map(
			people.map(({ rallyId, people: count, last }) => [
				rallyId,
				{
					people: count,
					dates: [
						last && last.toISOString().slice(0, 10),
						followed.get(rallyId) ?? null,
						agreed.get(rallyId) ?? null
					]
				}
			])
		);

		async function latest(
			of: PgColumn,
			day: PgColumn,
			owner: PgColumn
		): Promise<Map<string, IsoDate | null>> {
			const rows = await db
				.select({ rallyId: of as PgColumn, last: sql`max(${day})::text` as SQL<IsoDate | null> })
				.from(of.table)
				.where(eq(owner, organizationId))
				.groupBy(of);
			return new Map(rows.map(({ rallyId, last }) => [rallyId as string, last]));
		}
	},

	/** Notes that the organisation is told of this day, once: false when it already was. */
	claimNotice: async (organizationId: string, rallyId: string, dueOn: IsoDate): Promise<boolean> =>
		(
			await db
				.insert(retentionNotice)
				.values({ organizationId, rallyId, dueOn })
				.onConflictDoUpdate({
					target: retentionNotice.rallyId,
					set: { dueOn, sentAt: new Date() },
					setWhere: sql`${retentionNotice.dueOn} <> ${dueOn}`
				})
				.returning({ of: retentionNotice.rallyId })
		).length > 0
});
