import { enrolled } from '../charter/enrolled';
import { confirmed } from '../charter/companies';
import { charterNumbers } from '../charter/numbers';
import { expectedPeople } from '../charter/team-count';
import type { Dossier } from '../dossier';
import { coverageOf } from '../mobilisation/coverage';
import type { Pace } from './fatigue';
import type { ForecastNumbers } from './forecast';

/** Seats that a vehicle of a rally has, the driver's included: fewer carry no team, licence B stops at nine. */
export const seatCounts = [4, 5, 6, 7, 8, 9] as const;

/** Road between two stops when nothing says better: towns apart, not streets. */
const USUAL_ROAD = 15;

/** What the rally knows already, as a start for what is typed. Companies are those confirmed; what none offers yet is guessed. */
export function knownNumbers(dossier: Dossier): ForecastNumbers & { pace: Pace; guessed: boolean } {
	const { rally, vehicles, accompanists } = dossier;
	const charter = charterNumbers(rally);
	const companies = confirmed(dossier);
	const { capacities } = coverageOf(dossier);
	const halves = capacities.flatMap(({ perHalfDay }) => perHalfDay.filter((starts) => starts > 0));
	const offering = capacities.filter(({ perHalfDay }) => perHalfDay.some((starts) => starts > 0)).length;
	const starts = halves.reduce((sum, n) => sum + n, 0);
	return {
		people: enrolled(dossier).length > 0 ? enrolled(dossier).length : expectedPeople(dossier, charter),
		cars: seatCounts.map((seats) => ({
			seats,
			count: vehicles.filter((of) => of.seats === seats || (seats === 9 && of.seats > 9)).length
		})),
		accompanists: accompanists.length,
		companies: companies.length,
		halfDaysPerCompany: offering > 0 ? Math.max(1, Math.floor(halves.length / offering)) : 2,
		startsPerHalfDay: halves.length > 0 ? Math.max(1, Math.floor(starts / halves.length)) : 2,
		sectors: new Set(capacities.map(({ sector }) => sector)).size,
		minSectors: rally.settings.minSectors,
		guessed: offering === 0,
		pace: { visit: rally.settings.visitMinutes, buffer: rally.settings.bufferMinutes, road: USUAL_ROAD }
	};
}
