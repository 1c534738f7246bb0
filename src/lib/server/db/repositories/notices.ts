import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { NoticeState } from '$lib/domain/publication/notices';
import type { Recipient } from '$lib/domain/publication/told';
import type { Db } from '../client';
import { notice } from '../schema';

export type NoticeRow = typeof notice.$inferSelect;
type Key = Pick<Recipient, 'kind' | 'id'>;

/** A sending of which nothing was heard for so long was cut short. */
const LOST_AFTER_MINUTES = 10;

const of = (rallyId: string, { kind, id }: Key) =>
	and(eq(notice.rallyId, rallyId), eq(notice.kind, kind), eq(notice.recipientId, id));

/** Who was told what, when and how. */
export const notices = (db: Db) => ({
	/** The latest first. */
	list: (rallyId: string): Promise<NoticeRow[]> =>
		db.select().from(notice).where(eq(notice.rallyId, rallyId)).orderBy(desc(notice.at)),

	/** What one recipient was told last. */
	lastTold: async (rallyId: string, key: Key): Promise<NoticeRow | null> =>
		(
			await db
				.select()
				.from(notice)
				.where(and(of(rallyId, key), inArray(notice.state, ['sent', 'told'])))
				.orderBy(desc(notice.at))
				.limit(1)
		)[0] ?? null,

	/** Null when a letter to the same recipient is on its way. */
	add: async (row: typeof notice.$inferInsert): Promise<NoticeRow | null> =>
		(await db.insert(notice).values(row).onConflictDoNothing().returning())[0] ?? null,

	/** What became of it; answers whether it stood in one of these states. */
	settle: async (
		rallyId: string,
		id: string,
		from: readonly NoticeState[],
		state: NoticeState
	): Promise<boolean> =>
		(
			await db
				.update(notice)
				.set({ state })
				.where(and(eq(notice.rallyId, rallyId), eq(notice.id, id), inArray(notice.state, [...from])))
				.returning({ id: notice.id })
		).length > 0,

	forget: async (id: string): Promise<void> => {
		await db.delete(notice).where(eq(notice.id, id));
	},

	/** Sendings that a stopped process left behind count as failed: the organiser decides whether to send again. */
	giveUpLost: async (rallyId: string): Promise<void> => {
		await db
			.update(notice)
			.set({ state: 'failed' })
			.where(
				and(
					eq(notice.rallyId, rallyId),
					eq(notice.state, 'sending'),
					lt(notice.at, sql`now() - make_interval(mins => ${LOST_AFTER_MINUTES}::int)`)
				)
			);
	}
});
