import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../client';
import { guest } from '../schema';

/** Invitations to the closing, to be counted. */
export const guests = (db: Db) => ({
	list: (rallyId: string) =>
		db
			.select()
			.from(guest)
			.where(and(eq(guest.rallyId, rallyId), isNull(guest.archivedAt)))
});
