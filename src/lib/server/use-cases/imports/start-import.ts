import { proposeColumns } from '$lib/domain/import/columns';
import type { ImportKind } from '$lib/domain/import/column';
import { limits, type Reading, type Unreadable } from '$lib/domain/import/sheet';
import { cutTable, findHead, likeliestSheet, type Head } from '$lib/domain/import/table';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { spreadsheetColumns, spreadsheetImports } from '../../db/repositories/spreadsheet-imports';
import type { FoundTable } from '../../db/schema/imports';
import { readText } from '../../spreadsheets/read-file';
import { readInThread } from '../../spreadsheets/read-in-thread';
import type { Editor } from '../records/edit-record';

export type Given = { file: { name: string; bytes: Uint8Array } } | { pasted: string };

/** Reads what was given and keeps it; several sheets that may be meant are for a person to choose from. */
export async function startImport(
	db: Db,
	rally: Rally,
	kind: ImportKind,
	given: Given,
	editor: Editor
): Promise<Result<{ id: string; state: 'table' | 'columns' }, Unreadable>> {
	const read =
		'file' in given
			? await readInThread(given.file.bytes, given.file.name)
			: given.pasted.length > limits.bytes
				? err({ code: 'too-big' as const })
				: readText(given.pasted, 'Cellules collées');
	if (!read.ok) return read;
	const reading = read.value;
	const sheet = likeliestSheet(reading.sheets, kind);
	const head = findHead(reading.sheets[sheet]!, kind);
	const found = await look(db, rally, kind, reading, sheet, head);
	if (found.found.rows > limits.rows) return err({ code: 'too-many-rows' });
	const shown = reading.sheets.filter(({ hidden }) => !hidden);
	const state = shown.length > 1 || found.found.rows === 0 ? 'table' : 'columns';
	await spreadsheetImports(db).forgetOld(rally.organizationId);
	const id = await spreadsheetImports(db).add({
		organizationId: rally.organizationId,
		rallyId: rally.id,
		kind,
		name: ('file' in given ? given.file.name : 'Cellules collées').slice(0, 120),
		state,
		reading,
		sheet,
		head,
		...found,
		createdBy: editor.name
	});
	return ok({ id, state });
}

const SAMPLES = 3;

/** The table at that place, and what its columns are taken for. */
export async function look(
	db: Db,
	rally: Pick<Rally, 'organizationId'>,
	kind: ImportKind,
	{ sheets }: Reading,
	sheet: number,
	head: Head | null
) {
	const { headers, rows, leftOut } = cutTable(sheets[sheet]!, head);
	const samples = headers.map(
		(_, i) =>
		[...new Set(rows.map(({ cells }) => cells[i]!.text).filter(Boolean))].slice(0, SAMPLES).map((text) => text.slice(0, 60)) // prettier-ignore
	);
	const found: FoundTable = { headers, samples, leftOut: leftOut.slice(0, 200), rows: rows.length };
	const remembered = await spreadsheetColumns(db, rally.organizationId, kind).remembered();
	const proposals = proposeColumns(kind, headers, rows.slice(0, 500).map(({ cells }) => cells), remembered); // prettier-ignore
	return { found, chosen: { keys: proposals.map(({ key }) => key), defaults: {} } };
}
