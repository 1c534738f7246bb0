import { begun, type Company, type Day, type Problem, type Team } from './problem';
import { merged, type Rests } from './rests';

/** The problem with ids turned into indices, as the search reads it. */
export interface Model {
	problem: Problem;
	days: Day[];
	companies: Company[];
	teams: Team[];
	travel: number[][];
	buffer: number;
	/** Index of each company's sector among all. */
	sectorOf: number[];
	sectors: number;
	/** `starts[company][day]`, minutes, ascending, without repeats. */
	starts: number[][][];
	/** Whether the company can receive the team at all: not excluded, and room for its people. */
	admits: boolean[][];
	/** Hours of the team on each day, or null when it is away. */
	hours: ([number, number] | null)[][];
	/** On each day, the minute before which a late team cannot leave where it is; 0 for a team on time. */
	freeFrom: number[][];
	/** `rests[team][day]`: what a plan leaves free in that day. */
	rests: Rests[][];
	/** Visits that each team has already begun, in order: they stay whatever happens. */
	begun: Stop[][];
}

/** What a visit that was not announced costs, minute-equivalents: nothing while nothing has been announced. */
export const newVisit = ({ problem: { published, comfort } }: Pick<Model, 'problem'>): number =>
	published === null ? 0 : comfort.newVisit;

/** One visit of a team, by indices. */
export interface Stop {
	company: number;
	day: number;
	start: number;
}

/** For each team its stops, in the order of the days and hours. */
export type Solution = Stop[][];

export function modelOf(problem: Problem): Model {
	const { days, companies, teams } = problem;
	const past = (problem.published ?? []).filter(({ day, start }) => begun(problem, day, start));
	const restsOn = ({ rests }: Team, day: number): Rests =>
		merged((rests ?? []).flatMap(([on, from, to]): Rests => (on === day ? [[from, to]] : [])));
	const sectorNames = [...new Set(companies.map(({ sector }) => sector))];
	return {
		problem,
		days,
		companies,
		teams,
		travel: problem.travel,
		buffer: problem.buffer,
		sectorOf: companies.map(({ sector }) => sectorNames.indexOf(sector)),
		sectors: sectorNames.length,
		starts: companies.map(({ id, starts }) => {
			const had = past.filter(({ company }) => company === id);
			const all = [...starts, ...had.map(({ day, start }) => [day, start] as const)];
			return days.map((_, day) =>
				[...new Set(all.filter(([of]) => of === day).map(([, start]) => start))].sort((a, b) => a - b)
			);
		}),
		begun: teams.map(({ id }) =>
			inOrder(
				past
					.filter(({ team }) => team === id)
					.map(({ company, day, start }) => ({
						company: companies.findIndex((of) => of.id === company),
						day,
						start
					}))
			)
		),
		admits: teams.map((team) =>
			companies.map((company) => !company.excludes.includes(team.id) && team.size <= company.people)
		),
		hours: teams.map((team) =>
			days.map((day, i) => (team.hours ? within(team.hours[i] ?? null, day) : [day.start, day.end]))
		),
		freeFrom: teams.map(({ freeFrom }) => days.map((_, day) => (freeFrom?.[0] === day ? freeFrom[1] : 0))),
		rests: teams.map((team) => days.map((_, day) => restsOn(team, day)))
	};
}

const within = (hours: [number, number] | null, { start, end }: Day): [number, number] | null =>
	hours && [Math.max(hours[0], start), Math.min(hours[1], end)];

export const inOrder = (stops: Stop[]): Stop[] => stops.sort((a, b) => a.day - b.day || a.start - b.start);
