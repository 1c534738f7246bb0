import type { Model } from '../model';
import { couplingOf, type Coupling } from './coupling';
import { slotsOf, type Slots } from './slots';
import { teamClasses, type TeamClass } from './team-classes';

/** What the whole search shares: the problem, and all that is enumerated from it once. */
export interface Ground {
	model: Model;
	slots: Slots;
	classes: TeamClass[];
	/** `classOf[team]`. */
	classOf: number[];
	coupling: Coupling;
	/** Whether every route of every day is there: without it nothing can be proven. */
	complete: boolean;
}

/** `most`: routes of a day kept at the most; 2 million of them take about 100 MB. */
export function groundOf(model: Model, most = 3_000_000, stop?: () => boolean): Ground {
	const slots = slotsOf(model);
	const classes = teamClasses(model, slots, { most, stop });
	return {
		model,
		slots,
		classes,
		classOf: model.teams.map((_, team) => classes.findIndex(({ teams }) => teams.includes(team))),
		coupling: couplingOf(model, slots),
		complete: classes.every(({ pools }) => pools.every(({ complete }) => complete))
	};
}
