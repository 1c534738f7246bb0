import { randomUUID } from 'node:crypto';
import type { CellChange } from '$lib/domain/draft/cells';
import { spreadSupposed } from '$lib/domain/scenario/what-if';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Want } from '$lib/domain/draft/wants';
import { changesToward, problemToAsk } from '$lib/solver/hand/ask';
import { problemOn } from '$lib/solver/hand/ground';
import { handPlanOf } from '$lib/solver/hand/hand-plan';
import type { Finding, LevelName } from '$lib/solver/plan';
import { planInThread } from '$lib/solver/thread/client';
import { verify } from '$lib/solver/verify';
import type { Db } from '../../db/client';
import { drafts } from '../../db/repositories/drafts';
import { visitedDays } from '../planning/problem-of-rally';
import { readTravel } from '../travel/read-travel';
import { dossierOfDraft } from './dossier-of-draft';
import { groundOfDraft } from './ground-of-draft';

/** What the planner would change of a draft, visit by visit. */
export interface DraftProposal {
	want: Want;
	changes: CellChange[];
	/** Whether no plan with these teams does better, for what was asked. */
	proven: boolean;
	/** What would still be missing of the charter, once all is accepted. */
	missing: Record<Exclude<LevelName, 'comfort'>, number>;
	/** What would be missing, as facts; a visit that changes is told by the changes. */
	findings: Finding[];
}

/**
 * Asks the planner about a draft, its teams staying as they are and their breaks left free. Nothing is changed: what it
 * proposes is accepted, or not, like any other edit.
 * @param seconds longest time to look for it.
 */
export async function askForDraft(
	db: Db,
	rally: Rally,
	draftId: string,
	{ want, seconds, signal }: { want: Want; seconds: number; signal?: AbortSignal }
): Promise<Result<DraftProposal, { code: 'not-found' }>> {
	const all = drafts(db, rally.id);
	const draft = await all.find(draftId);
	if (!draft) return err({ code: 'not-found' });
	const dossier = await dossierOfDraft(db, rally, draft);
	const cells = await all.cells(draft.id);
	const travel = await readTravel(db, dossier);
	const ground = groundOfDraft(dossier, cells, travel, spreadSupposed(draft.supposes));
	const dates = visitedDays(dossier).map(({ date }) => date);
	const hand = handPlanOf(cells, dates);
	const problem = problemToAsk(problemOn(ground, hand.crews), hand, cells, want);
	const { plan } = await planInThread(problem, { seed: 1, seconds, ...(signal && { signal }) });
	const violations = verify(problem, plan);
	if (violations.length > 0)
		throw new Error(`the checker refuses the plan: ${JSON.stringify(violations.slice(0, 5))}`);
	const [charter, promises] = plan.levels;
	return ok({
		want,
		changes: changesToward(cells, plan.visits, dates, randomUUID),
		// Short of the charter or not: nothing does better.
		proven: plan.levels.every(({ value, bound }) => value === bound),
		missing: { charter: charter!.value, promises: want === 'repair' ? 0 : promises!.value },
		findings: plan.findings.filter(({ kind }) => kind !== 'announced-visit-changed')
	});
}
