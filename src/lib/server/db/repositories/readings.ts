import { createHash } from 'node:crypto';
import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Db } from '../client';
import { participant, rally, reading } from '../schema';

export type NewReading = Omit<typeof reading.$inferInsert, 'key' | 'at'> & { at: Date };

/** Who read what of people. Lines are added, and go after a while. */
export const readings = (db: Db) => ({
	add: async (row: NewReading): Promise<void> => {
		const hour = row.at.toISOString().slice(0, 13);
		const what = [row.userId, row.rallyId, row.page, row.file, row.participantId, hour];
		const key = createHash('sha256').update(JSON.stringify(what)).digest('base64url');
		await db
			.insert(reading)
			.values({ ...row, key })
			.onConflictDoNothing();
	},

	/** The last ones of an organisation, with the names of rallies and people that still exist. */
	latest: (organizationId: string, limit: number) =>
		db
			.select({
				key: reading.key,
				at: reading.at,
				by: reading.by,
				page: reading.page,
				file: reading.file,
				rallyId: reading.rallyId,
				rally: rally.title,
				participantId: participant.id,
				firstName: participant.firstName,
				lastName: participant.lastName
			})
			.from(reading)
			.leftJoin(rally, eq(rally.id, reading.rallyId))
			.leftJoin(
				participant,
				and(eq(participant.id, reading.participantId), eq(participant.rallyId, reading.rallyId))
			)
			.where(eq(reading.organizationId, organizationId))
			.orderBy(desc(reading.at))
			.limit(limit),

	forget: async (participantIds: string[]): Promise<void> => {
		if (participantIds.length > 0)
			await db
				.update(reading)
				.set({ participantId: null })
				.where(inArray(reading.participantId, participantIds));
	},

	purge: (before: Date) => db.delete(reading).where(lt(reading.at, before))
});
