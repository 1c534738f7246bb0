import { halfDaysOf, visitingHalfDays, type ProgrammeDay, type TypedHalfDay } from './calendar';
import { plural } from './french';

/** Half-days on which people are expected: those left free are not asked about. */
export const expectedHalfDays = (programme: readonly ProgrammeDay[]): TypedHalfDay[] =>
	halfDaysOf(programme).filter(({ kind }) => kind !== 'free');

/** How many of the expected half-days somebody misses; those of an earlier programme do not count. */
export const missed = (absences: readonly string[], programme: readonly ProgrammeDay[]): number =>
	expectedHalfDays(programme).filter(({ key }) => absences.includes(key)).length;

/** « toutes », « 3 demi-journées sur 4 » */
export function presenceInWords(absences: readonly string[], programme: readonly ProgrammeDay[]): string {
	const expected = expectedHalfDays(programme).length;
	const away = missed(absences, programme);
	if (away === 0) return 'toutes';
	return away === expected ? 'aucune' : `${plural(expected - away, 'demi-journée')} sur ${expected}`;
}

interface Present {
	absences: readonly string[];
}
export interface SeatCount {
	halfDay: TypedHalfDay;
	/** With the drivers'. */
	seats: number;
	people: number;
}

/** The visiting half-day on which the fewest seats are left, or null when nothing is visited. */
export function tightestHalfDay(
	programme: readonly ProgrammeDay[],
	vehicles: readonly (Present & { seats: number })[],
	riders: readonly Present[]
): SeatCount | null {
	const counts = visitingHalfDays(programme).map((halfDay) => {
		const there = <P extends Present>(all: readonly P[]) =>
			all.filter(({ absences }) => !absences.includes(halfDay.key));
		const seats = there(vehicles).reduce((total, vehicle) => total + vehicle.seats, 0);
		return { halfDay, seats, people: there(riders).length };
	});
	const left = ({ seats, people }: SeatCount) => seats - people;
	return counts.reduce<SeatCount | null>(
		(worst, one) => (worst && left(worst) <= left(one) ? worst : one),
		null
	);
}
