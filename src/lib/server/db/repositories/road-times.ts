import { eq, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { roadTime } from '../schema';

export type RoadTimeRow = typeof roadTime.$inferSelect;
type NewRow = typeof roadTime.$inferInsert;

/** Rows of one statement: far below PostgreSQL's 65,535 values. */
const AT_ONCE = 1_000;
const excluded = (column: string) => sql.raw(`excluded.${column}`);

export const roadTimes = (db: Db) => ({
	list: (rallyId: string): Promise<RoadTimeRow[]> =>
		db.select().from(roadTime).where(eq(roadTime.rallyId, rallyId)),

	/** Keeps answers: each takes the place of what was known of its pair. */
	async answered(rows: NewRow[]): Promise<void> {
		for (const part of parts(rows))
			await db
				.insert(roadTime)
				.values(part)
				.onConflictDoUpdate({
					target: [roadTime.rallyId, roadTime.fromPlace, roadTime.toPlace],
					set: {
						...placed,
						seconds: excluded('seconds'),
						metres: excluded('metres'),
						server: excluded('server'),
						answeredAt: excluded('answered_at'),
						fault: null,
						faultSince: null
					}
				});
	},

	/** Keeps faults: an older answer stays, unless one of its ends has moved, and the first failure keeps its date. */
	async failed(rows: NewRow[]): Promise<void> {
		for (const part of parts(rows))
			await db
				.insert(roadTime)
				.values(part)
				.onConflictDoUpdate({
					target: [roadTime.rallyId, roadTime.fromPlace, roadTime.toPlace],
					set: {
						...placed,
						seconds: sql`case when ${unmoved} then ${roadTime.seconds} end`,
						metres: sql`case when ${unmoved} then ${roadTime.metres} end`,
						server: sql`case when ${unmoved} then ${roadTime.server} end`,
						answeredAt: sql`case when ${unmoved} then ${roadTime.answeredAt} end`,
						fault: excluded('fault'),
						faultSince: sql`case when ${unmoved} then coalesce(${roadTime.faultSince}, excluded.fault_since) else excluded.fault_since end`
					}
				});
	}
});

const placed = {
	fromLongitude: excluded('from_longitude'),
	fromLatitude: excluded('from_latitude'),
	toLongitude: excluded('to_longitude'),
	toLatitude: excluded('to_latitude')
};
const unmoved = sql`(${roadTime.fromLongitude}, ${roadTime.fromLatitude}, ${roadTime.toLongitude}, ${roadTime.toLatitude}) = (excluded.from_longitude, excluded.from_latitude, excluded.to_longitude, excluded.to_latitude)`;

const parts = <T>(rows: T[]): T[][] =>
	Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, i) =>
		rows.slice(i * AT_ONCE, (i + 1) * AT_ONCE)
	);
