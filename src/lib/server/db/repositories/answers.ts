import { and, asc, eq } from 'drizzle-orm';
import type { Answer } from '$lib/domain/measure/answer-sheet';
import type { Audience } from '$lib/domain/measure/instruments';
import type { Db } from '../client';
import { exchangedContact, questionnaireAnswer } from '../schema';

type Row = typeof questionnaireAnswer.$inferSelect;

const columnOf = { participant: 'participantId', company: 'companyId', partner: 'partnerId' } as const;

/** Sheets answered before and after the rally. They are added and read; nothing here changes or erases one. */
export const answers = (db: Db) => ({
	list: async (rallyId: string): Promise<Answer[]> =>
		(
			await db
				.select()
				.from(questionnaireAnswer)
				.where(eq(questionnaireAnswer.rallyId, rallyId))
				.orderBy(asc(questionnaireAnswer.number))
		).map(asAnswer),

	/** Every sheet of one person, company or partner, the first given first. */
	of: async (rallyId: string, audience: Audience, subject: string): Promise<Answer[]> =>
		(
			await db
				.select()
				.from(questionnaireAnswer)
				.where(
					and(eq(questionnaireAnswer.rallyId, rallyId), eq(questionnaireAnswer[columnOf[audience]], subject))
				)
				.orderBy(asc(questionnaireAnswer.number))
		).map(asAnswer),

	add: async (
		owner: { organizationId: string; rallyId: string },
		{ subject, ...answer }: Omit<Answer, 'id' | 'at' | 'number'>
	): Promise<Answer> =>
		asAnswer(
			(
				await db
					.insert(questionnaireAnswer)
					.values({ ...owner, ...answer, [columnOf[answer.audience]]: subject })
					.returning()
			)[0]!
		)
});

const asAnswer = (row: Row): Answer => ({
	id: row.id,
	audience: row.audience,
	moment: row.moment,
	subject: (row.participantId ?? row.companyId ?? row.partnerId)!,
	instrument: row.instrument,
	sheet: row.sheet,
	means: row.means,
	by: row.by,
	at: row.at,
	number: row.number
});

export type ExchangedContact = typeof exchangedContact.$inferSelect;

/** Who exchanged a contact with whom. */
export const exchangedContacts = (db: Db, rallyId: string) => ({
	list: (): Promise<ExchangedContact[]> =>
		db.select().from(exchangedContact).where(eq(exchangedContact.rallyId, rallyId)),

	add: async (row: Pick<ExchangedContact, 'organizationId' | 'participantId' | 'companyId' | 'by'>) => {
		await db
			.insert(exchangedContact)
			.values({ ...row, rallyId })
			.onConflictDoNothing();
	},

	remove: async (participantId: string, companyId: string) => {
		await db
			.delete(exchangedContact)
			.where(
				and(
					eq(exchangedContact.rallyId, rallyId),
					eq(exchangedContact.participantId, participantId),
					eq(exchangedContact.companyId, companyId)
				)
			);
	}
});
