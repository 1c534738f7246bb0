import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import {
	addRecord,
	saveRecord,
	type Changed,
	type EditedMeanwhile,
	type Editor,
	type NotFound
} from '../records/edit-record';
import type { CommitmentInput } from './commitment-form';
import { found } from './log-exchange';

export async function addCommitment(
	db: Db,
	rally: Rally,
	companyId: string,
	input: CommitmentInput,
	editor: Editor
): Promise<Result<Changed, NotFound>> {
	if (!(await found(db, rally, companyId))) return err({ code: 'not-found' });
	return ok(await addRecord(db, 'commitment', rally, { ...input, companyId }, editor));
}

export const saveCommitment = (
	db: Db,
	rally: Rally,
	id: string,
	{ version, ...input }: CommitmentInput & { version: number },
	editor: Editor
): Promise<Result<Changed, NotFound | EditedMeanwhile>> =>
	saveRecord(db, 'commitment', rally, id, version, input, editor);
