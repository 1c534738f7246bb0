import type { Cells } from '$lib/domain/draft/cells';
import type { Dossier } from '$lib/domain/dossier';
import type { Plan } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';
import type { Situation } from '$lib/solver/hand/incidents/remedies';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { plans } from '../../db/repositories/plans';
import { cellsOfPlan } from '../draft/cells-of-plan';
import { groundOfDraft } from '../draft/ground-of-draft';
import { pastOf, visitsOf } from '../planning/announced';
import { namesIn, teamNamesIn } from '../planning/names-in-words';
import { visitedDays } from '../planning/problem-of-rally';
import { readTravel } from '../travel/read-travel';

/** The plan in force on the day, and all that is needed to mend it. */
export interface DayInHand {
	dossier: Dossier;
	plan: Plan;
	cells: Cells;
	situation: Situation;
}

/** Null without a plan in force, or when it is one of other days than those of the rally now. */
export async function readSituation(db: Db, rally: Rally, at: Date): Promise<DayInHand | null> {
	const plan = await plans(db).published(rally.id);
	if (!plan) return null;
	const dossier = await readDossier(db, rally, plan);
	if (!visitsOf(plan, dossier)) return null;
	const cells = cellsOfPlan(plan);
	const { person, halfDay } = teamNamesIn(dossier);
	return {
		dossier,
		plan,
		cells,
		situation: {
			ground: groundOfDraft(dossier, cells, await readTravel(db, dossier)),
			cells,
			standing: { dates: visitedDays(dossier).map(({ date }) => date), now: pastOf(dossier, at) },
			names: { ...namesIn(dossier), person, halfDay }
		}
	};
}
