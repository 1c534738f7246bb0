import { setImmediate } from 'node:timers/promises';
import { cutTable } from '$lib/domain/import/table';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { records, type AnyRecord } from '../../db/repositories/records';
import {
	spreadsheetImports,
	spreadsheetRows,
	type SpreadsheetImport,
	type SpreadsheetRow
} from '../../db/repositories/spreadsheet-imports';
import { log } from '../../log';
import { Reviewer } from './review-rows';

/** Up to so many rows the answer waits for the analysis; a longer one goes on by itself, and its page shows how far. */
export const SOON = 500;
const AT_ONCE = 100;

/**
 * Looks at every row of the file, if nobody is doing it: what a killed process left half done is begun again by
 * whoever opens the page. Resolves when done, or at once when it is in other hands.
 */
export async function analyseRows(db: Db, rally: Rally, id: string): Promise<void> {
	if (!(await spreadsheetImports(db).claim(id, 'analysing'))) return;
	const current = await spreadsheetImports(db).find(rally.id, id);
	const reading = await spreadsheetImports(db).reading(id);
	const sheet = current && reading?.sheets[current.sheet];
	if (!current || !sheet) return;
	const rows = cutTable(sheet, current.head).rows;
	const stored = spreadsheetRows(db, id);
	await stored.clear();
	const reviewer = await reviewerOf(db, rally, current);
	for (let i = 0; i < rows.length; i += AT_ONCE) {
		await stored.write(
			rows.slice(i, i + AT_ONCE).map(({ line, cells }) => {
				const row = { line, cells: cells.map(({ text }) => text), decision: null };
				const { status, review } = reviewer.review(row);
				return { ...row, status, review, recordId: null, changeId: null };
			})
		);
		await spreadsheetImports(db).beat(id, Math.min(rows.length, i + AT_ONCE));
		await setImmediate();
	}
	await spreadsheetImports(db).save(id, { state: 'rows', heartbeatAt: null });
}

/** The same without waiting for it. */
export function analyseInBackground(db: Db, rally: Rally, id: string): void {
	analyseRows(db, rally, id).catch((problem) => log.error({ err: problem }, 'analysis of an import'));
}

export const reviewerOf = async (
	db: Db,
	rally: Rally,
	{ kind, chosen }: SpreadsheetImport
): Promise<Reviewer> =>
	new Reviewer(
		kind,
		rally,
		chosen,
		(await records(db, kind).list(rally.id)) as AnyRecord[],
		kind === 'accompanist' ? await records(db, 'company').list(rally.id) : []
	);

/** Looks again at rows that were corrected; the others too, since they are held against each other. */
export async function reviewAgain(
	db: Db,
	rally: Rally,
	current: SpreadsheetImport,
	changed: (row: SpreadsheetRow) => SpreadsheetRow
): Promise<void> {
	const reviewer = await reviewerOf(db, rally, current);
	const stored = spreadsheetRows(db, current.id);
	const toWrite: SpreadsheetRow[] = [];
	for (const [i, before] of (await stored.all()).entries()) {
		if (i % AT_ONCE === AT_ONCE - 1) await setImmediate();
		const row = changed(before);
		if (row.status === 'applied') continue;
		const { status, review } = reviewer.review(row);
		const after = { ...row, status, review };
		if (
			row !== before ||
			status !== before.status ||
			JSON.stringify(review) !== JSON.stringify(before.review)
		)
			toWrite.push(after);
	}
	await stored.write(toWrite);
	await spreadsheetImports(db).save(current.id, {});
}
