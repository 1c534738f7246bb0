import { readFileSync } from 'node:fs';
import type { ImportKind } from '$lib/domain/import/column';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '$lib/server/db/client';
import { spreadsheetImports, spreadsheetRows } from '$lib/server/db/repositories/spreadsheet-imports';
import { analyseRows } from '$lib/server/use-cases/imports/analyse-rows';
import { chooseColumns } from '$lib/server/use-cases/imports/choose-columns';
import { startImport } from '$lib/server/use-cases/imports/start-import';
import { claire, value } from '../records/rallies';

export const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(`tests/instances/spreadsheets/${name}`)); // prettier-ignore

/** Pastes cells and goes on to the rows with the columns as they are proposed. */
export async function toRows(
	db: Db,
	rally: Rally,
	kind: ImportKind,
	given: string | Uint8Array,
	defaults: Record<string, string> = {}
): Promise<string> {
	const file = typeof given === 'string' ? { pasted: given } : { file: { name: 'liste', bytes: given } };
	const { id } = value(await startImport(db, rally, kind, file, claire));
	const { keys } = (await spreadsheetImports(db).find(rally.id, id))!.chosen;
	value(await chooseColumns(db, rally, id, { keys, defaults }));
	await analyseRows(db, rally, id);
	return id;
}

/** « 3 create Bricoval » : line, status and name of every row. */
export const shown = async (db: Db, id: string): Promise<string[]> =>
	(await spreadsheetRows(db, id).all()).map(({ line, status, review }) => `${line} ${status} ${review.name}`);

export const faults = async (db: Db, id: string, line: number) =>
	(await spreadsheetRows(db, id).all()).find((row) => row.line === line)!.review.faults;
