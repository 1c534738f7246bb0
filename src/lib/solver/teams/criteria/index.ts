import { levels, type Level, type TeamFormingProblem } from '../problem';
import { accompanied } from './accompanied';
import { aloneOfAge, aloneOfGender } from './alone';
import type { Criterion } from './criterion';
import { grouped } from './grouped';
import { carThere, enoughPresent } from './half-days';
import { hosts } from './hosts';
import { hours } from './hours';
import { mix, weakest } from './mix';
import { seats } from './seats';
import { size } from './size';
import { spare } from './spare';
import { visits } from './visits';
import { ways } from './ways';
import { wishes } from './wishes';

export type { Company, Criterion } from './criterion';

/** All that is asked of teams; the number of teams itself is a level without a criterion of its own. */
export const criteria: readonly Criterion[] = [
	size,
	seats,
	accompanied,
	carThere,
	enoughPresent,
	wishes,
	visits,
	aloneOfGender,
	aloneOfAge,
	hosts,
	hours,
	grouped,
	weakest,
	mix,
	spare,
	ways
];

const rules: readonly Level[] = ['rules', 'teams', 'visits'];

/** The levels from the first to the last compared: rules, then what the organizer puts first, then the rest. */
export function levelsInOrder({ priorities = [] }: Pick<TeamFormingProblem, 'priorities'>): Level[] {
	return [...new Set<Level>([...rules, ...priorities, ...levels])];
}
