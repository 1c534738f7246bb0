import type { Pin } from '../problem';
import type { Tally } from '../tally';
import type { Rule } from './rule';

/** What the organizer pinned stays: one point for each pin that no visit answers. */
export const pinsKept: Rule = {
	name: 'pins-kept',
	level: 'promises',
	cost: (tally) => broken(tally).length,
	findings: (tally) =>
		broken(tally).map(({ pin, at }) => ({
			kind: 'pin-not-kept',
			pin: at,
			team: pin.team ?? '',
			company: pin.company ?? ''
		}))
};

const broken = ({ model, solution }: Tally): { pin: Pin; at: number }[] =>
	model.problem.pins
		.map((pin, at) => ({ pin, at }))
		.filter(
			({ pin }) =>
				!solution.some((stops, team) =>
					stops.some(
						(stop) =>
							(pin.team === undefined || pin.team === model.teams[team]!.id) &&
							(pin.company === undefined || pin.company === model.companies[stop.company]!.id) &&
							(pin.day === undefined || pin.day === stop.day) &&
							(pin.start === undefined || pin.start === stop.start) &&
							(pin.order === undefined ||
								pin.order === stops.filter(({ day, start }) => day === stop.day && start < stop.start).length)
					)
				)
		);
