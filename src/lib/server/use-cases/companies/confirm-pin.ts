import type { Rally } from '$lib/domain/rally';
import { err, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { records } from '../../db/repositories/records';
import {
	saveRecord,
	type Changed,
	type EditedMeanwhile,
	type Editor,
	type NotFound
} from '../records/edit-record';

/** Somebody looked at the map: the company is where its mark stands. */
export async function confirmPin(
	db: Db,
	rally: Rally,
	id: string,
	version: number,
	editor: Editor
): Promise<Result<Changed, NotFound | EditedMeanwhile>> {
	const company = await records(db, 'company').find(rally.id, id);
	if (!company || company.longitude === null) return err({ code: 'not-found' });
	return saveRecord(db, 'company', rally, id, version, { precision: 'pin' }, editor);
}
