import type { ErrandKind } from '$lib/domain/errand';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { errands } from '../../db/repositories/errands';
import type { Queue } from '../../jobs/queue';
import type { Editor } from '../records/edit-record';

/** Asks for an errand to be run in the background; one of its kind at a time for a rally. */
export async function sendErrand(
	db: Db,
	queue: Pick<Queue, 'sendErrand'>,
	rally: Rally,
	{ kind, afresh }: { kind: ErrandKind; afresh: boolean },
	editor: Editor
): Promise<Result<string, { code: 'already-running' }>> {
	const last = await errands(db).latest(rally.id, kind);
	if (last && (last.state === 'queued' || last.state === 'running')) return err({ code: 'already-running' });
	const { id } = await errands(db).add({
		rallyId: rally.id,
		organizationId: rally.organizationId,
		kind,
		afresh,
		createdBy: editor.name
	});
	await queue.sendErrand(id);
	return ok(id);
}
