import type { Dossier } from '$lib/domain/dossier';
import type { Plan } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { readDossier, toCompany, toParticipant } from '../../db/repositories/dossiers';
import { planRuns, type PlanRun } from '../../db/repositories/plan-runs';
import { plans, type PlanInList } from '../../db/repositories/plans';
import { records } from '../../db/repositories/records';
import { comparePlans, type PlanDifference } from './compare-plans';
import { readTravel } from '../travel/read-travel';
import { driftInWords, type DriftInWords } from './drift-in-words';
import { driftOf } from './plan-drift';
import { insightOf, type PlanInsight } from './plan-insight';

export interface Planning {
	dossier: Dossier;
	/** The version asked for; without one, the latest. */
	plan: Plan | null;
	versions: PlanInList[];
	/** What the plan bears and how it is shared; null without a plan of the present programme. */
	insight: PlanInsight | null;
	/** What it changes of the version it was made from, or else of the one in force; null for that one itself. */
	difference: PlanDifference | null;
	/** What changed since the plan was made, and what no longer holds; null when it is up to date. */
	drift: DriftInWords | null;
	/** The last computation asked for. */
	run: PlanRun | null;
	/** Names for every id a plan may hold, archived records included. */
	known: Pick<Dossier, 'companies' | 'participants' | 'vehicles' | 'accompanists'>;
}

/** What the planning page shows. Null when the version asked for does not exist. */
export async function readPlanning(db: Db, rally: Rally, version: number | null): Promise<Planning | null> {
	const plan =
		version === null ? await plans(db).latest(rally.id) : await plans(db).numbered(rally.id, version);
	if (version !== null && !plan) return null;
	const dossier = await readDossier(db, rally, plan);
	const problem = plan && (await plans(db).problemOf(rally.id, plan.number));
	const known = await withArchived(db, dossier);
	const drift = plan && driftOf(dossier, plan, problem, await readTravel(db, dossier));
	const from = plan && (await comparedWith(db, plan));
	return {
		dossier,
		plan,
		insight: plan && insightOf(dossier, plan, problem),
		drift:
			drift &&
			driftInWords(drift, (id) => known.companies.find((of) => of.id === id)?.name ?? 'Une entreprise'),
		difference: plan && from && comparePlans(dossier, known, from, plan),
		versions: await plans(db).list(rally.id),
		run: await planRuns(db).latest(rally.id),
		known
	};
}

async function comparedWith(db: Db, { rallyId, number, keeps }: Plan): Promise<Plan | null> {
	const from = keeps === null ? await plans(db).published(rallyId) : await plans(db).numbered(rallyId, keeps);
	return from?.number === number ? null : from;
}

/** The dossier's people, cars and companies, and the archived ones that an older plan may still name. */
export async function withArchived(db: Db, dossier: Dossier): Promise<Planning['known']> {
	const archived = <K extends 'company' | 'participant' | 'vehicle' | 'accompanist'>(kind: K) =>
		records(db, kind).list(dossier.rally.id, { archived: true });
	return {
		companies: [...dossier.companies, ...(await archived('company')).map(toCompany)],
		participants: [...dossier.participants, ...(await archived('participant')).map(toParticipant)],
		vehicles: [...dossier.vehicles, ...(await archived('vehicle'))],
		accompanists: [...dossier.accompanists, ...(await archived('accompanist'))]
	};
}
