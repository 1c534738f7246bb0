import { and, eq, inArray, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { fullName } from '$lib/domain/participant';
import type { Db } from '../client';
import {
	change,
	consent,
	dayEvent,
	derogation,
	draft,
	draftCell,
	draftEdit,
	informationSession,
	namesRelease,
	notice,
	participant,
	plan,
	planMember,
	planRun,
	publication,
	rallySheet,
	referral,
	spreadsheetImport,
	spreadsheetRow
} from '../schema';
import { passedMeasures } from './passed-measures';

/**
 * Erases one person of a rally wherever something is said of them: by their id, and by their name, telephone or
 * e-mail in what others wrote. What only others tell stays. Null for somebody
 * who is not there.
 */
export async function erasePerson(
	tx: Db,
	rallyId: string,
	id: string
): Promise<{ id: string; name: string } | null> {
	const [person] = await tx
		.select()
		.from(participant)
		.where(and(eq(participant.rallyId, rallyId), eq(participant.id, id)));
	if (!person) return null;
	const names = [fullName(person), `${person.lastName} ${person.firstName}`, person.phone, person.email];
	const signs = [id, ...names.filter((one) => one.trim().length > 4)].map((one) => one.toLowerCase());
	const tells = (value: unknown): boolean => {
		const said = (JSON.stringify(value ?? '') ?? '').toLowerCase();
		return signs.some((sign) => said.includes(sign));
	};
	const silent = (list: string[]): string[] => list.filter((one) => !tells(one));

	await tx.delete(planMember).where(and(eq(planMember.rallyId, rallyId), eq(planMember.participantId, id)));
	const changes = await tx.select().from(change).where(eq(change.rallyId, rallyId));
	await drop(change, change.id, changes.filter((one) => one.recordId === id || tells([one.before, one.after]))); // prettier-ignore
	const events = await tx.select().from(dayEvent).where(eq(dayEvent.rallyId, rallyId));
	await drop(dayEvent, dayEvent.id, events.filter(({ participantId, said }) => participantId === id || tells(said))); // prettier-ignore
	await drop(planRun, planRun.id, (await tx.select().from(planRun).where(eq(planRun.rallyId, rallyId))).filter(tells)); // prettier-ignore
	const told = [
		...(await tx.select().from(draftCell).where(eq(draftCell.rallyId, rallyId))),
		...(await tx.select().from(draftEdit).where(eq(draftEdit.rallyId, rallyId)))
	].filter(tells);
	await drop(
		draft,
		draft.id,
		[...new Set(told.map(({ draftId }) => draftId))].map((one) => ({ id: one }))
	);
	await eraseFromImports();
	for (const one of await tx.select().from(plan).where(eq(plan.rallyId, rallyId)))
		await tx
			.update(plan)
			.set({
				remarks: silent(one.remarks),
				unplaced: silent(one.unplaced),
				conflict: silent(one.conflict),
				violations: silent(one.violations),
				...(tells([one.repairs, one.trials]) && { repairs: [], trials: [] }),
				breaks: one.breaks.filter((of) => !tells(of)),
				...(tells(one.forming) && { forming: null }),
				...(tells(one.problem) && { problem: {} })
			})
			.where(eq(plan.id, one.id));
	for (const one of await tx.select().from(publication).where(eq(publication.rallyId, rallyId)))
		if (tells(one.warnings))
			await tx.update(publication).set({ warnings: silent(one.warnings) }).where(eq(publication.id, one.id)); // prettier-ignore
	for (const one of await tx.select().from(derogation).where(eq(derogation.rallyId, rallyId)))
		if (tells([one.covers, one.reason, one.subject]))
			await tx
				.update(derogation)
				.set({ covers: silent(one.covers), reason: tells(one.reason) ? '' : one.reason })
				.where(eq(derogation.id, one.id));
	for (const one of await tx.select().from(namesRelease).where(eq(namesRelease.rallyId, rallyId)))
		if (one.participantIds.includes(id))
			await tx
				.update(namesRelease)
				.set({ participantIds: one.participantIds.filter((other) => other !== id) })
				.where(eq(namesRelease.id, one.id));
	for (const one of await tx.select().from(informationSession).where(eq(informationSession.rallyId, rallyId)))
		// prettier-ignore
		if (Object.hasOwn(one.attendance, id) || tells(one.note))
			await tx
				.update(informationSession)
				.set({
					attendance: Object.fromEntries(Object.entries(one.attendance).filter(([of]) => of !== id)),
					note: tells(one.note) ? '' : one.note
				})
				.where(eq(informationSession.id, one.id));
	await tx.delete(notice).where(and(eq(notice.rallyId, rallyId), eq(notice.recipientId, id)));
	await drop(rallySheet, rallySheet.id, (await tx.select().from(rallySheet).where(eq(rallySheet.rallyId, rallyId))).filter(({ content }) => tells(content))); // prettier-ignore
	await tx.update(consent).set({ passedFrom: null }).where(and(eq(consent.rallyId, rallyId), eq(consent.passedFrom, id))); // prettier-ignore
	await tx.update(referral).set({ passedFrom: null }).where(and(eq(referral.rallyId, rallyId), eq(referral.passedFrom, id))); // prettier-ignore
	await passedMeasures(tx, rallyId).forget(id);
	await forgetAmongOthers();
	await tx.delete(participant).where(eq(participant.id, id));
	return { id, name: fullName(person) };

	async function drop(table: PgTable, key: PgColumn, rows: readonly { id: string }[]): Promise<void> {
		const ids = rows.map((row) => row.id);
		if (ids.length > 0) await tx.delete(table).where(inArray(key, ids));
	}

	async function eraseFromImports(): Promise<void> {
		const imports = await tx.select().from(spreadsheetImport).where(eq(spreadsheetImport.rallyId, rallyId));
		for (const one of imports) {
			const rows = await tx.select().from(spreadsheetRow).where(eq(spreadsheetRow.importId, one.id));
			const { firstName, lastName } = person!;
			const named = (cells: string[]) => [firstName, lastName].every((name) => cells.some((cell) => cell.trim().toLowerCase() === name.toLowerCase())); // prettier-ignore
			const theirs = rows.filter((row) => tells(row) || named(row.cells));
			// What was read of the file holds the same cells: the import goes whole rather than half.
			if (theirs.length > 0 || tells([one.reading, one.found]))
				await tx.delete(spreadsheetImport).where(eq(spreadsheetImport.id, one.id));
		}
	}

	/** Other people's wishes to ride with or without them, and the place they took. */
	async function forgetAmongOthers(): Promise<void> {
		const others = await tx.select().from(participant).where(eq(participant.rallyId, rallyId));
		for (const other of others)
			if (other.id !== id && [...other.together, ...other.apart].includes(id))
				await tx
					.update(participant)
					.set({
						together: other.together.filter((of) => of !== id),
						apart: other.apart.filter((of) => of !== id)
					})
					.where(eq(participant.id, other.id));
		await tx
			.update(participant)
			.set({
				replacedById: sql`nullif(${participant.replacedById}, ${id}::uuid)`,
				distinctFrom: sql`array_remove(${participant.distinctFrom}, ${id}::uuid)`
			})
			.where(eq(participant.rallyId, rallyId));
	}
}
