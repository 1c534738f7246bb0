import '../auth/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '$lib/server/db/client';
import { spreadsheetImports, spreadsheetRows } from '$lib/server/db/repositories/spreadsheet-imports';
import { createLog } from '$lib/server/log';
import { applyImport } from '$lib/server/use-cases/imports/apply-import';
import { forgetImport } from '$lib/server/use-cases/imports/read-import';
import { startImport } from '$lib/server/use-cases/imports/start-import';
import { freshDatabase } from '../../databases';
import { aStoredRally, claire, value } from '../records/rallies';
import { toRows } from './files';
import { sql } from 'drizzle-orm';

let database: Database;
beforeAll(async () => {
	database = await freshDatabase('pglite');
});
afterAll(() => database.close());

const pasted = 'Prénom;Nom;Téléphone;Statut\nAna;Petit;06 01 02 03 04;RSA\nBilal;Diallo;;RQTH';

test('a write that fails tells the log nothing of the people in the file', async () => {
	const { db } = database;
	const rally = await aStoredRally(db);
	const id = await toRows(db, rally, 'participant', pasted);
	const problem = await applyImport(db, rally, id, { name: null as never }).catch(
		(thrown: unknown) => thrown
	);
	const stored = await spreadsheetRows(db, id)
		.write([
			{
				line: 2,
				cells: ['Ana', 'RSA'],
				status: 'inconnu' as never,
				review: {
					name: 'Ana',
					faults: [{ column: 0, field: 'statuses', message: 'RSA' }],
					twin: null,
					changes: []
				},
				decision: null,
				recordId: 'x' as never,
				changeId: null
			}
		]) // prettier-ignore
		.catch((thrown: unknown) => thrown);
	let written = '';
	const log = createLog('info', { write: (line: string) => void (written += line) });
	log.error({ err: problem }, 'import');
	log.error({ err: stored }, 'import');
	expect([problem, stored].every((one) => one instanceof Error)).toBe(true);
	expect(written).not.toMatch(/Ana|Bilal|Petit|Diallo|RSA|RQTH|rsa|disabled|06 01/);
});

test('what the file held goes with the import, or is forgotten', async () => {
	const { db } = database;
	const rally = await aStoredRally(db);
	const id = await toRows(db, rally, 'participant', pasted);
	value(await applyImport(db, rally, id, claire));
	expect(await spreadsheetImports(db).reading(id)).toBeNull();
	expect(await forgetImport(db, rally, id)).toBe(true);
	expect(await spreadsheetRows(db, id).all()).toEqual([]);

	const old = value(await startImport(db, rally, 'participant', { pasted }, claire)).id;
	await db.execute(
		sql`update spreadsheet_import set updated_at = now() - interval '31 days' where id = ${old}`
	);
	value(await startImport(db, rally, 'participant', { pasted }, claire));
	expect(await spreadsheetImports(db).find(rally.id, old)).toBeNull();
});
