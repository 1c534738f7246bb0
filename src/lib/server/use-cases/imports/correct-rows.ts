import { columnsOf } from '$lib/domain/import/columns';
import type { Decision } from '$lib/domain/import/review';
import { limits } from '$lib/domain/import/sheet';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import {
	spreadsheetImports,
	type SpreadsheetImport,
	type SpreadsheetRow
} from '../../db/repositories/spreadsheet-imports';
import type { NotFound } from '../records/edit-record';
import { reviewAgain } from './analyse-rows';

type Corrected = Promise<Result<null, NotFound>>;

/** What a person writes in a row: at columns of the file, or for a field that the file has no column for. */
export interface Correction {
	line: number;
	cells: { column: number; text: string }[];
	fields: { field: string; text: string }[];
	/** null leaves the decision as it is; '' takes it back. */
	decision: Decision | '' | null;
}

export const correctRow = (db: Db, rally: Rally, id: string, correction: Correction): Corrected =>
	change(db, rally, id, (current) => {
		const added = correction.fields.flatMap(({ field, text }) => {
			const column = text.trim() ? columnFor(current, field) : null;
			return column === null ? [] : [{ column, text }];
		});
		return (row) => {
			if (row.line !== correction.line) return row;
			const cells = [...row.cells];
			for (const { column, text } of [...correction.cells, ...added]) {
				if (column < 0 || column >= current.found.headers.length) continue;
				while (cells.length <= column) cells.push('');
				cells[column] = text.slice(0, limits.cell);
			}
			const { decision } = correction;
			return { ...row, cells, decision: decision === null ? row.decision : decision || null };
		};
	});

/** The column where that field is corrected; the file gets one when it has none. */
function columnFor({ kind, found, chosen }: SpreadsheetImport, field: string): number | null {
	const column = columnsOf[kind].find((one) => one.field === field && one.write);
	if (!column) return null;
	const at = chosen.keys.indexOf(column.key);
	if (at >= 0) return at;
	if (found.headers.length >= limits.columns + 40) return null;
	found.headers.push(column.label);
	found.samples.push([]);
	chosen.keys.push(column.key);
	return chosen.keys.length - 1;
}

/** Accepts what is proposed for damaged cells: of one row, or of all. */
export const acceptRepairs = (db: Db, rally: Rally, id: string, line: number | null = null): Corrected =>
	change(db, rally, id, () => (row) => {
		const repairs = row.review.faults.filter(({ column, repair }) => column !== null && repair);
		if ((line !== null && row.line !== line) || repairs.length === 0) return row;
		const cells = [...row.cells];
		for (const { column, repair } of repairs) cells[column!] = repair!;
		return { ...row, cells };
	});

/** One decision for every probable duplicate that has none yet. */
export const decideDuplicates = (db: Db, rally: Rally, id: string, decision: Decision): Corrected =>
	change(
		db,
		rally,
		id,
		() => (row) => (row.status === 'duplicate' && row.decision === null ? { ...row, decision } : row)
	);

const change = (
	db: Db,
	rally: Rally,
	id: string,
	how: (current: SpreadsheetImport) => (row: SpreadsheetRow) => SpreadsheetRow
): Corrected =>
	db.transaction(async (tx) => {
		const current = await spreadsheetImports(tx).lock(rally.id, id);
		if (!current || (current.state !== 'rows' && current.state !== 'applied'))
			return err({ code: 'not-found' });
		const changed = how(current);
		await spreadsheetImports(tx).save(id, { found: current.found, chosen: current.chosen });
		await reviewAgain(tx, rally, current, changed);
		return ok(null);
	});
