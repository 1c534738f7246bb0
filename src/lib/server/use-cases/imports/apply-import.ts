import { randomUUID } from 'node:crypto';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { changes } from '../../db/repositories/changes';
import { records, type AnyRecord, type EditableKind } from '../../db/repositories/records';
import {
	spreadsheetImports,
	spreadsheetRows,
	type SpreadsheetRow
} from '../../db/repositories/spreadsheet-imports';
import type { Editor, NotFound } from '../records/edit-record';
import { reviewerOf } from './analyse-rows';
import { importing } from './importing';
import type { Reviewed } from './review-rows';

export interface Applied {
	created: number;
	updated: number;
	/** Rows that were ready and no longer are: the rally changed since they were looked at. */
	changed: number;
}

const AT_ONCE = 400;

/**
 * Writes the rows that are ready, all or none, with the journal. Each is looked at once more against the rally as
 * it stands: one that would now do something else than what was shown waits to be shown again.
 */
export const applyImport = (
	db: Db,
	rally: Rally,
	id: string,
	editor: Editor
): Promise<Result<Applied, NotFound>> =>
	db.transaction(async (tx) => {
		const current = await spreadsheetImports(tx).lock(rally.id, id);
		if (!current || (current.state !== 'rows' && current.state !== 'applied'))
			return err({ code: 'not-found' });
		const stored = spreadsheetRows(tx, id);
		const reviewer = await reviewerOf(tx, rally, current);
		const looked = (await stored.all())
			.filter(({ status }) => status !== 'applied')
			.map((row) => ({ row, now: reviewer.review(row) }));
		const ready = looked.filter(({ row, now }) => now.values && now.status === row.status);
		const made = [
			...(await create(tx, rally, current.kind, ready.filter(({ now }) => !now.record), editor)), // prettier-ignore
			...(await update(tx, rally, current.kind, ready.filter(({ now }) => now.record), editor)) // prettier-ignore
		];
		const moved = looked.filter(({ row, now }) => now.status !== row.status);
		await stored.write([...made, ...moved.map(({ row, now }) => ({ ...row, status: now.status, review: now.review }))]); // prettier-ignore
		if (made.length > 0)
			// What the file held is no longer needed; its rows stay until the import is forgotten, to be undone.
			await spreadsheetImports(tx).save(id, { state: 'applied', reading: null, appliedAt: new Date(), appliedBy: editor.name }); // prettier-ignore
		const created = ready.filter(({ now }) => !now.record).length;
		return ok({
			created,
			updated: made.length - created,
			changed:
				ready.length -
				made.length +
				moved.filter(({ row }) => row.status === 'create' || row.status === 'update').length
		});
	});

interface Ready {
	row: SpreadsheetRow;
	now: Reviewed;
}

const done = (row: SpreadsheetRow, recordId: string, changeId: string): SpreadsheetRow => ({
	...row,
	status: 'applied',
	recordId,
	changeId
});

async function create(
	tx: Db,
	rally: Rally,
	kind: EditableKind,
	rows: Ready[],
	editor: Editor
): Promise<SpreadsheetRow[]> {
	const made: SpreadsheetRow[] = [];
	for (let i = 0; i < rows.length; i += AT_ONCE) {
		const some = rows.slice(i, i + AT_ONCE);
		const ids = some.map(() => randomUUID());
		const added = (await records(tx, kind).addMany(
			some.map(({ now }, n) => ({
				...importing[kind as 'company'].settle(rally, now.values!, null),
				id: ids[n]!,
				rallyId: rally.id,
				organizationId: rally.organizationId,
				updatedBy: editor.name
			})) as never
		)) as AnyRecord[];
		const byId = new Map(added.map((record) => [record.id, record]));
		const journal = ids.map((id) => entry(kind, 'create', null, byId.get(id)!, editor));
		await changes(tx).addMany(journal);
		made.push(...some.map(({ row }, n) => done(row, ids[n]!, journal[n]!.id)));
	}
	return made;
}

async function update(
	tx: Db,
	rally: Rally,
	kind: EditableKind,
	rows: Ready[],
	editor: Editor
): Promise<SpreadsheetRow[]> {
	const made: SpreadsheetRow[] = [];
	const journal: ReturnType<typeof entry>[] = [];
	for (const { row, now } of rows) {
		const before = now.record!;
		const values = importing[kind as 'company'].settle(rally, now.values!, before);
		const after = (await records(tx, kind).save(rally.id, before.id, before.version, {
			...values,
			updatedBy: editor.name
		})) as AnyRecord | null;
		// Two lines of the file that were both told to update one record: the second waits its turn.
		if (!after) continue;
		journal.push(entry(kind, 'update', before, after, editor));
		made.push(done(row, before.id, journal.at(-1)!.id));
	}
	for (let i = 0; i < journal.length; i += AT_ONCE) await changes(tx).addMany(journal.slice(i, i + AT_ONCE));
	return made;
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
