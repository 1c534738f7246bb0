import { templateFor, type TemplateTask } from '$lib/domain/preparation/template';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { rallies } from '../../db/repositories/rallies';
import { records } from '../../db/repositories/records';
import { addRecord, type Changed, type Editor } from '../records/edit-record';

/** Tasks of the template that the rally never had: one that was put away is not proposed again. */
export async function missingFromTemplate(
	db: Db,
	rally: Pick<Rally, 'id' | 'edition'>
): Promise<TemplateTask[]> {
	const known = [
		...(await records(db, 'task').list(rally.id)),
		...(await records(db, 'task').list(rally.id, { archived: true }))
	].map(({ template }) => template);
	return templateFor(rally.edition).filter(({ key }) => !known.includes(key));
}

/** Adds them all in one act, which « Annuler » takes back; null when there was none. */
export const startFromTemplate = (
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId' | 'edition'>,
	editor: Editor
): Promise<{ first: Changed; count: number } | null> =>
	db.transaction(async (tx) => {
		await rallies(tx).lock(rally.id);
		const missing = await missingFromTemplate(tx, rally);
		let first: Changed | null = null;
		for (const { key, phase, name, daysBefore } of missing) {
			const values = { template: key, phase, name, daysBefore };
			const added = await addRecord(tx, 'task', rally, values, editor, first?.change);
			first ??= added;
		}
		return first && { first, count: missing.length };
	});
