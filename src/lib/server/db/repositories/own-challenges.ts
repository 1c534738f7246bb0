import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import type { Db } from '../client';
import { ownChallenge } from '../schema';

/** What an organisation wrote for its other rallies, the latest last. */
export const ownChallengesElsewhere = (db: Db, organizationId: string, rallyId: string) =>
	db
		.select()
		.from(ownChallenge)
		.where(
			and(
				eq(ownChallenge.organizationId, organizationId),
				ne(ownChallenge.rallyId, rallyId),
				isNull(ownChallenge.archivedAt)
			)
		)
		.orderBy(asc(ownChallenge.createdAt));
