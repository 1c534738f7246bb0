import type { PlanProof } from '../plan';
import type { Outcome } from './outcome';

/** How the plan of a scenario was found. */
export interface ScenarioFound {
	proof: PlanProof;
	/** Rules proven not to hold together, in French. */
	conflict: string[];
}

/** A scenario, or the plan it is held against, as figures that stand side by side. */
export interface Compared {
	/** Null for the plan held against. */
	id: string | null;
	name: string;
	/** Edits made to it: seen before it is deleted. */
	version: number;
	/** In French, one per supposition. */
	supposes: string[];
	outcome: Outcome;
	/** Rules that cannot hold together. */
	conflict: string[];
	verdict: 'compliant' | 'compliant-with-remarks' | 'non-compliant' | 'incomplete';
	/** What cannot be done, and what is missing, in French. */
	broken: string[];
	short: string[];
	visits: number;
	/** Minutes, all teams together; the longest day of a team. */
	waiting: number;
	driving: number;
	longestDay: number;
	/** Who must be told, against the plan it is compared with: letters, names, and people who change team. */
	affected: { teams: string[]; companies: string[]; people: number };
	createdBy: string;
	createdAt: Date;
}
