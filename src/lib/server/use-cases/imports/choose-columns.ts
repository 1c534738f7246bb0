import { columnOf } from '$lib/domain/import/columns';
import { missingColumns } from '$lib/domain/import/table';
import { plain } from '$lib/domain/import/values';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { spreadsheetColumns, spreadsheetImports } from '../../db/repositories/spreadsheet-imports';
import type { ChosenColumns } from '../../db/schema/imports';
import type { NotFound } from '../records/edit-record';

export type ColumnsFault =
	| { code: 'missing'; labels: string[] }
	/** Two columns of the file for one thing. `column` counts from 0. */
	| { code: 'twice'; column: number; label: string };

/** Keeps what each column is, for this file and for the next ones with the same headers. */
export async function chooseColumns(
	db: Db,
	rally: Rally,
	id: string,
	{ keys, defaults }: ChosenColumns
): Promise<Result<null, NotFound | ColumnsFault>> {
	const imports = spreadsheetImports(db);
	const current = await imports.find(rally.id, id);
	if (!current || !['columns', 'rows', 'table'].includes(current.state) || !(await imports.reading(id)))
		return err({ code: 'not-found' });
	const known = current.found.headers.map((_, i) => columnOf(current.kind, keys[i] ?? null)?.key ?? null);
	const missing = missingColumns(current.kind, known);
	if (missing.length > 0) return err({ code: 'missing', labels: missing });
	const twice = known.findIndex((key, i) => key !== null && known.indexOf(key) < i && !columnOf(current.kind, key)!.several); // prettier-ignore
	if (twice >= 0)
		return err({ code: 'twice', column: twice, label: columnOf(current.kind, known[twice]!)!.label });

	const kept = Object.entries(defaults).filter(([key, text]) => columnOf(current.kind, key) && text);
	await db.transaction(async (tx) => {
		const headers = current.found.headers.map((header, i) => ({
			header: plain(header),
			key: known[i] ?? '',
			// Nothing was decided of a column that was empty this time.
			decided: Boolean(known[i]) || current.found.samples[i]!.length > 0
		}));
		const named = headers.filter(({ header, decided }) => decided && header && !/^colonne [a-z]+$/.test(header)); // prettier-ignore
		const once = [...new Map(named.map(({ header, key }) => [header, { header, key }])).values()];
		await spreadsheetColumns(tx, rally.organizationId, current.kind).remember(once);
		await spreadsheetImports(tx).save(id, {
			chosen: { keys: known, defaults: Object.fromEntries(kept) },
			state: 'analysing',
			progress: 0,
			heartbeatAt: null
		});
	});
	return ok(null);
}
