import type { TeamFormingProblem } from './problem';

/** A car with the people who take it: what a team is put into. */
export interface Crew {
	vehicle: string | null;
	accompanist: string | null;
	driver: string | null;
	/** Places left for participants. */
	places: number;
	wheelchairPlaces: number;
}

/** How many teams: as many as cars and accompanists allow, four people or more in each when that can be. */
export function teamCount({ participants, vehicles, accompanists, size }: TeamFormingProblem): number {
	const people = participants.length;
	if (people === 0) return 0;
	const least = Math.ceil(people / size.max);
	const most = Math.max(1, Math.floor(people / size.min));
	const comfortable = Math.max(1, Math.floor(people / (size.min + 1)));
	const driven = Math.min(vehicles.length, accompanists.length);
	const wanted = Math.min(most, Math.max(least, Math.min(driven, comfortable)));
	// Larger teams save cars only as long as the largest cars hold everybody.
	const largest = vehicles.map(({ seats }) => seats - 1).sort((a, b) => b - a);
	const room = (teams: number) =>
		largest.slice(0, teams).reduce((sum, places) => sum + Math.min(places, size.max), 0);
	let teams = wanted;
	while (teams < Math.min(most, driven) && room(teams) < people) teams++;
	return teams;
}

/**
 * Puts accompanists and drivers in cars. Whoever is there on every half-day comes first, then the largest cars;
 * an accompanist who drives saves a seat, one who does not needs a driver among those left.
 */
export function crewsOf(problem: TeamFormingProblem, teams: number): Crew[] {
	const always = (halfDays: string[]) => problem.halfDays.filter((half) => halfDays.includes(half)).length;
	const vehicles = [...problem.vehicles].sort(
		(a, b) =>
			always(b.halfDays) - always(a.halfDays) ||
			b.seats - a.seats ||
			b.wheelchairPlaces - a.wheelchairPlaces ||
			(a.id < b.id ? -1 : 1)
	);
	// A place for a wheelchair must not stay at home while somebody waits for it.
	const wanted = problem.participants.filter(({ needs }) => needs.includes('wheelchair')).length;
	const taken = vehicles.slice(0, teams);
	if (wanted > 0 && !taken.some(({ wheelchairPlaces }) => wheelchairPlaces > 0)) {
		const adapted = vehicles.find(({ wheelchairPlaces }) => wheelchairPlaces > 0);
		if (adapted && taken.length > 0) taken[taken.length - 1] = adapted;
	}

	const left = [...problem.accompanists].sort(
		(a, b) =>
			always(b.halfDays) - always(a.halfDays) || Number(b.drives) - Number(a.drives) || (a.id < b.id ? -1 : 1)
	);
	const spare = left.length - teams;
	return Array.from({ length: teams }, (_, i) => {
		const vehicle = taken[i] ?? null;
		// Those who cannot drive accompany only where somebody is left over to take the wheel.
		const accompanist = left.shift() ?? null;
		let driver = null;
		if (accompanist && !accompanist.drives && spare > 0) {
			const at = left.findLastIndex(({ drives }) => drives);
			if (at >= 0) driver = left.splice(at, 1)[0]!;
		}
		const crew = 1 + (driver ? 1 : 0);
		return {
			vehicle: vehicle?.id ?? null,
			accompanist: accompanist?.id ?? null,
			driver: driver?.id ?? null,
			places: vehicle ? vehicle.seats - crew : problem.size.max,
			wheelchairPlaces: vehicle?.wheelchairPlaces ?? 0
		};
	});
}
