import {
	applied,
	idOf,
	kindOf,
	type CellChange,
	type CellConflict,
	type DraftCrew,
	type DraftVisit
} from '$lib/domain/draft/cells';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { drafts, type DraftEditRow } from '../../db/repositories/drafts';
import { records } from '../../db/repositories/records';
import type { SentEdit } from './draft-changes';

export type EditDraftError =
	| { code: 'not-found' }
	/** Somebody changed the same cells since they were seen; the last of them, when known. */
	| { code: 'changed-meanwhile'; conflicts: CellConflict[]; by: string | null; at: Date | null }
	/** It speaks of a company, a person or a car that is not of this rally. */
	| { code: 'unknown'; key: string };

/** Whoever is at the keyboard. */
interface Author {
	userId: string;
	name: string;
}

/**
 * Makes an edit: all of its changes or none. Each one says what it was seen to change; when somebody changed it in
 * between the whole edit is refused, with what stands there now. Other cells may have changed: that disturbs nobody.
 */
export const editDraft = (
	db: Db,
	rally: Rally,
	draftId: string,
	{ kind, changes, of }: SentEdit,
	author: Author
): Promise<Result<DraftEditRow, EditDraftError>> =>
	db.transaction(async (tx) => {
		const all = drafts(tx, rally.id);
		const draft = await all.hold(draftId);
		if (!draft) return err({ code: 'not-found' });
		const unknown = await unknownIn(tx, rally.id, changes);
		if (unknown) return err({ code: 'unknown', key: unknown });
		const next = applied(await all.cells(draft.id), changes);
		if (!next.ok) {
			const last = await all.lastTouching(draft.id, next.error[0]!.key);
			return err({
				code: 'changed-meanwhile',
				conflicts: next.error,
				by: last?.by ?? null,
				at: last?.at ?? null
			});
		}
		return ok(await all.write(draft, changes, { kind, of, by: author.name, byId: author.userId }));
	});

/** The first cell that names something of another rally, or of none. */
async function unknownIn(db: Db, rallyId: string, changes: readonly CellChange[]): Promise<string | null> {
	const known = new Map<string, boolean>();
	const there = async (kind: 'company' | 'participant' | 'vehicle' | 'accompanist', id: string | null) => {
		if (id === null) return true;
		if (!known.has(id)) known.set(id, (await records(db, kind).find(rallyId, id)) !== null);
		return known.get(id)!;
	};
	for (const { key, after } of changes) {
		const kind = kindOf(key);
		if (kind === 'visit' && after && !(await there('company', (after as DraftVisit).companyId))) return key;
		if (kind === 'person' && !(await there('participant', idOf(key)))) return key;
		if (kind === 'crew' && after) {
			const { vehicleId, accompanistId, driverId } = after as DraftCrew;
			const all = [
				await there('vehicle', vehicleId),
				await there('accompanist', accompanistId),
				await there('accompanist', driverId)
			];
			if (all.includes(false)) return key;
		}
	}
	return null;
}
