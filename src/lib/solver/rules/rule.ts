import type { Finding, LevelName } from '../plan';
import type { Tally } from '../tally';

/** One rule of §3 of the problem: what it costs, and what to tell when it is not met. */
export interface Rule {
	name: string;
	level: LevelName;
	/** 0 when the rule is met; otherwise how far it is from it, in the level's unit. */
	cost(tally: Tally): number;
	/** The facts behind the cost. Comfort has none: it is a matter of more or less. */
	findings?(tally: Tally): Finding[];
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
