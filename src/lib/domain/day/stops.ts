import type { IsoDate, Minutes } from '../calendar';
import type { TeamDay } from '../itinerary';
import { MEETING } from '../plan';
import { stopKey, type StopKey } from './event';

/** A stop of a team's day as the plan in force has it. Minutes since midnight. */
export interface PlannedStop {
	key: StopKey;
	/** Hours of the visit; both are the hour of arrival for the way back. */
	from: Minutes;
	to: Minutes;
	/** When the car leaves for it, and how long the road is. */
	leave: Minutes;
	road: Minutes;
	/** Meal and breaks between the stop before and this one: time that a delay does not take. */
	rest: Minutes;
}

/** The visits of a team's day in order, and the way back. */
export function plannedStops(day: TeamDay): PlannedStop[] {
	const key = keysOfDay(day.day.date);
	const stops: PlannedStop[] = [];
	let [leave, road, rest] = [day.departure, 0, 0];
	for (const step of day.steps) {
		if (step.kind === 'lunch' || step.kind === 'break') rest += step.to - step.from;
		if (step.kind === 'drive') {
			[leave, road] = [step.from, step.to - step.from];
			if (step.destination === MEETING)
				stops.push({ key: key(MEETING), from: step.to, to: step.to, leave, road, rest });
		}
		if (step.kind !== 'visit') continue;
		stops.push({ key: key(step.visit.companyId), from: step.from, to: step.to, leave, road, rest });
		rest = 0;
	}
	return stops;
}

/** Gives the keys of a team's stops on a day, asked for in the order of the hours. */
export function keysOfDay(date: IsoDate): (companyId: string) => StopKey {
	const times = new Map<string, number>();
	return (companyId) => {
		const nth = (times.get(companyId) ?? 0) + 1;
		times.set(companyId, nth);
		return stopKey(date, companyId, nth);
	};
}
