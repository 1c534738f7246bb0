import { noonOf, visitingHours, type Minutes, type ProgrammeDay } from '../calendar';

/** What a visit takes, and what surrounds it; minutes. `road`: from one stop to the next, on average. */
export interface Pace {
	visit: Minutes;
	road: Minutes;
	buffer: Minutes;
}

/** Hours of days « très importante » in the first rallies (Ansa 2019, l. 161): what a day should stay away from. */
export const reportedLongDay = { from: 8 * 60, to: 18 * 60 } as const;
/** A working day; beyond it, people tire (ours: the comfort of the planner counts from there too). */
export const LONG_DAY = 8 * 60;

export interface TiringDay {
	visits: number;
	/** From leaving the meeting point to being back, the meal included. */
	minutes: Minutes;
	from: Minutes;
	to: Minutes;
	/** `long`: more than a working day; `too-long`: as long as what was reported; `outside`: past the programme's hours. */
	strain: 'fine' | 'long' | 'too-long' | 'outside';
}

export interface Fatigue {
	days: TiringDay[];
	/** The longest of them. */
	longest: Minutes;
	visitsPerDay: number;
}

/** So many visits dealt over the days of a programme, by the half-days each gives them. */
export function fatigueOf(programme: readonly ProgrammeDay[], visits: number, pace: Pace): Fatigue {
	const visited = programme.filter((day) => visitingHours(day) !== null);
	const shares = dealt(visits, visited.map(halvesOf));
	const days = visited.map((day, i) => tiringDay(day, shares[i]!, pace));
	return {
		days,
		longest: Math.max(0, ...days.map(({ minutes }) => minutes)),
		visitsPerDay: Math.max(0, ...shares)
	};
}

/** Most visits that fit in the hours of the days, the road on average as typed: an estimate, not a promise. */
export function visitsThatFit(programme: readonly ProgrammeDay[], pace: Pace): number {
	return programme.reduce((sum, day) => {
		const hours = visitingHours(day);
		if (!hours) return sum;
		let visits = 0;
		while (visits < 12 && lengthOf(day, visits + 1, pace) <= hours.end - hours.start) visits++;
		return sum + visits;
	}, 0);
}

const halvesOf = ({ morning, afternoon }: ProgrammeDay): number =>
	Number(morning === 'visits') + Number(afternoon === 'visits');

/** `dealt(8, [2, 1])` → `[5, 3]`: as the half-days weigh, what does not divide going where most of a visit is due. */
function dealt(visits: number, weights: readonly number[]): number[] {
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	if (total === 0) return weights.map(() => 0);
	const shares = weights.map((weight) => Math.floor((visits * weight) / total));
	let left = visits - shares.reduce((sum, n) => sum + n, 0);
	const rest = (i: number) => (visits * weights[i]!) % total;
	for (const i of shares.map((_, i) => i).sort((a, b) => rest(b) - rest(a) || a - b))
		if (left-- > 0) shares[i]!++;
	return shares;
}

/** A whole day holds the meal; half a day does not. */
function lengthOf(day: ProgrammeDay, visits: number, { visit, road, buffer }: Pace): Minutes {
	const meal = halvesOf(day) === 2 ? (day.lunch?.minutes ?? 0) : 0;
	return visits === 0 ? 0 : visits * (visit + buffer) + (visits + 1) * road + meal;
}

function tiringDay(day: ProgrammeDay, visits: number, pace: Pace): TiringDay {
	const minutes = lengthOf(day, visits, pace);
	const hours = visitingHours(day)!;
	const from = day.morning === 'visits' ? hours.start : Math.max(hours.start, noonOf(day));
	const strain =
		from + minutes > hours.end
			? 'outside'
			: minutes >= reportedLongDay.to - reportedLongDay.from
				? 'too-long'
				: minutes > LONG_DAY
					? 'long'
					: 'fine';
	return { visits, minutes, from, to: from + minutes, strain };
}
