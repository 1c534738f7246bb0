import { createHash, randomUUID } from 'node:crypto';
import { eq, lt, sql } from 'drizzle-orm';
import type { Db } from '../db/client';
import { rateLimit } from '../db/schema';

export interface Limit {
	/** What is limited: `sign-in`, `reset`… */
	what: string;
	/** Whom: an address or an e-mail; only its fingerprint is kept. */
	whom: string;
	max: number;
	minutes: number;
}

const keyOf = ({ what, whom }: Pick<Limit, 'what' | 'whom'>) =>
	`${what}:${createHash('sha256').update(whom.toLowerCase()).digest('base64url')}`;

/** Counts one more attempt in its window and says whether it is still within the limit. */
export async function mayTry(db: Db, limit: Limit, now = Date.now()): Promise<boolean> {
	const key = keyOf(limit);
	const opened = now - limit.minutes * 60_000;
	const [row] = await db
		.insert(rateLimit)
		// An id of its own: two first attempts at once meet on the key alone, which is what settles them.
		.values({ id: randomUUID(), key, count: 1, lastRequest: now })
		.onConflictDoUpdate({
			target: rateLimit.key,
			// `lastRequest` keeps when the window opened, so that trying on does not prolong it.
			set: {
				count: sql`case when ${rateLimit.lastRequest} <= ${opened} then 1 else ${rateLimit.count} + 1 end`,
				lastRequest: sql`case when ${rateLimit.lastRequest} <= ${opened} then ${now} else ${rateLimit.lastRequest} end`
			}
		})
		.returning({ count: rateLimit.count });
	return (row?.count ?? 1) <= limit.max;
}

/** Whether the limit is not reached yet, without counting one more: for what is counted only when it fails. */
export async function stillMay(db: Db, limit: Limit, now = Date.now()): Promise<boolean> {
	const [row] = await db
		.select({ count: rateLimit.count, opened: rateLimit.lastRequest })
		.from(rateLimit)
		.where(eq(rateLimit.key, keyOf(limit)));
	return !row || row.opened <= now - limit.minutes * 60_000 || row.count < limit.max;
}

/** Forgets the attempts of somebody who succeeded, and everybody's of more than a day ago. */
export async function forgetAttempts(
	db: Db,
	whom: Pick<Limit, 'what' | 'whom'>,
	now = Date.now()
): Promise<void> {
	await db.delete(rateLimit).where(eq(rateLimit.key, keyOf(whom)));
	await db.delete(rateLimit).where(lt(rateLimit.lastRequest, now - 86_400_000));
}
