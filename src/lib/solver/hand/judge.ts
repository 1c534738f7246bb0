import { modelOf, inOrder, type Model, type Solution } from '../model';
import type { Finding, LevelName, Plan, Visit } from '../plan';
import type { Problem } from '../problem';
import { findingsOf } from '../score';
import { findingsOf as teamFindingsOf } from '../teams/findings';
import type { TeamFinding } from '../teams/problem';
import { verify, type Violation } from '../verify';
import { levelsOf } from '../verify/levels';
import { problemOn, type Crewed, type HandGround } from './ground';

/** A visit that somebody can take hold of. */
export interface HandVisit extends Visit {
	id: string;
}

export interface HandPlan {
	crews: readonly Crewed[];
	visits: readonly HandVisit[];
}

/** All that a plan made by hand breaks or misses, as facts. */
export interface Judgement {
	problem: Problem;
	model: Model;
	/** By team, the visits that the problem knows, as the search reads them. */
	solution: Solution;
	/** What the independent checker refuses. */
	violations: Violation[];
	/** What the teams themselves break: size, seats, wishes. `team` is an index in the crews. */
	teams: TeamFinding[];
	/** What is missing of the charter and of what was promised. */
	findings: Finding[];
	levels: Record<LevelName, number>;
}

/** Judges a plan made by hand: nothing is refused, everything wrong is told. */
export function judge(ground: HandGround, { crews, visits }: HandPlan): Judgement {
	const problem = problemOn(ground, crews);
	const model = modelOf(problem);
	const known = visits.filter(
		({ team, company, day }) =>
			problem.teams.some(({ id }) => id === team) &&
			problem.companies.some(({ id }) => id === company) &&
			problem.days[day] !== undefined
	);
	const plan = bare(known);
	const solution = solutionOf(problem, known);
	const levels = levelsOf(problem, plan);
	const unknown = known.length < visits.length ? verify(problem, bare(visits)) : [];
	return {
		problem,
		model,
		solution,
		violations: [...unknown, ...verify(problem, plan).filter(isBroken)],
		teams: teamFindingsOf(
			ground.riders,
			crews.map(({ memberIds, vehicleId, accompanistId, driverId }) => ({
				members: [...memberIds],
				vehicle: vehicleId,
				accompanist: accompanistId,
				driver: driverId
			}))
		),
		findings: findingsOf(model, solution),
		levels
	};
}

/** Levels, bounds and status are what a planner announces: nobody announces anything of a plan made by hand. */
export const isBroken = ({ kind }: Violation): boolean =>
	kind !== 'level' && kind !== 'bound' && kind !== 'status';

export const bare = (visits: readonly HandVisit[]): Plan => ({
	format: 'equipage-plan/1',
	status: 'feasible',
	levels: [],
	visits: visits.map(({ team, company, day, start, end }) => ({ team, company, day, start, end })),
	findings: [],
	conflict: null,
	seconds: 0,
	firstPlanSeconds: null
});

export const solutionOf = ({ teams, companies }: Problem, visits: readonly Visit[]): Solution =>
	teams.map(({ id }) =>
		inOrder(
			visits
				.filter(({ team }) => team === id)
				.map(({ company, day, start }) => ({
					company: companies.findIndex((one) => one.id === company),
					day,
					start
				}))
		)
	);
