import type { Highs } from 'highs';
import { after, type Event } from '../events';
import type { Visit } from '../plan';
import type { Problem } from '../problem';
import { solve } from '../solve';

/** What a plan announced becomes when something is lost: the least that changes. */
export interface Loss {
	/** Points of charter then missing. */
	charter: number;
	/** Announced visits that change, those lost with the event included. */
	changed: number;
	/** Other promises then broken. */
	broken: number;
	/** Whether nothing better can be. */
	proven: boolean;
}

export interface LossOptions {
	highs: Highs;
	/** Longest time for one loss, seconds, on the clock `now` (milliseconds). */
	seconds: number;
	now: () => number;
}

/** The plan closest to what was announced, once `problem` is what remains. */
export function lossIn(problem: Problem, announced: readonly Visit[], options: LossOptions): Loss {
	const published = announced.filter(({ team }) => problem.teams.some(({ id }) => id === team));
	const then = solve({ ...problem, published }, { ...options, through: 'promises' });
	const changed =
		then.findings.filter(({ kind }) => kind === 'announced-visit-changed').length +
		announced.length -
		published.length;
	const [charter, promises] = then.levels;
	return {
		charter: charter!.value,
		changed,
		broken: promises!.value - (changed - (announced.length - published.length)),
		proven: [charter!, promises!].every(({ value, bound }) => value === bound)
	};
}

/** The same after an event. */
export const lossAfter = (
	problem: Problem,
	visits: readonly Visit[],
	event: Event,
	options: LossOptions
): Loss => lossIn(after(problem, event), visits, options);
