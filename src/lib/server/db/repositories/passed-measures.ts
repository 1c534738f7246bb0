import { and, eq, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '../client';
import { exchangedContact, followUpLine, questionnaireAnswer } from '../schema';

const tables = [questionnaireAnswer, followUpLine, exchangedContact] as const;

/** Answers, follow-up and contacts of a record that turns out to be another one's, as consents follow it. */
export const passedMeasures = (db: Db, rallyId: string) => ({
	/** `change` says so; undoing it gives everything back. */
	passOn: async (from: string, to: string, change: string): Promise<void> => {
		const passed = { participantId: to, passedFrom: from, passedBy: change };
		for (const table of [questionnaireAnswer, followUpLine] as const)
			await db
				.update(table)
				.set(passed)
				.where(and(eq(table.rallyId, rallyId), eq(table.participantId, from)));
		const already = alias(exchangedContact, 'already');
		// A contact that both exchanged stays where it is: it is one.
		await db
			.update(exchangedContact)
			.set(passed)
			.where(
				and(
					eq(exchangedContact.rallyId, rallyId),
					eq(exchangedContact.participantId, from),
					notExists(
						db
							.select({ one: sql`1` })
							.from(already)
							.where(and(eq(already.participantId, to), eq(already.companyId, exchangedContact.companyId)))
					)
				)
			);
	},

	giveBack: async (change: string): Promise<void> => {
		for (const table of tables)
			await db
				.update(table)
				.set({ participantId: sql`${table.passedFrom}`, passedFrom: null, passedBy: null })
				.where(and(eq(table.rallyId, rallyId), eq(table.passedBy, change)));
	},

	/** Nothing says any more that it was of a record that is erased. */
	forget: async (from: string): Promise<void> => {
		for (const table of tables)
			await db
				.update(table)
				.set({ passedFrom: null })
				.where(and(eq(table.rallyId, rallyId), eq(table.passedFrom, from)));
	}
});
