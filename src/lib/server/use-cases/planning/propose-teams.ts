import type { Dossier } from '$lib/domain/dossier';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { planRuns } from '../../db/repositories/plan-runs';
import type { Queue } from '../../jobs/queue';
import type { Editor } from '../records/edit-record';
import type { PlanRallyError } from './plan-rally';
import { missingForPlanning } from './plan-rally';

/** About what it takes: the best teams with their proof, then the searches for others. Seconds. */
const SECONDS = 15;

/** Asks for ways to form the teams, to choose among. The answer is the run to follow; one at a time for a rally. */
export async function proposeTeams(
	db: Db,
	queue: Queue,
	dossier: Dossier,
	editor: Editor
): Promise<Result<string, PlanRallyError>> {
	const missing = missingForPlanning(dossier);
	if (missing.length > 0) return err({ code: 'not-ready', missing });
	const { id: rallyId, organizationId } = dossier.rally;
	const running = await planRuns(db).active(rallyId);
	if (running) return err({ code: 'already-running', run: running.id });
	const run = await planRuns(db).add({
		organizationId,
		rallyId,
		kind: 'teams',
		seconds: SECONDS,
		seed: 1,
		createdBy: editor.name
	});
	await queue.sendPlan(run);
	return ok(run.id);
}
