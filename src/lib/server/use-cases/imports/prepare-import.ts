import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { records, type AnyRecord, type EditableKind } from '../../db/repositories/records';
import {
	spreadsheetImports,
	spreadsheetRows,
	type SpreadsheetRow
} from '../../db/repositories/spreadsheet-imports';
import type { Editor } from '../records/edit-record';
import { reviewerOf } from './analyse-rows';
import { importing } from './importing';

/** A row ready to be written: the record as it will be, and its line of the journal. */
export interface ReadyRow {
	row: SpreadsheetRow;
	after: AnyRecord;
	/** What it sets of the record. */
	fields: string[];
	journal: ReturnType<typeof entry>;
}

export interface Prepared {
	kind: EditableKind;
	/** What the rally and the import were when this was prepared: see `stampOf`. */
	stamp: string;
	created: ReadyRow[];
	updated: ReadyRow[];
	/** Rows that would now do something else than what was shown. */
	moved: SpreadsheetRow[];
	/** Rows that were shown as ready. */
	awaited: number;
	/** Rows imported before. */
	before: number;
}

const AT_ONCE = 100;

/** Looks at every row again and makes all that will be written; null for an import that has no rows to write. */
export async function prepareImport(
	db: Db,
	rally: Rally,
	id: string,
	editor: Editor,
	told: (rows: number) => Promise<void> = async () => {}
): Promise<Prepared | null> {
	// Read first: what changes after it makes the stamp stale, and all is prepared again.
	const stamp = await stampOf(db, rally, id);
	const current = await spreadsheetImports(db).find(rally.id, id);
	if (!current || !['rows', 'applied', 'applying'].includes(current.state)) return null;
	const { kind } = current;
	const all = await spreadsheetRows(db, id).all();
	const waiting = all.filter(({ status }) => status !== 'applied');
	const reviewer = await reviewerOf(db, rally, current);
	const prepared: Prepared = {
		kind,
		stamp,
		created: [],
		updated: [],
		moved: [],
		awaited: waiting.filter(({ status }) => status === 'create' || status === 'update').length,
		before: all.length - waiting.length
	};
	const written = new Set<string>();
	for (const [i, row] of waiting.entries()) {
		if (i % AT_ONCE === AT_ONCE - 1) {
			await told(i + 1);
			await setImmediate();
		}
		const { status, values, record, review } = reviewer.review(row);
		if (status !== row.status) prepared.moved.push({ ...row, status, review });
		// Two lines of the file that were both told to update one record: the second waits its turn.
		if (status !== row.status || !values || (record && written.has(record.id))) continue;
		const set = { ...importing[kind].settle(rally, values, record), updatedBy: editor.name };
		if (record) {
			written.add(record.id);
			const after = { ...record, ...set, version: record.version + 1, updatedAt: new Date() };
			const journal = entry(kind, 'update', record, after, editor);
			prepared.updated.push({ row, after, fields: Object.keys(set), journal });
		} else {
			const after = records(db, kind).whole({ ...set, id: randomUUID(), rallyId: rally.id, organizationId: rally.organizationId }) as AnyRecord; // prettier-ignore
			prepared.created.push({ row, after, fields: [], journal: entry(kind, 'create', null, after, editor) });
		}
	}
	await told(waiting.length);
	return prepared;
}

/** Says whether anything changed: the records of that kind, and the import with its rows. */
export async function stampOf(db: Db, rally: Rally, id: string): Promise<string> {
	const current = await spreadsheetImports(db).find(rally.id, id);
	if (!current) return '';
	return `${current.updatedAt.getTime()} ${await records(db, current.kind).stamp(rally.id)}`;
}

/** One line of the journal, its id known beforehand: what undoing takes back. */
export const entry = (
	kind: EditableKind,
	what: 'create' | 'update' | 'undo',
	before: AnyRecord | null,
	after: AnyRecord,
	editor: Editor
) => ({
	id: randomUUID() as string,
	organizationId: after.organizationId,
	rallyId: after.rallyId,
	record: kind,
	recordId: after.id,
	kind: what,
	version: after.version,
	before,
	after,
	by: editor.name
});
