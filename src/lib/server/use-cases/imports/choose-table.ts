import { limits } from '$lib/domain/import/sheet';
import { headersAt, type Head } from '$lib/domain/import/table';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { spreadsheetImports } from '../../db/repositories/spreadsheet-imports';
import type { NotFound } from '../records/edit-record';
import { look } from './start-import';

export type TableFault = { code: 'no-rows' } | { code: 'too-many-rows' };

/** Takes the sheet and the line of headers that a person points at; columns are proposed anew. */
export async function chooseTable(
	db: Db,
	rally: Rally,
	id: string,
	{ sheet, head }: { sheet: number; head: Head | null }
): Promise<Result<null, NotFound | TableFault>> {
	const imports = spreadsheetImports(db);
	const current = await imports.find(rally.id, id);
	const reading = current && (await imports.reading(id));
	const chosen = reading?.sheets[sheet];
	if (!current || !reading || !chosen || current.state === 'analysing' || current.state === 'applied')
		return err({ code: 'not-found' });
	if (head && headersAt(chosen, head).length === 0) return err({ code: 'no-rows' });
	const looked = await look(db, rally, current.kind, reading, sheet, head);
	if (looked.found.rows === 0) return err({ code: 'no-rows' });
	if (looked.found.rows > limits.rows) return err({ code: 'too-many-rows' });
	await imports.save(id, { sheet, head, ...looked, state: 'columns' });
	return ok(null);
}
