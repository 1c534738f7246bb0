import type { Loss } from '../explain/fragility';
import type { Repair } from '../explain/repairs';
import type { NamedRule } from '../explain/rules';
import type { Answer, Wish } from '../explain/why-not';
import type { FurtherAnswer } from '../explain/worth-asking';
import type { Plan, Visit } from '../plan';
import type { Problem } from '../problem';
import type { Progress } from '../solve';
import type { TeamForming, TeamFormingProblem } from '../teams/form-teams';
import type { Proposal } from '../teams/proposals';

/** What is asked of the thread. `highs` is where the linear solver is found: a bundled thread cannot look for it. */
export type Request = { highs: string } & Asked;

export type Asked =
	| {
			kind: 'plan';
			problem: Problem;
			seed: number;
			seconds: number;
			/** Looks for better plans and proves nothing. */
			searchOnly: boolean;
			cancel: SharedArrayBuffer;
	  }
	| { kind: 'teams'; problem: TeamFormingProblem; seed: number }
	| { kind: 'proposals'; problem: TeamFormingProblem; seed: number; cancel: SharedArrayBuffer }
	| { kind: 'question'; question: Question };

/** What is asked about a plan, on the problem it solves. */
export type Question =
	| { kind: 'why-not'; problem: Problem; plan: Plan; wish: Wish; seconds: number }
	| { kind: 'worth-asking'; problem: Problem; plan: Plan; seconds: number }
	| { kind: 'conflict'; problem: Problem; seconds: number }
	| { kind: 'repairs'; problem: Problem; conflict: NamedRule[] | null; seconds: number }
	| { kind: 'losses'; announced: Visit[]; remains: Problem[]; seconds: number };

export interface Answers {
	'why-not': Answer;
	'worth-asking': FurtherAnswer;
	/** Null when none was found in the time given. */
	conflict: NamedRule[] | null;
	repairs: Repair[];
	losses: Loss[];
}

/** What it answers. */
export type Message =
	| { kind: 'progress'; progress: Progress }
	| { kind: 'plan'; plan: Plan }
	| { kind: 'teams'; forming: TeamForming }
	/** So many ways to form the teams found so far. */
	| { kind: 'proposed'; found: number }
	| { kind: 'proposals'; best: TeamForming; others: Proposal[] }
	| { kind: 'answer'; answer: Answers[Question['kind']] };
