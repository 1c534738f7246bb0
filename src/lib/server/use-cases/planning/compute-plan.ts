import { halfDayInWords } from '$lib/domain/french';
import { charterNumbers } from '$lib/domain/charter';
import type { Dossier } from '$lib/domain/dossier';
import { shownName } from '$lib/domain/participant';
import { same } from '$lib/domain/records';
import { teamLetter } from '$lib/domain/team';
import { isUnplaced, sentence, shortageSentence, teamSentence } from '$lib/solver/explain';
import type { Repair } from '$lib/solver/explain/repairs';
import { conflictSentences, repairSentence } from '$lib/solver/explain/sentences-conflict';
import { foresee } from '$lib/solver/explain/shortages';
import type { Plan } from '$lib/solver/plan';
import type { Problem } from '$lib/solver/problem';
import type { TeamForming } from '$lib/solver/teams/form-teams';
import { formTeamsInThread, planInThread } from '$lib/solver/thread/client';
import { verify } from '$lib/solver/verify';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { planRuns, type PlanRun } from '../../db/repositories/plan-runs';
import { plans, type NewPlan } from '../../db/repositories/plans';
import { rallies } from '../../db/repositories/rallies';
import { log } from '../../log';
import { readTravel } from '../travel/read-travel';
import { capitalised, namesIn } from './names-in-words';
import { plannable, problemOfRally, teamFormingOf, visitedDays } from './problem-of-rally';

const BEAT = 1_000;
const phases = {
	search: 'On cherche un premier plan.',
	bound: 'On mesure ce qu’il reste à gagner.',
	proof: 'On cherche mieux, ou la preuve que rien n’est mieux.'
} as const;

/**
 * Works on a run asked for: forms the teams, solves, and saves the plan that the checker accepts. A run already in
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
	const dossier = await readDossier(db, rally, null);
	const travel = await readTravel(db, dossier);

	let progress = { seconds: 0, phase: 'On forme les équipes.', visits: 0, levels: [] as Plan['levels'] };
	const beat = async () => {
		const { cancelAsked } = await planRuns(db).beat(run.id, progress);
		if (cancelAsked) cancel.abort();
	};
	await beat();
	const timer = setInterval(
		() => void beat().catch((problem) => log.error({ err: problem }, 'heartbeat')),
		BEAT
	);
	try {
		const forming = await formTeamsInThread(teamFormingOf(dossier), { seed: run.seed });
		const teams = forming.teams.map(({ members, vehicle, accompanist, driver }, i) => ({
			letter: teamLetter(i),
			memberIds: members,
			vehicleId: vehicle,
			accompanistId: accompanist,
			driverId: driver
		}));
		const problem = problemOfRally(dossier, teams, travel);
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
			const { id } = await plans(tx).add({
				...planOf(dossier, problem, { plan, repairs }, forming, travel, run),
				teams: withVisits(teams, plan, dossier)
			});
			return id;
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

const withVisits = (
	teams: Omit<NewPlan['teams'][number], 'visits'>[],
	{ visits }: Plan,
	dossier: Dossier
): NewPlan['teams'] => {
	const days = visitedDays(dossier);
	return teams.map((team) => ({
		...team,
		visits: visits
			.filter((visit) => visit.team === team.letter)
			.map(({ company, day, start, end }) => ({ companyId: company, date: days[day]!.date, start, end }))
	}));
};

function planOf(
	dossier: Dossier,
	problem: Problem,
	{ plan, repairs }: { plan: Plan; repairs: Repair[] },
	forming: TeamForming,
	travel: NewPlan['travel'],
	run: PlanRun
): Omit<NewPlan, 'teams'> {
	const { rally } = dossier;
	const names = namesIn(dossier);
	return {
		rallyId: rally.id,
		organizationId: rally.organizationId,
		proof: plan.status,
		levels: plan.levels,
		remarks: [
			...foresee(problem).map((shortage) => shortageSentence(shortage, names)),
			...aside(dossier),
			...forming.findings.map((finding) => teamSentence(finding, teamNamesIn(dossier))),
			...plan.findings.filter((finding) => !isUnplaced(finding)).map((finding) => sentence(finding, names))
		].map(capitalised),
		unplaced: plan.findings.filter(isUnplaced).map((finding) => capitalised(sentence(finding, names))),
		conflict: conflictSentences(plan.conflict ?? [], problem, names),
		repairs: repairs.map((repair) => repairSentence(repair, names)),
		travel,
		bufferMinutes: rally.settings.bufferMinutes,
		problem,
		createdBy: run.createdBy
	};
}

/** Companies and people that the plan leaves out, and why. */
function aside(dossier: Dossier): string[] {
	const { max } = charterNumbers(dossier.rally.charterVersion).participants;
	const confirmed = dossier.companies.filter(({ state }) => state === 'confirmed');
	const used = new Set(plannable(dossier).map(({ id }) => id));
	const people = dossier.participants.filter(({ state }) => state === 'confirmed').length;
	return [
		...confirmed
			.filter(({ id }) => !used.has(id))
			.map(
				({ name }) =>
					`${name} est confirmée mais n’a pas de position : indiquez sa commune pour la planifier.`
			),
		...(people > max
			? [`${people} personnes sont inscrites : la charte en demande ${max} au plus. Toutes sont placées.`]
			: [])
	];
}

const teamNamesIn = ({ participants }: Dossier) => ({
	team: (index: number) => `l’équipe ${teamLetter(index)}`,
	person: (id: string) => {
		const person = participants.find((one) => one.id === id);
		return person ? shownName(person) : 'une personne';
	},
	halfDay: halfDayInWords
});
