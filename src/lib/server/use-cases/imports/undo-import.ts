import { setImmediate } from 'node:timers/promises';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { changes } from '../../db/repositories/changes';
import { records, type AnyRecord } from '../../db/repositories/records';
import { spreadsheetImports, spreadsheetRows } from '../../db/repositories/spreadsheet-imports';
import { undoChange, type Editor, type NotFound } from '../records/edit-record';
import { reviewAgain } from './analyse-rows';
import { entry } from './prepare-import';

export interface Undone {
	undone: number;
	/** Records that somebody changed since: left as they are, and named. */
	kept: string[];
}

const AT_ONCE = 200;

/**
 * Takes a whole import back, all or none: what it made is archived, what it changed is as before. Its rows are then
 * looked at again, apart: others need not wait for both.
 */
export async function undoImport(
	db: Db,
	rally: Rally,
	id: string,
	editor: Editor
): Promise<Result<Undone, NotFound>> {
	const undone = await db.transaction((tx) => takeBack(tx, rally, id, editor));
	if (undone.ok)
		await db.transaction(async (tx) => {
			const current = await spreadsheetImports(tx).lock(rally.id, id);
			if (current?.state === 'rows') await reviewAgain(tx, rally, current, (row) => row);
		});
	return undone;
}

async function takeBack(tx: Db, rally: Rally, id: string, editor: Editor): Promise<Result<Undone, NotFound>> {
	const current = await spreadsheetImports(tx).lock(rally.id, id);
	if (!current || current.state !== 'applied') return err({ code: 'not-found' });
	const stored = spreadsheetRows(tx, id);
	const applied = (await stored.all()).filter(({ status }) => status === 'applied');
	const back = new Map<string, 'create' | 'update'>();

	for (let i = 0; i < applied.length; i += AT_ONCE) {
		const some = await made(tx, applied.slice(i, i + AT_ONCE).map(({ changeId }) => changeId!), rally.id); // prettier-ignore
		const archived = (await records(tx, current.kind).archiveUntouched(rally.id, some, editor.name)) as AnyRecord[]; // prettier-ignore
		await changes(tx).addMany(
			archived.map((after) =>
				entry(current.kind, 'undo', { ...after, archivedAt: null, version: 1 }, after, editor)
			)
		);
		for (const record of archived) back.set(record.id, 'create');
		await setImmediate();
	}
	for (const [i, { recordId, changeId }] of applied.entries()) {
		if (back.has(recordId!)) continue;
		if (i % AT_ONCE === 0) await setImmediate();
		const undone = await undoChange(tx, rally, changeId!, editor);
		if (undone.ok) back.set(recordId!, 'update');
	}
	const kept = applied.filter(({ recordId }) => !back.has(recordId!));
	await stored.write(
		applied.flatMap((row) => {
			const status = back.get(row.recordId!);
			return status ? [{ ...row, status, recordId: null, changeId: null }] : [];
		})
	);
	await spreadsheetImports(tx).save(id, { state: 'rows', appliedAt: null, appliedBy: null });
	return ok({ undone: applied.length - kept.length, kept: kept.map(({ review }) => review.name) });
}

/** Those of these changes that made a record. */
async function made(tx: Db, changeIds: string[], rallyId: string): Promise<string[]> {
	const found = await changes(tx).kindsOf(rallyId, changeIds);
	return found.filter(({ kind }) => kind === 'create').map(({ recordId }) => recordId);
}
