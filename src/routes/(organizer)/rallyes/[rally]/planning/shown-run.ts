import type { ShownRun } from '$lib/components/planning/run';
import type { PlanRun } from '$lib/server/db/repositories/plan-runs';

/** What a browser may know of a run. */
export const shownRun = ({ id, kind, state, seconds, progress, error }: PlanRun): ShownRun => ({
	id,
	kind,
	state,
	seconds,
	progress: progress && { seconds: progress.seconds, phase: progress.phase, visits: progress.visits },
	error
});
