import { and, eq } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { fullName } from '$lib/domain/participant';
import type { Db } from '../client';
import {
	change,
	dayEvent,
	derogation,
	draft,
	informationSession,
	itineraryLink,
	namesRelease,
	notice,
	participant,
	plan,
	planMember,
	planRun,
	planWorth,
	publication,
	questionnaireAnswer,
	rally,
	rallySheet,
	spreadsheetImport
} from '../schema';

/** Gone with the people: what was written of them, what was computed about them, and the journal of both. */
const gone = [
	planMember,
	participant,
	change,
	dayEvent,
	draft,
	planRun,
	planWorth,
	spreadsheetImport,
	itineraryLink
] as unknown as (PgTable & { rallyId: typeof planMember.rallyId })[];

/**
 * Erases everybody who took part in a rally, wherever something is said of them, and answers whom. Consents,
 * referrals, personal pages, questionnaires and follow-up go with the record (`on delete cascade`). Companies,
 * partners, hours and what was sent stay. Runs in the transaction that freezes the figures.
 */
export async function eraseEverybody(tx: Db, rallyId: string): Promise<{ id: string; name: string }[]> {
	const people = await tx
		.select({ id: participant.id, firstName: participant.firstName, lastName: participant.lastName })
		.from(participant)
		.where(eq(participant.rallyId, rallyId));
	for (const table of gone) await tx.delete(table).where(eq(table.rallyId, rallyId));
	await tx
		.update(plan)
		.set({
			// The sentences name people, and the problem holds their needs.
			...{ remarks: [], unplaced: [], conflict: [], repairs: [], trials: [], violations: [], breaks: [] },
			forming: null,
			problem: {}
		})
		.where(eq(plan.rallyId, rallyId));
	await tx.update(publication).set({ warnings: [] }).where(eq(publication.rallyId, rallyId));
	await tx.update(derogation).set({ covers: [], reason: '' }).where(eq(derogation.rallyId, rallyId));
	await tx.update(namesRelease).set({ participantIds: [] }).where(eq(namesRelease.rallyId, rallyId));
	await tx
		.update(informationSession)
		.set({ attendance: {}, note: '' })
		.where(eq(informationSession.rallyId, rallyId));
	await tx.delete(notice).where(and(eq(notice.rallyId, rallyId), eq(notice.kind, 'participant')));
	// Who speaks, who receives what: people by name, in free words.
	for (const kind of ['restitution', 'closing', 'handovers'] as const)
		await tx.delete(rallySheet).where(and(eq(rallySheet.rallyId, rallyId), eq(rallySheet.kind, kind)));
	// A company's scores are its own; its words may tell of somebody.
	for (const { id, sheet } of await tx
		.select({ id: questionnaireAnswer.id, sheet: questionnaireAnswer.sheet })
		.from(questionnaireAnswer)
		.where(eq(questionnaireAnswer.rallyId, rallyId)))
		await tx
			.update(questionnaireAnswer)
			.set({ sheet: { ...sheet, words: '' } })
			.where(eq(questionnaireAnswer.id, id));
	return people.map(({ id, ...names }) => ({ id, name: fullName(names) }));
}

/** Erases the rally itself, with every row of it. */
export const eraseRally = async (tx: Db, rallyId: string): Promise<void> => {
	await tx.delete(planMember).where(eq(planMember.rallyId, rallyId));
	await tx.delete(plan).where(eq(plan.rallyId, rallyId));
	await tx.delete(rally).where(eq(rally.id, rallyId));
};
