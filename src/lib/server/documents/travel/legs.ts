import type { Minutes } from '$lib/domain/calendar';
import type { Company } from '$lib/domain/company';
import { number } from '$lib/domain/french';
import type { TeamDay } from '$lib/domain/itinerary';
import { MEETING } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';

/** How far it is, as known before leaving: by road where a road server said it, reckoned otherwise. */
export interface Distance {
	metres: number;
	reckoned: boolean;
}
export type DistanceOf = (from: string, to: string) => Distance | null;

/** One drive of a team's day, between two places by name. */
export interface Leg {
	at: Minutes;
	from: string;
	to: string;
	distance: Distance | null;
}

interface Known {
	rally: Pick<Rally, 'meetingPoint'>;
	companies: readonly Pick<Company, 'id' | 'name' | 'commune'>[];
	distanceOf: DistanceOf;
}

export const legsOf = ({ steps }: TeamDay, known: Known): Leg[] =>
	steps.flatMap((step) =>
		step.kind === 'drive'
			? [
					{
						at: step.from,
						from: placeName(step.origin, known),
						to: placeName(step.destination, known),
						distance: known.distanceOf(step.origin, step.destination)
					}
				]
			: []
	);

export function placeName(id: string, { rally, companies }: Omit<Known, 'distanceOf'>): string {
	if (id === MEETING) return rally.meetingPoint?.label || 'Point de rendez-vous';
	const company = companies.find((of) => of.id === id);
	if (!company) return 'Entreprise inconnue';
	return company.commune ? `${company.name} (${company.commune})` : company.name;
}

/** Nothing when a leg of it is unknown; reckoned as soon as one is. */
export function totalOf(legs: readonly Leg[]): Distance | null {
	if (legs.some(({ distance }) => distance === null)) return null;
	return {
		metres: legs.reduce((sum, { distance }) => sum + distance!.metres, 0),
		reckoned: legs.some(({ distance }) => distance!.reckoned)
	};
}

/** « 12 km », « environ 12 km »; nothing when it is not known. */
export function kilometres(distance: Distance | null): string {
	if (!distance) return '';
	const km = `${number(Math.max(1, Math.round(distance.metres / 1000)))}\u00a0km`;
	return distance.reckoned ? `environ ${km}` : km;
}
