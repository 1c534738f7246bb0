import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { drafts, type Draft } from '../../db/repositories/drafts';
import { plans } from '../../db/repositories/plans';
import type { Editor } from '../records/edit-record';
import { cellsOfPlan } from './cells-of-plan';

/** Another version is being changed by hand: it must be kept or dropped first. */
export type AnotherOpen = { code: 'another-open'; base: number; version: number };

/** Opens a version to be changed by hand: one at a time for everybody; already open, it goes on as it is. */
export const openDraft = (
	db: Db,
	rally: Rally,
	number: number,
	editor: Editor
): Promise<Result<Draft, { code: 'not-found' } | AnotherOpen>> =>
	db.transaction(async (tx) => {
		const plan = await plans(tx).numbered(rally.id, number);
		if (!plan) return err({ code: 'not-found' });
		const all = drafts(tx, rally.id);
		const row = {
			organizationId: rally.organizationId,
			rallyId: rally.id,
			name: null,
			base: number,
			createdBy: editor.name
		};
		const open = await all.working();
		if (open?.base === number) return ok(open);
		// Nothing was done to it: nothing is lost.
		if (open && open.version === 0) await all.remove(open.id);
		else if (open) return err({ code: 'another-open', base: open.base, version: open.version });
		const added = (await all.add(row, cellsOfPlan(plan))) ?? (await all.working());
		return ok(added!);
	});
