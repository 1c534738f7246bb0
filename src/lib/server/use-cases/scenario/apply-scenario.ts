import { randomUUID } from 'node:crypto';
import { cellsOf, changesBetween, type CellChange, type CellKey, type Cells } from '$lib/domain/draft/cells';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import { changesToward } from '$lib/solver/hand/ask';
import { handPlanOf } from '$lib/solver/hand/hand-plan';
import type { Db } from '../../db/client';
import { drafts, type Draft } from '../../db/repositories/drafts';
import { openDraft, type AnotherOpen } from '../draft/open-draft';
import type { Editor } from '../records/edit-record';

/**
 * Chooses a scenario: its version opens to be changed by hand, with what the scenario changes of it as one edit that can
 * be taken back. It is then judged on the records as they are: what the scenario only supposed is told until it is true.
 */
export const applyScenario = (
	db: Db,
	rally: Rally,
	id: string,
	editor: Editor & { userId: string }
): Promise<Result<Draft, { code: 'not-found' } | AnotherOpen>> =>
	db.transaction(async (tx) => {
		const all = drafts(tx, rally.id);
		const scenario = await all.hold(id);
		if (!scenario || scenario.name === null) return err({ code: 'not-found' });
		const working = await all.working();
		if (working && working.version > 0)
			return err({ code: 'another-open', base: working.base, version: working.version });
		const opened = await openDraft(tx, rally, scenario.base, editor);
		if (!opened.ok) return opened;
		const changes = toward(await all.cells(opened.value.id), await all.cells(id));
		if (changes.length > 0)
			await all.write(opened.value, changes, {
				kind: 'scenario',
				of: null,
				by: editor.name,
				byId: editor.userId
			});
		return ok((await all.find(opened.value.id))!);
	});

/** Visits are told apart by what they are, everything else by its own key. */
function toward(from: Cells, to: Cells): CellChange[] {
	const isVisit = (key: string) => key.startsWith('visit:');
	const isBreak = (key: string) => key.startsWith('break:');
	const others = (cells: Cells): Cells =>
		Object.fromEntries(Object.entries(cells).filter(([key]) => !isVisit(key) && !isBreak(key)));
	const dates = [...new Set(cellsOf(to, 'visit').map(([, { date }]) => date))].sort();
	const { visits } = handPlanOf(to, dates);
	const gone = Object.keys(others(from)).filter((key) => key.startsWith('person:') && !(key in to));
	const leaving: Cells = Object.fromEntries(gone.map((key) => [key as CellKey, { team: null }]));
	return [
		...changesBetween(others(from), { ...others(to), ...leaving }),
		...breakChanges(from, to),
		...changesToward(from, visits, dates, randomUUID)
	];
}

function breakChanges(from: Cells, to: Cells): CellChange[] {
	const told = (cells: Cells) =>
		cellsOf(cells, 'break').map(([id, rest]) => [id, JSON.stringify(rest)] as const);
	const [was, is] = [told(from), told(to)];
	return was
		.filter(([, rest]) => !is.some(([, other]) => other === rest))
		.map(([id]) => ({ key: `break:${id}` as CellKey, before: from[`break:${id}`]!, after: null }));
}
