import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { drafts } from '../../db/repositories/drafts';

/** Forgets a draft. Refused when somebody changed it since it was seen: they would lose what they did. */
export const dropDraft = (
	db: Db,
	rally: Rally,
	id: string,
	version: number
): Promise<Result<{ base: number }, { code: 'not-found' } | { code: 'changed-meanwhile' }>> =>
	db.transaction(async (tx) => {
		const all = drafts(tx, rally.id);
		const draft = await all.hold(id);
		if (!draft) return err({ code: 'not-found' });
		if (draft.version !== version) return err({ code: 'changed-meanwhile' });
		await all.remove(id);
		return ok({ base: draft.base });
	});
