import type { LevelName } from '../plan';
import type { Problem } from '../problem';
import { levelsOf } from '../verify/levels';
import { bare, type HandVisit } from './judge';
import { placesFor, type Moving, type Place } from './places';

/** A place that breaks nothing, and what the plan gains there (negative) or loses. */
export interface RankedPlace extends Omit<Place, 'refused'> {
	cost: Record<LevelName, number>;
}

/** Places weighed at most: beyond them nobody reads. */
const WEIGHED = 80;

/**
 * Where a visit would go best, by what the whole plan is worth with it there: charter, then promises, then comfort.
 * @param problem with the teams as they are.
 */
export function bestPlaces(
	problem: Problem,
	visits: readonly HandVisit[],
	moving: Moving,
	{ most = 5, teams }: { most?: number; teams?: string[] } = {}
): RankedPlace[] {
	const others = visits.filter(({ id }) => id !== moving.moved?.id);
	const now = levelsOf(problem, bare(moving.moved ? visits : others));
	const length = moving.minutes ?? problem.companies.find(({ id }) => id === moving.company)?.minutes ?? 0;
	return placesFor(problem, visits, moving, teams)
		.filter(({ refused, ...place }) => refused.length === 0 && !isWhere(moving.moved, place))
		.slice(0, WEIGHED)
		.map(({ team, day, start }) => {
			const there = { id: 'there', team, company: moving.company, day, start, end: start + length };
			const then = levelsOf(problem, bare([...others, there]));
			const cost = {
				charter: then.charter - now.charter,
				promises: then.promises - now.promises,
				comfort: then.comfort - now.comfort
			};
			return { team, day, start, cost };
		})
		.sort(
			(a, b) =>
				a.cost.charter - b.cost.charter ||
				a.cost.promises - b.cost.promises ||
				a.cost.comfort - b.cost.comfort
		)
		.slice(0, most);
}

const isWhere = (moved: HandVisit | null, { team, day, start }: Omit<Place, 'refused'>): boolean =>
	moved?.team === team && moved.day === day && moved.start === start;
