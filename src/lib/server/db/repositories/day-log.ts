import { and, asc, eq, gt, inArray, isNull, max, or } from 'drizzle-orm';
import type { DayEvent } from '$lib/domain/day/event';
import type { Db } from '../client';
import { dayEvent, rally } from '../schema';

/** An event with its place in the order of arrival. */
export type LoggedEvent = DayEvent & { number: number; arrived: number };

/** The log of a rally's days. Lines are added, never changed. */
export const dayLog = (db: Db, rallyId: string) => ({
	/** In the order of arrival, those after `number`. */
	since: async (number = 0): Promise<LoggedEvent[]> =>
		(
			await db
				.select()
				.from(dayEvent)
				.where(and(eq(dayEvent.rallyId, rallyId), gt(dayEvent.number, number)))
				.orderBy(asc(dayEvent.number))
		).map(asEvent),

	/** What was said by a team's phones, and by the organiser about it or about these people. */
	ofTeam: async (letter: string, people: readonly string[]): Promise<LoggedEvent[]> =>
		(
			await db
				.select()
				.from(dayEvent)
				.where(
					and(
						eq(dayEvent.rallyId, rallyId),
						or(
							eq(dayEvent.teamLetter, letter),
							people.length > 0
								? and(isNull(dayEvent.teamLetter), inArray(dayEvent.participantId, [...people]))
								: undefined
						)
					)
				)
				.orderBy(asc(dayEvent.number))
		).map(asEvent),

	/** The events of those client ids that are there already. */
	known: async (ids: readonly string[]): Promise<LoggedEvent[]> =>
		ids.length === 0
			? []
			: (
					await db
						.select()
						.from(dayEvent)
						.where(and(eq(dayEvent.rallyId, rallyId), inArray(dayEvent.clientId, [...ids])))
				).map(asEvent),

	/** The number of the last line, 0 when there is none. */
	last: async (): Promise<number> =>
		(
			await db
				.select({ number: max(dayEvent.number) })
				.from(dayEvent)
				.where(eq(dayEvent.rallyId, rallyId))
		)[0]?.number ?? 0,

	/** Nobody else adds a line before this transaction ends: numbers follow one another, and a reader misses none. */
	hold: async (): Promise<void> => {
		await db.select({ id: rally.id }).from(rally).where(eq(rally.id, rallyId)).for('no key update');
	},

	/** Adds lines with the next numbers. Hold the log first. Whoever already has one of these ids keeps it. */
	async add(
		organizationId: string,
		events: readonly (DayEvent & { arrived: number })[]
	): Promise<LoggedEvent[]> {
		if (events.length === 0) return [];
		let number = await this.last();
		const rows = events.map((event) => ({
			organizationId,
			rallyId,
			number: ++number,
			clientId: event.id,
			phone: event.phone,
			sequence: event.sequence,
			clock: new Date(event.clock),
			offset: event.offset ?? 0,
			planNumber: event.plan,
			teamLetter: event.team,
			by: event.by,
			participantId: event.said.kind === 'presence' ? event.said.person : null,
			said: event.said,
			arrivedAt: new Date(event.arrived)
		}));
		return (await db.insert(dayEvent).values(rows).returning()).map(asEvent);
	}
});

const asEvent = (row: typeof dayEvent.$inferSelect): LoggedEvent => ({
	id: row.clientId,
	phone: row.phone,
	sequence: row.sequence,
	clock: row.clock.getTime(),
	offset: row.offset,
	plan: row.planNumber,
	team: row.teamLetter,
	by: row.by,
	said: row.said,
	arrived: row.arrivedAt.getTime(),
	number: row.number
});
