import type { Dossier } from '$lib/domain/dossier';
import { namesOf } from '$lib/domain/draft/names';
import type { Plan, PlannedTeam, PlanTravel } from '$lib/domain/plan';
import { withPapersHeld } from '$lib/domain/paperwork';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { ScenarioFound } from '$lib/domain/scenario/scenario';
import { changesTeams, spreadSupposed, supposing, type WhatIf } from '$lib/domain/scenario/what-if';
import { scenarioName } from '$lib/domain/scenario/words';
import { conflictSentences } from '$lib/solver/explain/sentences-conflict';
import { problemOn } from '$lib/solver/hand/ground';
import type { Plan as SolvedPlan } from '$lib/solver/plan';
import type { Problem } from '$lib/solver/problem';
import { askInThread, formTeamsInThread, planInThread } from '$lib/solver/thread/client';
import { verify } from '$lib/solver/verify';
import { levelsOf } from '$lib/solver/verify/levels';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { drafts, type Draft } from '../../db/repositories/drafts';
import { plans } from '../../db/repositories/plans';
import { cellsOfPlan } from '../draft/cells-of-plan';
import { groundOfDraft } from '../draft/ground-of-draft';
import { announcing, locksOf, visitsOf, withRests } from '../planning/announced';
import { namesIn } from '../planning/names-in-words';
import { teamFormingOf, visitedDays } from '../planning/problem-of-rally';
import { withArchived } from '../planning/read-planning';
import { crewsOf } from '../planning/saved-plan';
import type { Editor } from '../records/edit-record';
import { readTravel } from '../travel/read-travel';

export type MakeScenarioError =
	/** No such version, or one of other days than those of the rally now. */
	{ code: 'no-plan' } | { code: 'name-taken' };

interface Wanted {
	/** Number of the version it begins as. */
	base: number;
	supposes: WhatIf[];
	/** '': named by what it supposes. */
	name: string;
	/** Longest time to look for its plan, seconds. */
	seconds: number;
}

/** Longest time for saying what cannot hold together, seconds. */
const CONFLICT_SECONDS = 4;

/**
 * Supposes something, looks for the plan that would follow with as little changed as can be, and keeps both as a
 * scenario. Neither the records nor any version of the planning are touched.
 */
export async function makeScenario(
	db: Db,
	rally: Rally,
	{ base, supposes, name: asked, seconds }: Wanted,
	editor: Editor
): Promise<Result<Draft, MakeScenarioError>> {
	const plan = await plans(db).numbered(rally.id, base);
	const real = await readDossier(db, rally, plan);
	if (!plan || !visitsOf(plan, real)) return err({ code: 'no-plan' });
	const all = drafts(db, rally.id);
	const taken = new Map((await all.scenarios()).map((one) => [one.name, one]));
	if (asked && taken.has(asked)) return err({ code: 'name-taken' });

	const dossier = supposing(real, supposes);
	const travel = await readTravel(db, real);
	const crews = await crewsFor(plan, dossier, supposes);
	const teams = crews.map((crew) => ({
		...crew,
		visits: plan.teams.find(({ letter }) => letter === crew.letter)?.visits ?? []
	}));
	const letters = new Set(teams.map(({ letter }) => letter));
	const breaks = plan.breaks.filter(({ team }) => letters.has(team));
	const problem = problemFor(dossier, { ...plan, breaks }, teams, { travel, supposes });
	const { solved, proof } = await planFor(problem, { dossier, plan, seconds });
	const conflict =
		proof === 'infeasible'
			? await askInThread({ kind: 'conflict', problem, seconds: CONFLICT_SECONDS })
			: null;
	const days = visitedDays(dossier);
	const cells = cellsOfPlan({
		breaks,
		teams: teams.map((team) => ({
			...team,
			id: team.letter,
			visits: solved.visits
				.filter((visit) => visit.team === team.letter)
				.map(({ company, day, start, end }) => ({ companyId: company, date: days[day]!.date, start, end }))
		}))
	});
	const found: ScenarioFound = {
		proof,
		conflict: conflictSentences(conflict ?? [], problem, namesIn(dossier))
	};
	const name = asked || freeName(scenarioName(supposes, namesOf(await withArchived(db, real))), taken);
	const { organizationId, id: rallyId } = rally;
	return db.transaction(async (tx) => {
		const row = { organizationId, rallyId, name, base, supposes, found, createdBy: editor.name };
		const added = await drafts(tx, rallyId).add(row, cells);
		return added ? ok(added) : err({ code: 'name-taken' });
	});
}

/** Who rides with whom: as in the plan, but for those whom the supposition touches. */
async function crewsFor(plan: Plan, dossier: Dossier, supposes: readonly WhatIf[]) {
	const asPlanned = plan.teams.map(({ letter, memberIds, vehicleId, accompanistId, driverId }) => ({
		letter,
		memberIds,
		vehicleId,
		accompanistId,
		driverId
	}));
	if (!changesTeams(supposes)) return asPlanned;
	const touched = new Set(supposes.flatMap((one) => ('vehicleId' in one ? [one.vehicleId] : [])));
	// Without its car, or in another, a team is put together again with those that have room.
	const kept = locksOf(plan, withPapersHeld(dossier), new Date(0)).filter(
		({ team }) => !touched.has(plan.teams[team]!.vehicleId ?? '')
	);
	return crewsOf(await formTeamsInThread(teamFormingOf(dossier, kept), { seed: 1 }));
}

function problemFor(
	dossier: Dossier,
	{ breaks }: Plan,
	teams: Omit<PlannedTeam, 'id'>[],
	{ travel, supposes }: { travel: PlanTravel; supposes: readonly WhatIf[] }
): Problem {
	const cells = cellsOfPlan({ teams: teams.map((team) => ({ ...team, id: team.letter })), breaks });
	const ground = groundOfDraft(dossier, cells, travel, spreadSupposed(supposes));
	return problemOn(ground, withRests(teams, breaks, dossier));
}

/**
 * The plan with the fewest changes when it holds; else the one that misses least, with what is known of it. Changes to
 * what was announced are promises to the planner: only a search without them can prove that the rest cannot hold.
 */
async function planFor(
	problem: Problem,
	{ dossier, plan, seconds }: { dossier: Dossier; plan: Plan; seconds: number }
): Promise<{ solved: SolvedPlan; proof: Plan['proof'] }> {
	const missing = (of: SolvedPlan) => {
		const { charter, promises } = levelsOf({ ...problem, published: null }, of);
		return [charter, promises] as const;
	};
	const look = async (of: Problem) => {
		const { plan: found } = await planInThread(of, { seed: 1, seconds, explaining: false });
		const violations = verify(of, found);
		if (violations.length > 0)
			throw new Error(`the checker refuses the plan: ${JSON.stringify(violations.slice(0, 5))}`);
		return found;
	};
	const close = await look(announcing(problem, dossier, plan, new Date()));
	const [charter, promises] = missing(close);
	if (charter + promises === 0) return { solved: close, proof: 'feasible' };
	const fresh = await look(problem);
	const [least, others] = missing(fresh);
	const better = least < charter || (least === charter && others < promises);
	return { solved: better ? fresh : close, proof: fresh.status };
}

function freeName(name: string, taken: ReadonlyMap<string | null, Draft>): string {
	for (let n = 1; ; n++) {
		const tried = n === 1 ? name : `${name} (${n})`;
		if (!taken.has(tried)) return tried;
	}
}
