import { and, desc, eq, isNull } from 'drizzle-orm';
import type { IsoDate } from '$lib/domain/calendar';
import { searchable } from '$lib/domain/french';
import type { Db } from '../client';
import { personRequest } from '../schema';

export type PersonRequest = typeof personRequest.$inferSelect;

/** The register of what people asked of an organisation. */
export const personRequests = (db: Db, organizationId: string) => ({
	list: (): Promise<PersonRequest[]> =>
		db
			.select()
			.from(personRequest)
			.where(eq(personRequest.organizationId, organizationId))
			.orderBy(desc(personRequest.askedOn), desc(personRequest.at)),

	add: (row: Omit<typeof personRequest.$inferInsert, 'organizationId'>) =>
		db.insert(personRequest).values({ ...row, organizationId }),

	/** Answers whether it was still open at that version. */
	answer: async (id: string, version: number, on: IsoDate, by: string): Promise<boolean> =>
		(
			await db
				.update(personRequest)
				.set({ answeredOn: on, answeredBy: by, version: version + 1 })
				.where(
					and(
						eq(personRequest.organizationId, organizationId),
						eq(personRequest.id, id),
						eq(personRequest.version, version),
						isNull(personRequest.answeredOn)
					)
				)
				.returning({ id: personRequest.id })
		).length > 0,

	/**
	 * Once people are erased: requests about them, by record or by the name that was written, no longer say whose they
	 * were. Those still open are answered by it, or left open with their name when `answering` is not wanted.
	 */
	forget: async (
		people: readonly { id: string; name: string }[],
		{ on, by, answering }: { on: IsoDate; by: string; answering: boolean }
	): Promise<number> => {
		const ids = new Set(people.map(({ id }) => id));
		const names = new Set(people.map(({ name }) => searchable(name)));
		const theirs = (
			await db.select().from(personRequest).where(eq(personRequest.organizationId, organizationId))
		).filter(
			({ participantId, who, answeredOn }) =>
				(answering || answeredOn !== null) &&
				((participantId !== null && ids.has(participantId)) || names.has(searchable(who)))
		);
		for (const { id, answeredOn, answeredBy, version } of theirs)
			await db
				.update(personRequest)
				.set({
					...{ participantId: null, who: '', note: '', version: version + 1 },
					answeredOn: answeredOn ?? on,
					answeredBy: answeredOn ? answeredBy : by
				})
				.where(eq(personRequest.id, id));
		return theirs.length;
	}
});
