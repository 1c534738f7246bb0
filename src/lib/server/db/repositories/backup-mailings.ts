import { and, eq, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { IsoDate } from '$lib/domain/calendar';
import type { Db } from '../client';
import { backupMailing, rally } from '../schema';

export type BackupMailing = typeof backupMailing.$inferSelect;

/** A sending that failed is tried again after that long. */
const AGAIN = sql`now() - interval '10 minutes'`;

/** Where backup packs are sent, one row a rally at most. */
export const backupMailings = (db: Db) => ({
	find: async (rallyId: string): Promise<BackupMailing | null> =>
		(await db.select().from(backupMailing).where(eq(backupMailing.rallyId, rallyId)))[0] ?? null,

	/** Those that want one, of rallies that are not put away. */
	wanted: async (): Promise<BackupMailing[]> =>
		(
			await db
				.select({ mailing: backupMailing })
				.from(backupMailing)
				.innerJoin(rally, eq(rally.id, backupMailing.rallyId))
				.where(and(ne(backupMailing.email, ''), isNull(rally.archivedAt)))
		).map(({ mailing }) => mailing),

	/** Null when somebody else wrote meanwhile; version 0 stands for none yet. */
	save: async (
		row: Pick<BackupMailing, 'rallyId' | 'organizationId' | 'email' | 'at' | 'updatedBy'>,
		version: number
	): Promise<BackupMailing | null> => {
		const { email, at, updatedBy } = row;
		const saved =
			version === 0
				? await db.insert(backupMailing).values(row).onConflictDoNothing().returning()
				: await db
						.update(backupMailing)
						.set({
							...{ email, at, updatedBy, version: version + 1, updatedAt: sql`now()` },
							// What failed, or went to another address, leaves again.
							failedAt: null,
							sentFor: sql`case when ${backupMailing.sentAt} is null or ${backupMailing.email} <> ${email} then null else ${backupMailing.sentFor} end`
						})
						.where(and(eq(backupMailing.rallyId, row.rallyId), eq(backupMailing.version, version)))
						.returning();
		return saved[0] ?? null;
	},

	/**
	 * Takes a sending for oneself: of two processes, one sends. It counts as failed until it is over, so that one
	 * whose process died is tried again.
	 */
	claim: async (rallyId: string, day: IsoDate): Promise<boolean> =>
		(
			await db
				.update(backupMailing)
				.set({ sentFor: day, sentAt: null, failedAt: sql`now()` })
				.where(
					and(
						eq(backupMailing.rallyId, rallyId),
						or(
							isNull(backupMailing.sentFor),
							lt(backupMailing.sentFor, day),
							and(eq(backupMailing.sentFor, day), lt(backupMailing.failedAt, AGAIN))
						)
					)
				)
				.returning({ id: backupMailing.rallyId })
		).length > 0,

	finish: async (rallyId: string, sent: boolean): Promise<void> => {
		await db
			.update(backupMailing)
			.set(sent ? { sentAt: sql`now()`, failedAt: null } : { failedAt: sql`now()` })
			.where(eq(backupMailing.rallyId, rallyId));
	}
});
