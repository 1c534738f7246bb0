import type { NamedRule } from './explain/rules';

/** A solution, format `equipage-plan/1`. */
export interface Visit {
	team: string;
	company: string;
	/** Index of the day. */
	day: number;
	/** Minutes since midnight. */
	start: number;
	end: number;
}

export type LevelName = 'charter' | 'promises' | 'comfort';

export interface Level {
	name: LevelName;
	value: number;
	/** No plan at its best on the levels before does better than this. */
	bound: number;
}

/** Why a company is not on a team's way. */
export type Obstacle =
	| 'excluded'
	| 'too-many-people'
	| 'most-visits-reached'
	| 'full'
	| 'no-time'
	/** A rest in the team's day is all that stands against it. */
	| 'rest'
	| 'no-start'
	| 'enough-visits';

/** A rule knowingly not met, as a fact. */
export type Finding =
	| {
			kind: 'visits-short';
			team: string;
			visits: number;
			min: number;
			obstacles: Partial<Record<Obstacle, number>>;
	  }
	| { kind: 'sectors-short'; team: string; sectors: number; min: number }
	| { kind: 'day-without-visit'; team: string; day: number }
	| { kind: 'company-short'; company: string; visits: number; min: number; starts: number }
	| { kind: 'spread'; fewest: number; most: number; allowed: number }
	| { kind: 'pin-not-kept'; pin: number; team: string; company: string }
	| { kind: 'announced-visit-changed'; team: string; company: string; day: number; start: number };

export interface Plan {
	format: 'equipage-plan/1';
	/** `optimal` when every level equals its bound; `infeasible` only with a proof. */
	status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
	levels: Level[];
	visits: Visit[];
	findings: Finding[];
	/** When it is proven that charter and promises cannot all hold: a smallest set of rules that cannot. */
	conflict: NamedRule[] | null;
	/** Time taken in all, and until the first complete plan. */
	seconds: number;
	firstPlanSeconds: number | null;
}
