import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { hostLink } from '../schema';

export type HostLink = typeof hostLink.$inferSelect;

const open = and(isNull(hostLink.revokedAt), gt(hostLink.expiresAt, sql`now()`));

/** The links to the companies' own pages. */
export const hostLinks = (db: Db) => ({
	/** The links that open something today. */
	open: (rallyId: string): Promise<HostLink[]> =>
		db
			.select()
			.from(hostLink)
			.where(and(eq(hostLink.rallyId, rallyId), open)),

	ofCompany: async (rallyId: string, companyId: string): Promise<HostLink | null> =>
		(
			await db
				.select()
				.from(hostLink)
				.where(and(eq(hostLink.rallyId, rallyId), eq(hostLink.companyId, companyId), open))
		)[0] ?? null,

	byHash: async (tokenHash: string): Promise<HostLink | null> =>
		(
			await db
				.select()
				.from(hostLink)
				.where(and(eq(hostLink.tokenHash, tokenHash), open))
		)[0] ?? null,

	/** Answers whether it was opened: not when another page of the company is open, even by somebody at this instant. */
	add: async (row: typeof hostLink.$inferInsert): Promise<boolean> =>
		(
			await db
				.insert(hostLink)
				.values(row)
				.onConflictDoNothing({ target: hostLink.companyId, where: isNull(hostLink.revokedAt) })
				.returning({ id: hostLink.id })
		).length > 0,

	/** Answers whether there was something to close. */
	revoke: async (rallyId: string, companyId: string): Promise<boolean> =>
		(
			await db
				.update(hostLink)
				.set({ revokedAt: sql`now()` })
				.where(
					and(eq(hostLink.rallyId, rallyId), eq(hostLink.companyId, companyId), isNull(hostLink.revokedAt))
				)
				.returning({ id: hostLink.id })
		).length > 0,

	/** Closes a page that ran out, so that another may be opened. */
	revokeExpired: async (rallyId: string, companyId: string): Promise<void> => {
		await db
			.update(hostLink)
			.set({ revokedAt: sql`now()` })
			.where(
				and(
					eq(hostLink.rallyId, rallyId),
					eq(hostLink.companyId, companyId),
					isNull(hostLink.revokedAt),
					lte(hostLink.expiresAt, sql`now()`)
				)
			);
	},

	/** Another end for every link that was not closed by hand, those that ran out included. */
	expireAll: async (rallyId: string, expiresAt: Date): Promise<void> => {
		await db
			.update(hostLink)
			.set({ expiresAt })
			.where(and(eq(hostLink.rallyId, rallyId), isNull(hostLink.revokedAt)));
	},

	seen: async (id: string): Promise<void> => {
		await db
			.update(hostLink)
			.set({ lastSeenAt: sql`now()` })
			.where(eq(hostLink.id, id));
	}
});
