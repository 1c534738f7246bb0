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

export function groundOf(model: Model): Ground {
	const slots = slotsOf(model);
	const classes = teamClasses(model, slots);
	return {
		model,
		slots,
		classes,
		classOf: model.teams.map((_, team) => classes.findIndex(({ teams }) => teams.includes(team))),
		coupling: couplingOf(model, slots),
		complete: classes.every(({ pools }) => pools.every(({ complete }) => complete))
	};
}
