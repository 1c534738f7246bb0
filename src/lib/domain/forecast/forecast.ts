import type { CharterNumbers, Range } from '../charter/numbers';
import { possibleTeams } from '../charter/team-count';
import { programmeOf, type Format } from '../formats';
import { visitingHalfDays } from '../calendar';
import { fatigueOf, visitsThatFit, type Fatigue, type Pace } from './fatigue';

/** What an organiser can say before any name is known. */
export interface ForecastNumbers {
	people: number;
	/** Vehicles by their seats, the driver's included. */
	cars: { seats: number; count: number }[];
	accompanists: number;
	companies: number;
	/** Half-days that a company offers, and starts on each, on average over the companies. */
	halfDaysPerCompany: number;
	startsPerHalfDay: number;
	sectors: number;
	/** Sectors that each team must see. */
	minSectors: number;
}

/** What is lacking for so many teams. Each is a condition without which nothing can hold: met, it promises nothing. */
export type Lack =
	| { kind: 'people' | 'too-many-people'; count: number }
	| { kind: 'cars' | 'accompanists' | 'companies' | 'sectors'; count: number }
	/** Places for participants, in all the vehicles that these teams would take. */
	| { kind: 'seats'; count: number }
	/** Starts, and how many companies offering as much as the others would give them. */
	| { kind: 'starts'; count: number; companies: number };

/** So many teams: who sits where, and what they can visit at best. */
export interface TeamOption {
	teams: number;
	/** People of a team, dealt evenly. */
	size: Range;
	/** Least visits owed to all the teams, and the starts that companies can give them at best. */
	owed: number;
	starts: number;
	/** Visits that every team can make at best, never more than the charter asks. */
	visits: number;
	lacks: Lack[];
}

export interface FormatForecast {
	format: Format;
	visitHalfDays: number;
	options: TeamOption[];
	/** Options that lack nothing counted. */
	possible: number[];
	/** The option that lacks least, the fewest teams first: what is missing is said of it. */
	chosen: TeamOption | null;
	/** At the charter's least visits, and at its most. */
	fatigue: { least: Fatigue; most: Fatigue };
	/** Visits that fit in the hours of the days, road included as typed. */
	fitting: number;
}

/** What a format allows with these numbers: counts only, each « au mieux ». Hours and road come from `pace`. */
export function forecast(
	numbers: ForecastNumbers,
	format: Format,
	charter: CharterNumbers,
	pace: Pace
): FormatForecast {
	const programme = programmeOf(format, '2000-01-03');
	const visitHalfDays = visitingHalfDays(programme).length;
	const fitting = visitsThatFit(programme, pace);
	const range = possibleTeams(numbers.people, charter);
	const counts = range ? Array.from({ length: range.max - range.min + 1 }, (_, i) => range.min + i) : [];
	const options = counts.map((teams) => optionOf(teams, numbers, visitHalfDays, fitting, charter));
	const { min, max } = charter.visitsPerParticipant;
	return {
		format,
		visitHalfDays,
		options,
		possible: options.filter(({ lacks }) => lacks.length === 0).map(({ teams }) => teams),
		chosen: [...options].sort((a, b) => weight(a) - weight(b) || a.teams - b.teams)[0] ?? null,
		fatigue: { least: fatigueOf(programme, min, pace), most: fatigueOf(programme, max, pace) },
		fitting
	};
}

function optionOf(
	teams: number,
	numbers: ForecastNumbers,
	visitHalfDays: number,
	fitting: number,
	charter: CharterNumbers
): TeamOption {
	const { people, accompanists, companies, sectors, minSectors } = numbers;
	const { min, max } = charter.visitsPerParticipant;
	const halfDays = Math.min(numbers.halfDaysPerCompany, visitHalfDays);
	// A team visits a company once: more starts than teams serve nobody.
	const perCompany = Math.min(teams, Math.floor(halfDays * numbers.startsPerHalfDay));
	const starts = companies * perCompany;
	const owed = teams * min;
	const rooms = roomsOf(numbers.cars, charter).slice(0, teams);
	const seats = rooms.reduce((sum, room) => sum + room, 0);
	const lack = (kind: 'people' | 'too-many-people' | 'cars' | 'accompanists' | 'companies' | 'sectors' | 'seats', count: number): Lack[] => (count > 0 ? [{ kind, count }] : []); // prettier-ignore
	const missing = Math.max(0, owed - starts);
	return {
		teams,
		size: { min: Math.floor(people / teams), max: Math.ceil(people / teams) },
		owed,
		starts,
		visits: Math.min(max, companies, fitting, Math.floor(starts / teams)),
		lacks: [
			...lack('people', charter.participants.min - people),
			...lack('too-many-people', people - charter.participants.max),
			...lack('cars', teams - rooms.length),
			...lack('seats', rooms.length < teams ? 0 : people - seats),
			...lack('accompanists', teams - accompanists),
			...lack('companies', Math.max(min, charter.companiesMin) - companies),
			...(missing > 0
				? [{ kind: 'starts' as const, count: missing, companies: perCompany > 0 ? Math.ceil(missing / perCompany) : 0 }] // prettier-ignore
				: []),
			...lack('sectors', minSectors - Math.min(sectors, companies))
		]
	};
}

/** Places for participants in each vehicle, the accompanist driving, the largest first; those too small for a team left out. */
function roomsOf(cars: ForecastNumbers['cars'], { teamSize }: CharterNumbers): number[] {
	return cars
		.flatMap(({ seats, count }) => Array<number>(count).fill(Math.min(teamSize.max, seats - 1)))
		.filter((room) => room >= teamSize.min)
		.sort((a, b) => b - a);
}

/** How far an option is from holding: kinds of lack first, then how much of each. */
const weight = ({ lacks }: TeamOption): number =>
	lacks.reduce((sum, { count }) => sum + 1000 + Math.min(count, 999), 0);
