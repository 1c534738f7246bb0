import { and, count, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { company, hostAnswer } from '../schema';

export type HostAnswer = typeof hostAnswer.$inferSelect;

/** What companies answered on their pages. */
export const hostAnswers = (db: Db) => ({
	/** The newest first. */
	list: (rallyId: string): Promise<HostAnswer[]> =>
		db.select().from(hostAnswer).where(eq(hostAnswer.rallyId, rallyId)).orderBy(desc(hostAnswer.sentAt)),

	/** How many wait for somebody to decide or read. */
	waiting: async (rallyId: string): Promise<number> =>
		Number(
			(
				await db
					.select({ n: count() })
					.from(hostAnswer)
					.where(and(eq(hostAnswer.rallyId, rallyId), isNull(hostAnswer.settledAt)))
			)[0]!.n
		),

	find: async (rallyId: string, id: string): Promise<HostAnswer | null> =>
		(
			await db
				.select()
				.from(hostAnswer)
				.where(and(eq(hostAnswer.rallyId, rallyId), eq(hostAnswer.id, id)))
		)[0] ?? null,

	/** The one that nobody settled yet. */
	openOf: async (companyId: string): Promise<HostAnswer | null> =>
		(
			await db
				.select()
				.from(hostAnswer)
				.where(and(eq(hostAnswer.companyId, companyId), isNull(hostAnswer.settledAt)))
		)[0] ?? null,

	latestOf: async (companyId: string): Promise<HostAnswer | null> =>
		(
			await db
				.select()
				.from(hostAnswer)
				.where(eq(hostAnswer.companyId, companyId))
				.orderBy(desc(hostAnswer.sentAt))
				.limit(1)
		)[0] ?? null,

	byChange: async (rallyId: string, changeId: string): Promise<HostAnswer | null> =>
		(
			await db
				.select()
				.from(hostAnswer)
				.where(and(eq(hostAnswer.rallyId, rallyId), eq(hostAnswer.changeId, changeId)))
		)[0] ?? null,

	add: async (row: typeof hostAnswer.$inferInsert): Promise<HostAnswer> =>
		(await db.insert(hostAnswer).values(row).returning())[0]!,

	/** Null when somebody wrote another version in between. */
	save: async (
		{ id, version }: Pick<HostAnswer, 'id' | 'version'>,
		values: Partial<Omit<HostAnswer, 'id' | 'version' | 'companyId' | 'rallyId'>>
	): Promise<HostAnswer | null> =>
		(
			await db
				.update(hostAnswer)
				.set({ ...values, version: version + 1 })
				.where(and(eq(hostAnswer.id, id), eq(hostAnswer.version, version)))
				.returning()
		)[0] ?? null,

	/** Takes a company until the transaction ends: two answers sent at once wait for each other. */
	lockCompany: async (companyId: string): Promise<void> => {
		await db
			.select({ id: company.id })
			.from(company)
			.where(eq(company.id, sql`${companyId}::uuid`))
			.for('update');
	}
});
