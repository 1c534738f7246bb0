import type { Dossier } from '$lib/domain/dossier';
import { err, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { planRuns } from '../../db/repositories/plan-runs';
import type { Queue } from '../../jobs/queue';
import type { Editor } from '../records/edit-record';
import { planRally, type PlanRallyError } from './plan-rally';

export type ChooseTeamsError = PlanRallyError | { code: 'gone' };

interface Chosen {
	/** The run that found the proposals, and the place of the one chosen among them. */
	run: string;
	place: number;
	/** How long to look for visits, seconds. */
	seconds: number;
}

/** Asks for a plan that keeps the teams chosen. Newcomers join them; whoever has left since is left out. */
export async function chooseTeams(
	db: Db,
	queue: Queue,
	dossier: Dossier,
	{ run: id, place, seconds }: Chosen,
	editor: Editor
): Promise<Result<string, ChooseTeamsError>> {
	const run = await planRuns(db).find(dossier.rally.id, id);
	const chosen = run?.proposals?.list[place]?.teams;
	if (!chosen) return err({ code: 'gone' });
	return planRally(db, queue, dossier, { seconds, seed: 1, chosen }, editor);
}
