import type { ProposedChange, Proposed } from '$lib/domain/host-answer';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { hostAnswers } from '../../db/repositories/host-answers';

export type CannotReopen = { code: 'not-found' } | { code: 'decided-meanwhile' };

/** Takes refusals back: the fields wait again. Refused when the company wrote anew since. */
export const reopenRefused = (db: Db, rally: Rally, id: string): Promise<Result<void, CannotReopen>> =>
	db.transaction(async (tx) => {
		const answer = await hostAnswers(tx).find(rally.id, id);
		if (!answer) return err({ code: 'not-found' });
		const open = await hostAnswers(tx).openOf(answer.companyId);
		if (open && open.id !== answer.id) return err({ code: 'decided-meanwhile' });
		const changes = pendingAgain(answer.changes, ({ decision: was }) => was === 'refused');
		await hostAnswers(tx).save(answer, { changes, settledAt: null, settledBy: null });
		return ok(undefined);
	});

/** After a change of the record was undone: what it had accepted waits again, unless the company wrote anew. */
export async function reopenUndone(tx: Db, rallyId: string, changeId: string): Promise<void> {
	const answer = await hostAnswers(tx).byChange(rallyId, changeId);
	const open = answer && (await hostAnswers(tx).openOf(answer.companyId));
	if (!answer || (open && open.id !== answer.id)) return;
	const changes = pendingAgain(answer.changes, ({ change }) => change === changeId);
	await hostAnswers(tx).save(answer, { changes, settledAt: null, settledBy: null, changeId: null });
}

const pendingAgain = (changes: Proposed, which: (change: ProposedChange) => boolean): Proposed =>
	Object.fromEntries(
		Object.entries(changes).map(([name, change]) => [
			name,
			which(change) ? { before: change.before, after: change.after, decision: null, by: null } : change
		])
	);
