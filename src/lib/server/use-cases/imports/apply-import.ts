import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { changes } from '../../db/repositories/changes';
import { records } from '../../db/repositories/records';
import { spreadsheetImports, spreadsheetRows } from '../../db/repositories/spreadsheet-imports';
import { log } from '../../log';
import type { Editor, NotFound } from '../records/edit-record';
import { SOON } from './analyse-rows';
import { prepareImport, stampOf, type Prepared } from './prepare-import';

export interface Applied {
	created: number;
	updated: number;
	/** Rows that were ready and no longer are: the rally changed since they were looked at. */
	changed: number;
}

/** Times it is prepared again because somebody changed something meanwhile; after that, nobody may. */
const PATIENCE = 3;

/**
 * Writes the rows that are ready, all or none, with the journal. Each is looked at once more against the rally as
 * it stands: one that would now do something else than what was shown waits to be shown again. What takes long is
 * done beforehand, so that others wait for the writing alone; `told` hears how many rows are prepared.
 */
export async function applyImport(
	db: Db,
	rally: Rally,
	id: string,
	editor: Editor,
	told: (rows: number) => Promise<void> = async () => {}
): Promise<Result<Applied, NotFound>> {
	for (let i = 0; i < PATIENCE; i++) {
		const prepared = await prepareImport(db, rally, id, editor, told);
		if (!prepared) return err({ code: 'not-found' });
		const applied = await db.transaction(async (tx) => {
			await spreadsheetImports(tx).lock(rally.id, id);
			return (await stampOf(tx, rally, id)) === prepared.stamp
				? write(tx, rally, id, prepared, editor)
				: null;
		});
		if (applied) return ok(applied);
	}
	return db.transaction(async (tx) => {
		await spreadsheetImports(tx).lock(rally.id, id);
		const prepared = await prepareImport(tx, rally, id, editor);
		return prepared ? ok(await write(tx, rally, id, prepared, editor)) : err({ code: 'not-found' });
	});
}

async function write(
	tx: Db,
	rally: Rally,
	id: string,
	{ kind, created, updated, moved, awaited, before }: Prepared,
	editor: Editor
): Promise<Applied> {
	const here = records(tx, kind);
	await here.insert(created.map(({ after }) => after));
	const saved = await here.saveMany(rally.id, updated.map(({ after, fields }) => ({ after, fields }))); // prettier-ignore
	const done = [...created, ...updated.filter(({ after }) => saved.has(after.id))];
	await changes(tx).addMany(done.map(({ journal }) => journal));
	await spreadsheetRows(tx, id).write([
		...done.map(({ row, after, journal }) => ({ ...row, status: 'applied' as const, recordId: after.id, changeId: journal.id })), // prettier-ignore
		...moved
	]);
	// What the file held is no longer needed; its rows stay until the import is forgotten, to be undone.
	await spreadsheetImports(tx).save(
		id,
		done.length > 0
			? { state: 'applied', reading: null, appliedAt: new Date(), appliedBy: editor.name, failedAt: null }
			: { state: before > 0 ? 'applied' : 'rows', failedAt: null }
	);
	return { created: created.length, updated: saved.size, changed: awaited - done.length };
}

/** The same, waited for when it is short; a long one goes on by itself, its page shows how far, and null answers. */
export async function startApplying(
	db: Db,
	rally: Rally,
	id: string,
	editor: Editor
): Promise<Result<Applied | null, NotFound>> {
	const { create, update } = await spreadsheetRows(db, id).counts();
	if (create + update <= SOON) return applyImport(db, rally, id, editor);
	const current = await spreadsheetImports(db).find(rally.id, id);
	if (!current || (current.state !== 'rows' && current.state !== 'applied'))
		return err({ code: 'not-found' });
	await spreadsheetImports(db).save(id, {
		state: 'applying',
		progress: 0,
		heartbeatAt: null,
		appliedBy: editor.name
	});
	applyInBackground(db, rally, id);
	return ok(null);
}

/** Takes up an import that was asked for, if nobody is at it: a process that died while writing had written nothing. */
export function applyInBackground(db: Db, rally: Rally, id: string): void {
	applyAsked(db, rally, id).catch((problem) => log.error({ err: problem }, 'import'));
}

export async function applyAsked(db: Db, rally: Rally, id: string): Promise<void> {
	const imports = spreadsheetImports(db);
	if (!(await imports.claim(id, 'applying'))) return;
	try {
		const current = await imports.find(rally.id, id);
		if (!current) return;
		await applyImport(db, rally, id, { name: current.appliedBy ?? current.createdBy }, (rows) =>
			imports.beat(id, rows)
		);
	} catch (problem) {
		const { applied } = await spreadsheetRows(db, id).counts();
		await imports.save(id, { state: applied > 0 ? 'applied' : 'rows', failedAt: new Date() });
		throw problem;
	}
}
