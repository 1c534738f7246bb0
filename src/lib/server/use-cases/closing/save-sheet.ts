import type { RallySheetKind, SheetContents } from '$lib/domain/closing/rally-sheet';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { rallySheets } from '../../db/repositories/rally-sheets';
import type { Editor } from '../records/edit-record';

export interface WrittenMeanwhile {
	code: 'written-meanwhile';
	by: string;
	/** Version to name to write over theirs. */
	version: number;
}

/** Saves a sheet whole. Refused when somebody saved it since it was opened. */
export async function saveSheet<K extends RallySheetKind>(
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId'>,
	kind: K,
	version: number,
	content: SheetContents[K],
	editor: Editor
): Promise<Result<void, WrittenMeanwhile>> {
	const sheets = rallySheets(db, rally.id);
	if (await sheets.save(rally.organizationId, kind, version, content, editor.name)) return ok(undefined);
	const now = await sheets.find(kind);
	return err({ code: 'written-meanwhile', by: now.updatedBy, version: now.version });
}
