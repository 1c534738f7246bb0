import type { Repair } from '../explain/repairs';
import type { Plan } from '../plan';
import type { Problem } from '../problem';
import type { Progress } from '../solve';
import type { TeamForming, TeamFormingProblem } from '../teams/form-teams';
import type { Proposal } from '../teams/proposals';

/** What is asked of the thread. `highs` is where the linear solver is found: a bundled thread cannot look for it. */
export type Request = { highs: string } & Asked;

export type Asked =
	| { kind: 'plan'; problem: Problem; seed: number; seconds: number; cancel: SharedArrayBuffer }
	| { kind: 'teams'; problem: TeamFormingProblem; seed: number }
	| { kind: 'proposals'; problem: TeamFormingProblem; seed: number; cancel: SharedArrayBuffer };

/** What it answers. */
export type Message =
	| { kind: 'progress'; progress: Progress }
	| { kind: 'explaining' }
	| { kind: 'plan'; plan: Plan; repairs: Repair[] }
	| { kind: 'teams'; forming: TeamForming }
	/** So many ways to form the teams found so far. */
	| { kind: 'proposed'; found: number }
	| { kind: 'proposals'; best: TeamForming; others: Proposal[] };
