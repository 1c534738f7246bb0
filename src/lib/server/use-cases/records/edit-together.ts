import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import type { EditableKind } from '../../db/repositories/records';
import {
	saveRecord,
	type Changed,
	type EditedMeanwhile,
	type Editor,
	type NotFound,
	type Owner,
	type Values
} from './edit-record';

export interface Edit {
	kind: EditableKind;
	id: string;
	/** As it was read. */
	version: number;
	values: Values;
}

/** Thrown to leave the transaction with nothing written. */
class Refused extends Error {
	constructor(readonly problem: NotFound | EditedMeanwhile) {
		super('refused');
	}
}

/**
 * Saves several records in one act, all or none; « Annuler » takes them back together. Answers the first record's
 * change.
 */
export async function saveTogether(
	db: Db,
	owner: Owner,
	edits: readonly [Edit, ...Edit[]],
	editor: Editor
): Promise<Result<Changed, NotFound | EditedMeanwhile>> {
	try {
		return await db.transaction(async (tx) => {
			let first: Changed | undefined;
			for (const { kind, id, version, values } of edits) {
				const saved = await saveRecord(tx, kind, owner, id, version, values, editor, first?.change);
				if (!saved.ok) throw new Refused(saved.error);
				first ??= saved.value;
			}
			return ok(first!);
		});
	} catch (thrown) {
		if (thrown instanceof Refused) return err(thrown.problem);
		throw thrown;
	}
}
