import type { ImportKind } from '$lib/domain/import/column';
import type { RowStatus } from '$lib/domain/import/review';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { spreadsheetImports, spreadsheetRows } from '../../db/repositories/spreadsheet-imports';
import { analyseInBackground } from './analyse-rows';
import { applyInBackground } from './apply-import';

/** An import as its pages show it; one whose analysis, or writing, was left half done is taken up again. */
export async function readImport(db: Db, rally: Rally, id: string) {
	const current = await spreadsheetImports(db).find(rally.id, id);
	if (current?.state === 'analysing') analyseInBackground(db, rally, id);
	if (current?.state === 'applying') applyInBackground(db, rally, id);
	return current;
}

export const PAGE = 50;

export async function readRows(db: Db, id: string, status: RowStatus | null, page: number) {
	const stored = spreadsheetRows(db, id);
	return { counts: await stored.counts(), rows: await stored.page(status, (page - 1) * PAGE, PAGE) };
}

/** The first lines of every sheet, to choose from. */
export async function readSheets(db: Db, id: string, most = 12) {
	const reading = await spreadsheetImports(db).reading(id);
	return (
		reading && {
			...reading,
			sheets: reading.sheets.map(({ name, hidden, rows, unsolvedFormulas }) => ({
				name,
				hidden,
				unsolvedFormulas,
				rows: rows.length,
				first: rows.slice(0, most).map((row) => row.slice(0, 12).map(({ text }) => text.slice(0, 40)))
			}))
		}
	);
}

export interface ImportSummary {
	id: string;
	kind: ImportKind;
	name: string;
	state: string;
	at: Date;
	by: string;
	rows: number;
}

/** The imports of a rally, the last touched first: to be taken up, undone or forgotten. */
export const listImports = async (db: Db, rallyId: string): Promise<ImportSummary[]> =>
	(await spreadsheetImports(db).ofRally(rallyId)).map(
		({ id, kind, name, state, updatedAt, createdBy, found }) => ({
			id,
			kind,
			name,
			state,
			at: updatedAt,
			by: createdBy,
			rows: found.rows
		})
	);

/** Forgets what a file held. The records it made stay; undoing them all at once is no longer possible. */
export const forgetImport = (db: Db, rally: Rally, id: string): Promise<boolean> =>
	spreadsheetImports(db).remove(rally.id, id);
