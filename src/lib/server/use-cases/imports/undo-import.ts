import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { changes } from '../../db/repositories/changes';
import { records, type AnyRecord } from '../../db/repositories/records';
import { spreadsheetImports, spreadsheetRows } from '../../db/repositories/spreadsheet-imports';
import { undoChange, type Editor, type NotFound } from '../records/edit-record';
import { reviewAgain } from './analyse-rows';
import { entry } from './apply-import';

export interface Undone {
	undone: number;
	/** Records that somebody changed since: left as they are, and named. */
	kept: string[];
}

const AT_ONCE = 400;

/** Takes a whole import back, all or none: what it made is archived, what it changed is as before. */
export const undoImport = (
	db: Db,
	rally: Rally,
	id: string,
	editor: Editor
): Promise<Result<Undone, NotFound>> =>
	db.transaction(async (tx) => {
		const current = await spreadsheetImports(tx).lock(rally.id, id);
		if (!current || current.state !== 'applied') return err({ code: 'not-found' });
		const stored = spreadsheetRows(tx, id);
		const applied = (await stored.all()).filter(({ status }) => status === 'applied');
		const back = new Set<string>();

		const ids = applied.map(({ recordId }) => recordId!);
		for (let i = 0; i < ids.length; i += AT_ONCE) {
			const some = await made(tx, applied.slice(i, i + AT_ONCE).map(({ changeId }) => changeId!), rally.id); // prettier-ignore
			const archived = (await records(tx, current.kind).archiveUntouched(rally.id, some, editor.name)) as AnyRecord[]; // prettier-ignore
			await changes(tx).addMany(
				archived.map((after) =>
					entry(current.kind, 'undo', { ...after, archivedAt: null, version: 1 }, after, editor)
				)
			);
			for (const record of archived) back.add(record.id);
		}
		for (const { recordId, changeId } of applied) {
			if (back.has(recordId!)) continue;
			if ((await undoChange(tx, rally, changeId!, editor)).ok) back.add(recordId!);
		}
		const kept = applied.filter(({ recordId }) => !back.has(recordId!));
		await stored.write(
			applied
				.filter(({ recordId }) => back.has(recordId!))
				.map((row) => ({ ...row, status: 'skipped' as const, recordId: null, changeId: null }))
		);
		await spreadsheetImports(tx).save(id, { state: 'rows', appliedAt: null, appliedBy: null });
		await reviewAgain(tx, rally, current, (row) => row);
		return ok({ undone: applied.length - kept.length, kept: kept.map(({ review }) => review.name) });
	});

/** Those of these changes that made a record. */
async function made(tx: Db, changeIds: string[], rallyId: string): Promise<string[]> {
	const found = await changes(tx).findMany(rallyId, changeIds);
	return found.filter(({ kind }) => kind === 'create').map(({ recordId }) => recordId);
}
