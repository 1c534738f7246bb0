import type { Dossier } from '$lib/domain/dossier';
import type { Plan } from '$lib/domain/plan';
import { breakdown } from '$lib/solver/explain/breakdown';
import { robustness } from '$lib/solver/explain/robustness';
import { ruleSentence, teamShareSentence } from '$lib/solver/explain/sentences-breakdown';
import { robustnessSentences, slackSentence } from '$lib/solver/explain/sentences-robustness';
import { readProblem } from '$lib/solver/problem';
import { visitsOf } from './announced';
import { capitalised, namesIn } from './names-in-words';
import { visitedDays } from './problem-of-rally';

/** What a plan is worth and what it bears, in sentences. */
export interface PlanInsight {
	/** How many teams bear a delay or somebody absent, then each team’s tightest place, the weakest team first. */
	bears: string[];
	tightest: string[];
	/** Each team’s lot, the least well served first; then what each rule costs. */
	lots: string[];
	rules: string[];
}

/** Minutes lost that a day should bear. */
const DELAY = 15;

/** Null when the plan is not that of the programme as it is now: its days would not have the same names. */
export function insightOf(dossier: Dossier, plan: Plan, stored: unknown): PlanInsight | null {
	const problem = readProblem(stored);
	const visits = visitsOf(plan, dossier);
	if (!problem.ok || !visits || problem.value.days.length !== visitedDays(dossier).length) return null;
	const names = namesIn(dossier);
	const solid = robustness(problem.value, visits, { minutes: DELAY });
	const { teams, rules } = breakdown(problem.value, visits);
	return {
		bears: robustnessSentences(solid).map(capitalised),
		tightest: solid.teams.map((team) => capitalised(slackSentence(team, DELAY, names))),
		lots: teams.map((team) => capitalised(teamShareSentence(team, names))),
		rules: rules.filter(({ cost }) => cost > 0).map((rule) => capitalised(ruleSentence(rule)))
	};
}
