import type { Cast } from '../cast';
import type { Crew } from '../crews';
import type { Level } from '../problem';

/** All that a crew needs to know of the people it takes. */
export interface Company {
	size: number;
	chairs: number;
	/** Bits: half-days on which at least one of them is there. */
	rides: number;
	/** Set of the hosts that refuse one of them, or are too small for them all. */
	refused: number;
	/** Lock of which they are the people, or -1. */
	lock: number;
}

/**
 * One thing asked of the teams, as whole numbers, 0 when all is well. What depends on the people alone is apart from
 * what depends on the car and the crew that they are put with: the two are chosen together, and enumerated apart.
 */
export interface Criterion {
	level: Level;
	/** The level is the worst team's, not the sum over teams. */
	worst?: true;
	/** Indices of the people of one team, ascending. */
	people?(cast: Cast, members: readonly number[]): number;
	/** People who answer alike are the same to `people`, wherever they ride. */
	looksAt?(cast: Cast, person: number): string;
	ride?(cast: Cast, company: Company, crew: Crew): number;
}
