import type { Problem } from '../problem';
import type { TeamFormingProblem } from '../teams/problem';

/** A team as it was put together, by hand or not: ids of people, of a car and of who goes with them. */
export interface Crewed {
	letter: string;
	memberIds: readonly string[];
	vehicleId: string | null;
	accompanistId: string | null;
	driverId: string | null;
	/** Rests put in its days, [day, from, to]. */
	rests?: readonly (readonly [day: number, from: number, to: number])[];
}

/**
 * The itinerary problem before its teams are known, with what each person, car and accompanist brings to the team
 * they join.
 */
export interface Ground {
	/** No team yet, and no company that leaves one out. */
	problem: Problem;
	/** By company: participants and accompanists that it cannot receive. */
	doors: Record<string, { people: string[]; accompanists: string[] }>;
	/** By car or accompanist: half-days without them (`2027-06-08:morning`). */
	absences: Record<string, string[]>;
	/** By participant who must be home early: when, minutes since midnight. */
	backBy: Record<string, number>;
	/** Of each day of the problem: its date, and when its morning ends. */
	noons: { date: string; noon: number }[];
	/** By letter of a late team: the day and minute at which it leaves where it is. */
	freeFrom?: Record<string, [day: number, minute: number]>;
}

/** The problem of these teams: where each one is let in, and the hours during which it rides. */
export const problemOn = (ground: Ground, crews: readonly Crewed[]): Problem => ({
	...ground.problem,
	companies: ground.problem.companies.map((company) => ({
		...company,
		excludes: crews.filter((crew) => !lets(ground, company.id, crew)).map(({ letter }) => letter)
	})),
	teams: crews.map((crew) => ({
		id: crew.letter,
		size: crew.memberIds.length,
		hours: hoursOf(ground, crew),
		freeFrom: ground.freeFrom?.[crew.letter] ?? null,
		...(crew.rests?.length && {
			rests: crew.rests.map(([day, from, to]): [number, number, number] => [day, from, to])
		})
	}))
});

/** Whether a host's own rules let this team in: papers, age, step-free access, nobody at their own employer's. */
function lets({ doors }: Ground, company: string, { memberIds, accompanistId, driverId }: Crewed): boolean {
	const door = doors[company];
	if (!door) return true;
	return (
		!memberIds.some((id) => door.people.includes(id)) &&
		![accompanistId, driverId].some((id) => id !== null && door.accompanists.includes(id))
	);
}

/**
 * Hours during which a team rides on each day: its car and its accompanist are there, and nobody is late for what
 * waits at home. A half-day without car or accompanist is cut off; both gone is a day without the team.
 */
function hoursOf({ problem, absences, backBy, noons }: Ground, crew: Crewed): ([number, number] | null)[] {
	const crewIds = [crew.vehicleId, crew.accompanistId, crew.driverId].filter((id) => id !== null);
	const gone = new Set(crewIds.flatMap((id) => absences[id] ?? []));
	const home = Math.min(...crew.memberIds.map((id) => backBy[id] ?? Infinity));
	return problem.days.map(({ start, end }, day) => {
		const { date, noon } = noons[day]!;
		const [morning, afternoon] = [!gone.has(`${date}:morning`), !gone.has(`${date}:afternoon`)];
		const from = morning ? start : Math.max(start, noon);
		const to = Math.min(afternoon ? end : Math.min(end, noon), home);
		return (morning || afternoon) && from < to ? [from, to] : null;
	});
}

/** What is needed to judge a plan changed by hand in the browser: the ground, and who can ride with whom. */
export interface HandGround extends Ground {
	/** Needs and wishes of each person: for the organisation's own eyes. */
	riders: TeamFormingProblem;
}

/** Nobody: what a plan is judged on when only its itineraries matter. */
export const emptyRiders: TeamFormingProblem = {
	halfDays: [],
	participants: [],
	vehicles: [],
	accompanists: [],
	hosts: [],
	locks: [],
	size: { min: 3, max: 8 },
	visitsOwed: 6,
	endsAt: 1080
};
