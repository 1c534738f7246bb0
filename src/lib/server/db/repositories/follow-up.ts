import { and, asc, eq } from 'drizzle-orm';
import type { IsoDate } from '$lib/domain/calendar';
import type { FollowUpLine, FollowUpSaid } from '$lib/domain/measure/outcomes';
import type { Db } from '../client';
import { followUpLine } from '../schema';

type Row = typeof followUpLine.$inferSelect;

/** What was tried and is known of people after the rally. Lines are added and read only. */
export const followUp = (db: Db, rallyId: string) => ({
	list: async (): Promise<FollowUpLine[]> =>
		(
			await db
				.select()
				.from(followUpLine)
				.where(eq(followUpLine.rallyId, rallyId))
				.orderBy(asc(followUpLine.number))
		).map(asLine),

	of: async (participantId: string): Promise<FollowUpLine[]> =>
		(
			await db
				.select()
				.from(followUpLine)
				.where(and(eq(followUpLine.rallyId, rallyId), eq(followUpLine.participantId, participantId)))
				.orderBy(asc(followUpLine.number))
		).map(asLine),

	add: async (line: {
		organizationId: string;
		participantId: string;
		on: IsoDate;
		said: FollowUpSaid;
		by: string;
	}): Promise<FollowUpLine> =>
		asLine(
			(
				await db
					.insert(followUpLine)
					.values({ ...line, rallyId })
					.returning()
			)[0]!
		)
});

const asLine = ({ id, participantId, on, said, by, number }: Row): FollowUpLine => ({
	id,
	participantId,
	on,
	said,
	by,
	number
});
