import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { drafts, type Draft } from '../../db/repositories/drafts';
import type { Editor } from '../records/edit-record';

/** Keeps a draft under a name, as it stands: the draft itself goes on. */
export const keepAsScenario = (
	db: Db,
	rally: Rally,
	draftId: string,
	name: string,
	editor: Editor
): Promise<Result<Draft, { code: 'not-found' } | { code: 'name-taken' }>> =>
	db.transaction(async (tx) => {
		const all = drafts(tx, rally.id);
		const draft = await all.hold(draftId);
		if (!draft) return err({ code: 'not-found' });
		const { organizationId, rallyId, base, supposes } = draft;
		const row = { organizationId, rallyId, name, base, supposes, found: null, createdBy: editor.name };
		const added = await all.add(row, await all.cells(draft.id));
		return added ? ok(added) : err({ code: 'name-taken' });
	});
