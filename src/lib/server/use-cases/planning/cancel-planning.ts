import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { planRuns } from '../../db/repositories/plan-runs';

/** Asks a run to stop: the best plan found so far is kept. One that still waits never starts. */
export async function cancelPlanning(
	db: Db,
	rally: Rally,
	runId: string
): Promise<Result<void, { code: 'not-running' }>> {
	const run = await planRuns(db).askToCancel(rally.id, runId);
	if (!run) return err({ code: 'not-running' });
	if (run.state === 'queued') await planRuns(db).finish(run.id, 'cancelled');
	return ok(undefined);
}
