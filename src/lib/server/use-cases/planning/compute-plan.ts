import type { Company } from '$lib/domain/company';
import { withPapersHeld } from '$lib/domain/paperwork';
import { same } from '$lib/domain/records';
import type { Plan } from '$lib/solver/plan';
import { formTeamsInThread, planInThread } from '$lib/solver/thread/client';
import { verify } from '$lib/solver/verify';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { planRuns, type PlanRun } from '../../db/repositories/plan-runs';
import { plans } from '../../db/repositories/plans';
import { rallies } from '../../db/repositories/rallies';
import { log } from '../../log';
import { readTravel } from '../travel/read-travel';
import { announcing, breaksKept, hostsOf, locksOf, withRests } from './announced';
import { computeProposals } from './compute-proposals';
import { fingerprintNow, locksOfChosen } from './formed-from';
import { problemOfRally, teamFormingOf } from './problem-of-rally';
import { crewsOf, savedPlan } from './saved-plan';

const BEAT = 1_000;
const phases = {
	search: 'On cherche un premier plan.',
	bound: 'On mesure ce qu’il reste à gagner.',
	proof: 'On cherche mieux, ou la preuve que rien n’est mieux.'
} as const;

/**
 * Works on a run asked for: forms the teams, solves, and saves the plan that the checker accepts; or finds teams to
 * choose among. A run already in
 * living hands, done or cancelled is left alone. `stopping` puts it back in the queue: the process is ending.
 */
export async function computePlan(db: Db, runId: string, stopping: AbortSignal): Promise<void> {
	const run = await planRuns(db).claim(runId);
	if (!run) return;
	const cancel = new AbortController();
	const give = () => cancel.abort();
	stopping.addEventListener('abort', give, { once: true });
	try {
		await work(db, run, cancel, stopping);
	} catch (problem) {
		if (stopping.aborted) return await planRuns(db).giveBack(run.id);
		log.error({ err: problem, run: run.id }, 'planning failed');
		await planRuns(db).finish(run.id, 'failed', {
			error: 'une erreur inattendue, notée dans le journal. Relancez le calcul.'
		});
	} finally {
		stopping.removeEventListener('abort', give);
	}
}

async function work(db: Db, run: PlanRun, cancel: AbortController, stopping: AbortSignal): Promise<void> {
	const rally = await rallies(db).find(run.rallyId);
	if (!rally) return planRuns(db).finish(run.id, 'failed', { error: 'ce rallye n’existe plus.' });
	const whole = await readDossier(db, rally, null);
	const dossier = withPapersHeld(whole);
	const travel = await readTravel(db, dossier);

	let progress = { seconds: 0, phase: 'On forme les équipes.', visits: 0, levels: [] as Plan['levels'] };
	const began = Date.now();
	const beat = async () => {
		// Forming teams tells no time of its own.
		if (run.kind === 'teams') progress = { ...progress, seconds: (Date.now() - began) / 1000 };
		const { cancelAsked } = await planRuns(db).beat(run.id, progress);
		if (cancelAsked) cancel.abort();
	};
	await beat();
	const timer = setInterval(
		() => void beat().catch((problem) => log.error({ err: problem }, 'heartbeat')),
		BEAT
	);
	try {
		if (run.kind === 'teams') {
			const onPhase = (phase: string) => (progress = { ...progress, phase });
			const proposals = await computeProposals(dossier, { seed: run.seed, signal: cancel.signal, onPhase });
			if (stopping.aborted) return await planRuns(db).giveBack(run.id);
			return await planRuns(db).finish(run.id, 'done', { proposals });
		}
		const kept = run.keeps === null ? null : await plans(db).numbered(rally.id, run.keeps);
		const at = new Date();
		const locks = run.chosen ? locksOfChosen(run.chosen, dossier) : kept ? locksOf(kept, dossier, at) : [];
		const forming = await formTeamsInThread(teamFormingOf(dossier, locks), { seed: run.seed });
		const crews = crewsOf(forming);
		const breaks = kept ? breaksKept(kept, dossier, crews) : [];
		const rested = withRests(crews, breaks, dossier);
		const asIs = (hosts?: Company[]) => problemOfRally(dossier, rested, travel, hosts);
		const problem = kept ? announcing(asIs(hostsOf(dossier, kept, at)), dossier, kept, at) : asIs();
		const { plan, repairs } = await planInThread(problem, {
			seed: run.seed,
			seconds: run.seconds,
			signal: cancel.signal,
			onExplaining: () => {
				progress = { ...progress, phase: 'On cherche ce qui empêche de tout tenir.' };
			},
			onProgress: ({ seconds, phase, plan: best }) => {
				progress = { seconds, phase: phases[phase] ?? '', visits: best.visits.length, levels: best.levels };
			}
		});
		if (stopping.aborted) return await planRuns(db).giveBack(run.id);

		const violations = verify(problem, plan);
		if (violations.length > 0)
			throw new Error(`the checker refuses the plan: ${JSON.stringify(violations.slice(0, 5))}`);
		const planId = await db.transaction(async (tx) => {
			const now = await rallies(tx).find(rally.id);
			// Its visits would be on days that are no longer those of the rally.
			if (!now || !same(now.programme, rally.programme)) return null;
			const given = { given: locks.length > 0, fingerprint: fingerprintNow(dossier) };
			const computed = { problem, forming, breaks, plan, repairs, travel, given };
			return (await plans(tx).add(savedPlan(whole, computed, run))).id;
		});
		if (planId) await planRuns(db).finish(run.id, 'done', { planId });
		else
			await planRuns(db).finish(run.id, 'failed', {
				error: 'le programme du rallye a changé pendant le calcul. Relancez-le.'
			});
	} finally {
		clearInterval(timer);
	}
}
