import type { Plan } from '$lib/domain/plan';
import type { Db } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { plans } from '$lib/server/db/repositories/plans';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { plannable, problemOfRally } from '$lib/server/use-cases/planning/problem-of-rally';
import { readTravel } from '$lib/server/use-cases/travel/read-travel';
import { plannedByHand } from '../builders';

interface Difference {
	violations?: string[];
	/** What becomes of the teams of `plannedByHand`. */
	change?: (teams: Plan['teams']) => Plan['teams'];
}

/** Keeps a plan made by hand as the rally's next version, from its problem as it stands: no search is needed. */
export async function savePlanByHand(
	db: Db,
	rally: StoredRally,
	{ violations, change = (teams) => teams }: Difference = {}
): Promise<Plan> {
	const { id: rallyId, organizationId } = rally;
	const dossier = await readDossier(db, rally, null);
	const travel = await readTravel(db, dossier);
	const { id: _plan, ...plan } = plannedByHand({ ...dossier, companies: plannable(dossier) });
	const teams = change(plan.teams);
	const { number } = await db.transaction((tx) =>
		plans(tx).add({
			...plan,
			...(violations && { violations }),
			...{ rallyId, organizationId, travel, problem: problemOfRally(dossier, teams, travel) },
			teams: teams.map(({ id: _team, ...team }) => team)
		})
	);
	return (await plans(db).numbered(rallyId, number))!;
}
