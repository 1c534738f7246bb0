import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { records } from '../../db/repositories/records';
import {
	addRecord,
	saveRecord,
	type Changed,
	type EditedMeanwhile,
	type Editor,
	type NotFound
} from '../records/edit-record';
import { withinProgramme } from '../records/within-programme';
import type { AccompanistInput } from './accompanist-form';

/** The employer chosen is not a company of this rally, or not any more. */
export type UnknownEmployer = { code: 'unknown-employer' };

export async function addAccompanist(
	db: Db,
	rally: Rally,
	input: AccompanistInput,
	editor: Editor
): Promise<Result<Changed, UnknownEmployer>> {
	if (!(await employerKnown(db, rally, input))) return err({ code: 'unknown-employer' });
	return ok(await addRecord(db, 'accompanist', rally, withinProgramme(rally, input), editor));
}

export async function saveAccompanist(
	db: Db,
	rally: Rally,
	id: string,
	{ version, ...input }: AccompanistInput & { version: number },
	editor: Editor
): Promise<Result<Changed, UnknownEmployer | NotFound | EditedMeanwhile>> {
	if (!(await employerKnown(db, rally, input))) return err({ code: 'unknown-employer' });
	return saveRecord(db, 'accompanist', rally, id, version, withinProgramme(rally, input), editor);
}

async function employerKnown(db: Db, rally: Rally, { employerCompanyId: id }: AccompanistInput) {
	return !id || (await records(db, 'company').known(rally.id, [id])).has(id);
}
