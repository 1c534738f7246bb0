import { charterNumbers } from '$lib/domain/charter';
import type { Dossier } from '$lib/domain/dossier';
import { blockingFaults, paperSentence } from '$lib/domain/paperwork';
import { teamLetter } from '$lib/domain/team';
import type { PlanForming } from '$lib/domain/team-proposal';
import { isUnplaced, sentence, shortageSentence, teamSentence } from '$lib/solver/explain';
import type { Repair } from '$lib/solver/explain/repairs';
import { conflictSentences, repairSentence } from '$lib/solver/explain/sentences-conflict';
import { foresee } from '$lib/solver/explain/shortages';
import type { Plan } from '$lib/solver/plan';
import type { Problem } from '$lib/solver/problem';
import type { TeamForming } from '$lib/solver/teams/form-teams';
import type { PlanRun } from '../../db/repositories/plan-runs';
import type { NewPlan } from '../../db/repositories/plans';
import { repairAsWhatIf } from './repair-as-what-if';
import { capitalised, namesIn, teamNamesIn } from './names-in-words';
import { plannable, visitedDays } from './problem-of-rally';

type Crews = Omit<NewPlan['teams'][number], 'visits'>[];

export interface Computed {
	problem: Problem;
	forming: TeamForming;
	/** Put by hand in the version that it keeps. */
	breaks: NewPlan['breaks'];
	plan: Plan;
	repairs: Repair[];
	travel: NewPlan['travel'];
	/** Whether these teams were given beforehand, and what they were formed from. */
	given: Pick<PlanForming, 'given' | 'fingerprint'>;
}

export const crewsOf = ({ teams }: TeamForming): Crews =>
	teams.map(({ members, vehicle, accompanist, driver }, i) => ({
		letter: teamLetter(i),
		memberIds: members,
		vehicleId: vehicle,
		accompanistId: accompanist,
		driverId: driver
	}));

/** What was computed as it is saved: dates for days, sentences for facts. */
export function savedPlan(dossier: Dossier, computed: Computed, run: PlanRun): NewPlan {
	const { rally } = dossier;
	const { problem, forming, breaks, plan, repairs, travel, given } = computed;
	const names = namesIn(dossier);
	return {
		rallyId: rally.id,
		organizationId: rally.organizationId,
		keeps: run.keeps,
		byHand: false,
		violations: [],
		breaks,
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
		trials: repairs.map(({ change }) => repairAsWhatIf(dossier, problem, change)),
		travel,
		bufferMinutes: rally.settings.bufferMinutes,
		forming: { proven: forming.status === 'optimal', wanted: forming.wanted, ...given },
		problem,
		createdBy: run.createdBy,
		teams: withVisits(crewsOf(forming), plan, dossier)
	};
}

function withVisits(crews: Crews, { visits }: Plan, dossier: Dossier): NewPlan['teams'] {
	const days = visitedDays(dossier);
	return crews.map((team) => ({
		...team,
		visits: visits
			.filter((visit) => visit.team === team.letter)
			.map(({ company, day, start, end }) => ({ companyId: company, date: days[day]!.date, start, end }))
	}));
}

/** Companies and people that the plan leaves out, and why. */
function aside(dossier: Dossier): string[] {
	const { max } = charterNumbers(dossier.rally).participants;
	const confirmed = dossier.companies.filter(({ state }) => state === 'confirmed');
	const used = new Set(plannable(dossier).map(({ id }) => id));
	const people = dossier.participants.filter(({ state }) => state === 'confirmed').length;
	return [
		...blockingFaults(dossier).map((fault) => `${paperSentence(fault)} Non planifié, selon vos réglages.`),
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
