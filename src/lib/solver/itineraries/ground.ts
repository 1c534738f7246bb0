import type { Model } from '../model';
import { couplingOf, type Coupling } from './coupling';
import { sectorBits } from './sector-rest';
import { slotsOf, type Slots } from './slots';
import { teamClasses, type ClassOptions, type TeamClass } from './team-classes';

/** What the whole search shares: the problem, and all that is enumerated from it once. */
export interface Ground {
	model: Model;
	slots: Slots;
	classes: TeamClass[];
	/** `classOf[team]`. */
	classOf: number[];
	coupling: Coupling;
	/** By company, its sector as a bit, for what sectors seen on several days cost. */
	sectorBits: Int32Array;
	/** Whether every route of every day is there: without it nothing can be proven. */
	complete: boolean;
}

/**
 * `most`: routes of a day kept at the most; 2 million of them take about 100 MB. With `lose`, only the routes by which a
 * team loses so many announced visits at the most, besides those that nobody offers any more.
 */
export function groundOf(
	model: Model,
	most = 3_000_000,
	stop?: () => boolean,
	only: Pick<ClassOptions, 'lose' | 'without' | 'hold'> = {}
): Ground {
	const slots = slotsOf(model);
	const classes = teamClasses(model, slots, { most, stop, ...only });
	return {
		model,
		slots,
		classes,
		classOf: model.teams.map((_, team) => classes.findIndex(({ teams }) => teams.includes(team))),
		coupling: couplingOf(model, slots),
		sectorBits: sectorBits(model),
		complete: classes.every(({ pools }) => pools.every(({ complete }) => complete))
	};
}
