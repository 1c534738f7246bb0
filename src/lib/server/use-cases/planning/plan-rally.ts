import type { Dossier } from '$lib/domain/dossier';
import { visitingHours } from '$lib/domain/calendar';
import { withPapersHeld } from '$lib/domain/paperwork';
import { err, ok, type Result } from '$lib/domain/result';
import type { ProposedTeam } from '$lib/domain/team-proposal';
import type { Db } from '../../db/client';
import { planRuns } from '../../db/repositories/plan-runs';
import type { Queue } from '../../jobs/queue';
import type { Editor } from '../records/edit-record';

/** What is missing before a plan can be looked for at all. */
export type NotReady =
	| 'no-meeting-point'
	| 'no-visiting-day'
	| 'no-company'
	| 'no-participant'
	| 'no-vehicle'
	| 'no-papers'
	| 'no-accompanist';
export type PlanRallyError =
	{ code: 'not-ready'; missing: NotReady[] } | { code: 'already-running'; run: string };

export function missingForPlanning(dossier: Dossier): NotReady[] {
	const { rally, companies, participants, vehicles, accompanists } = dossier;
	const hosts = companies.filter(
		({ state, position, slots }) => state === 'confirmed' && position && slots.length > 0
	);
	const missing: [NotReady, boolean][] = [
		['no-meeting-point', !rally.meetingPoint?.position],
		['no-visiting-day', !rally.programme.some((day) => visitingHours(day))],
		['no-company', hosts.length === 0],
		['no-participant', !participants.some(({ state }) => state === 'confirmed')],
		['no-vehicle', vehicles.length === 0],
		['no-papers', vehicles.length > 0 && withPapersHeld(dossier).vehicles.length === 0],
		['no-accompanist', accompanists.length === 0]
	];
	return missing.filter(([, wanting]) => wanting).map(([what]) => what);
}

interface Wanted {
	/** How long to look for better, seconds. */
	seconds: number;
	seed: number;
	/** Number of a version to change as little as possible of; null to start afresh. */
	keeps?: number | null;
	/** Teams to keep as they were chosen; null to form them afresh. */
	chosen?: ProposedTeam[] | null;
}

/** Asks for a plan. The answer is the run to follow; one at a time for a rally. */
export async function planRally(
	db: Db,
	queue: Queue,
	dossier: Dossier,
	{ seconds, seed, keeps = null, chosen = null }: Wanted,
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
		seconds,
		seed,
		keeps,
		chosen,
		createdBy: editor.name
	});
	await queue.sendPlan(run);
	return ok(run.id);
}
