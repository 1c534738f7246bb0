import { err, ok, type Result } from '$lib/domain/result';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { changes } from '../../db/repositories/changes';
import { consents } from '../../db/repositories/consents';
import { passedMeasures } from '../../db/repositories/passed-measures';
import { records, type AnyRecord, type EditableKind } from '../../db/repositories/records';
import { referrals } from '../../db/repositories/referrals';
import { reopenUndone } from '../host-answers/reopen-answer';

/** Who makes a change: written beside it. */
export interface Editor {
	name: string;
}

export type Owner = Pick<Rally, 'id' | 'organizationId'>;
/** A change made, which « Annuler » can take back. */
export interface Changed {
	id: string;
	change: string;
}
export type NotFound = { code: 'not-found' };
export interface EditedMeanwhile {
	code: 'edited-meanwhile';
	by: string;
	at: Date;
	/** The record as it stands now. */
	current: Record<string, unknown> & { version: number };
	/** The record as this person had opened it; null when the journal does not go back that far. */
	opened: Record<string, unknown> | null;
}

export type Values = Record<string, unknown>;

/** Adds a record and writes the change in the journal, together or not at all. */
export const addRecord = (
	db: Db,
	kind: EditableKind,
	owner: Owner,
	values: Values,
	editor: Editor,
	along?: string
): Promise<Changed> =>
	db.transaction(async (tx) => {
		const row: AnyRecord = await records(tx, kind).add({
			...values,
			rallyId: owner.id,
			organizationId: owner.organizationId,
			updatedBy: editor.name
		} as never);
		return { id: row.id, change: await journal(tx, kind, 'create', null, row, editor, along) };
	});

/** Saves a record that was opened at `version`. Refused when somebody saved it since. `along` names a change undone with it. */
export const saveRecord = (
	db: Db,
	kind: EditableKind,
	owner: Owner,
	id: string,
	version: number,
	values: Values,
	editor: Editor,
	along?: string
): Promise<Result<Changed, NotFound | EditedMeanwhile>> =>
	write(db, kind, owner, id, version, values, 'update', editor, along);

/** Takes a record out of the lists and of planning, without losing it. */
export const archiveRecord = (
	db: Db,
	kind: EditableKind,
	owner: Owner,
	id: string,
	editor: Editor,
	along?: string
) => writeNow(db, kind, owner, id, { archivedAt: new Date() }, 'archive', editor, along);

export const restoreRecord = (db: Db, kind: EditableKind, owner: Owner, id: string, editor: Editor) =>
	writeNow(db, kind, owner, id, { archivedAt: null }, 'restore', editor);

/** A copy to be changed: same values, a name that says it is a copy. */
export async function duplicateRecord(
	db: Db,
	kind: EditableKind,
	owner: Owner,
	id: string,
	editor: Editor
): Promise<Result<Changed, NotFound>> {
	const original: AnyRecord | null = await records(db, kind).find(owner.id, id);
	if (!original) return err({ code: 'not-found' });
	const named = 'name' in original ? 'name' : 'lastName';
	const copy = {
		...contentOf(original),
		archivedAt: null,
		// Another meeting has other people.
		...(kind === 'session' && { attendance: {} }),
		[named]: `${String(original[named])} (copie)`.slice(0, 200)
	};
	return ok(await addRecord(db, kind, owner, copy, editor));
}

export type TooLateToUndo = { code: 'too-late-to-undo'; by: string; at: Date };

/**
 * Puts a record back as it was before a change, and those changed along with it, unless somebody has changed one of
 * them since: then nothing is undone.
 */
export async function undoChange(
	db: Db,
	owner: Owner,
	changeId: string,
	editor: Editor
): Promise<Result<Changed, NotFound | TooLateToUndo>> {
	const together = [changeId, ...(await changes(db).along(owner.id, changeId)).map(({ id }) => id)];
	if (together.length === 1) return undoOne(db, owner, changeId, editor);
	let refused: Result<Changed, NotFound | TooLateToUndo> | null = null;
	return db
		.transaction(async (tx) => {
			const undone = [];
			for (const id of together) {
				const one = await undoOne(tx, owner, id, editor);
				if (!one.ok) {
					refused = one;
					throw new Error('undone together or not at all');
				}
				undone.push(one.value);
			}
			return ok(undone[0]!);
		})
		.catch((thrown: unknown) => {
			if (refused) return refused;
			throw thrown;
		});
}

async function undoOne(
	db: Db,
	owner: Owner,
	changeId: string,
	editor: Editor
): Promise<Result<Changed, NotFound | TooLateToUndo>> {
	const made = await changes(db).find(owner.id, changeId);
	if (!made || made.record === 'rally') return err({ code: 'not-found' });
	const back = made.before ? contentOf(made.before) : { archivedAt: new Date() };
	const { recordId, version } = made;
	const record = made.record;
	const undone = await db.transaction(async (tx) => {
		const written = await write(tx, record, owner, recordId, version, dated(back), 'undo', editor);
		if (written.ok && record === 'company') await reopenUndone(tx, owner.id, changeId);
		if (written.ok && record === 'participant') {
			// Two records that were one are two again, each with its own.
			await consents(tx).giveBack(owner.id, made.along ?? changeId);
			await referrals(tx).giveBack(owner.id, made.along ?? changeId);
			await passedMeasures(tx, owner.id).giveBack(made.along ?? changeId);
		}
		return written;
	});
	if (undone.ok || undone.error.code === 'not-found') return undone as Result<Changed, NotFound>;
	return err({ code: 'too-late-to-undo', by: undone.error.by, at: undone.error.at });
}

async function writeNow(
	db: Db,
	kind: EditableKind,
	owner: Owner,
	id: string,
	values: Values,
	what: 'archive' | 'restore',
	editor: Editor,
	along?: string
): Promise<Result<Changed, NotFound>> {
	// prettier-ignore
	for (;;) {
		const current: AnyRecord | null = await records(db, kind).find(owner.id, id);
		if (!current) return err({ code: 'not-found' });
		const written = await write(db, kind, owner, id, current.version, values, what, editor, along);
		if (written.ok || written.error.code === 'not-found') return written as Result<Changed, NotFound>;
	}
}

const write = (
	db: Db,
	kind: EditableKind,
	owner: Owner,
	id: string,
	version: number,
	values: Values,
	what: 'update' | 'archive' | 'restore' | 'undo',
	editor: Editor,
	along?: string
): Promise<Result<Changed, NotFound | EditedMeanwhile>> =>
	db.transaction(async (tx) => {
		const before: AnyRecord | null = await records(tx, kind).find(owner.id, id);
		if (!before) return err({ code: 'not-found' });
		const after: AnyRecord | null = await records(tx, kind).save(owner.id, id, version, {
			...values,
			updatedBy: editor.name
		});
		if (after) return ok({ id, change: await journal(tx, kind, what, before, after, editor, along) });

		const current: AnyRecord = (await records(tx, kind).find(owner.id, id)) ?? before;
		const opened = await changes(tx).asOf(id, version);
		return err({ code: 'edited-meanwhile', by: current.updatedBy, at: current.updatedAt, current, opened });
	});

const journal = (
	tx: Db,
	kind: EditableKind,
	what: 'create' | 'update' | 'archive' | 'restore' | 'undo',
	before: AnyRecord | null,
	after: AnyRecord,
	editor: Editor,
	along?: string
) =>
	// prettier-ignore
	changes(tx).add({
		organizationId: after.organizationId,
		rallyId: after.rallyId,
		record: kind,
		recordId: after.id,
		kind: what,
		version: after.version,
		before,
		after,
		along: along ?? null,
		by: editor.name
	});

/** A row without the columns that say whose it is and which version it is. */
function contentOf(row: Record<string, unknown>): Values {
	const { id, organizationId, rallyId, version, createdAt, updatedAt, updatedBy, ...content } = row;
	void [id, organizationId, rallyId, version, createdAt, updatedAt, updatedBy];
	return content;
}

/** The journal keeps instants as text. */
const dated = (values: Values): Values => ({
	...values,
	...(typeof values.archivedAt === 'string' && { archivedAt: new Date(values.archivedAt) })
});
