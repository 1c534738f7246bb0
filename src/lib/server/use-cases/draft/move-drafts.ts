import {
	kindOf,
	type CellChange,
	type CellKey,
	type CellValue,
	type DraftBreak,
	type DraftVisit
} from '$lib/domain/draft/cells';
import { addDays } from '$lib/domain/calendar';
import { movedBy } from '$lib/domain/scenario/what-if';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { drafts } from '../../db/repositories/drafts';
import type { Editor } from '../records/edit-record';

/** Drafts follow the rally's days as plans do. It stands in their history, and nobody takes it back alone. In a transaction. */
export async function moveDrafts(tx: Db, rally: Rally, days: number, editor: Editor): Promise<void> {
	const all = drafts(tx, rally.id);
	const working = await all.working();
	for (const { id, supposes } of [...(working ? [working] : []), ...(await all.scenarios())]) {
		const draft = await all.hold(id);
		if (!draft) continue;
		if (supposes.length > 0)
			await all.suppose(
				id,
				supposes.map((one) => movedBy(one, (date) => addDays(date, days)))
			);
		const dated = (Object.entries(await all.cells(id)) as [CellKey, CellValue][]).filter(([key]) =>
			['visit', 'break'].includes(kindOf(key))
		);
		const changes = dated.map(([key, before]): CellChange => {
			const cell = before as DraftVisit | DraftBreak;
			return { key, before, after: { ...cell, date: addDays(cell.date, days) } };
		});
		if (changes.length > 0)
			await all.write(draft, changes, { kind: 'move-rally', of: null, by: editor.name, byId: '' });
	}
}
