import { lacking, lunchFits } from '../../lib/solver/day-cost';
import type { Problem } from '../../lib/solver/problem';

/** One step of a team's day: from its start, or from a visit, to a visit or to its end. Minutes. */
export interface Arc {
	day: number;
	from: number;
	to: number;
	/** What it adds to comfort, a meal apart. */
	cost: number;
	road: number;
	/** A meal fits in the gap. */
	meal: boolean;
	/** For a first step, when the team leaves; for a last one, when it is back; 0 otherwise. */
	leaves: number;
	back: number;
}

/** A start offered, its node in the graph of steps, and who visits then. */
export interface Offered {
	company: number;
	day: number;
	start: number;
}

export interface Compact {
	offered: Offered[];
	arcs: Arc[];
	/** Starts of one company of which only so many teams may take one. */
	cliques: { starts: number[]; most: number }[];
	/** Starts where the people of the teams may be too many. */
	crowded: { start: number; most: number }[];
}

/** Node of the beginning and of the end of a day, and of a start offered; all from 1, as MiniZinc counts. */
export const beginning = (day: number): number => 2 * day + 1;
export const ending = (day: number): number => 2 * day + 2;
export const nodeOf = (problem: Problem, start: number): number => 2 * problem.days.length + start + 1;

/**
 * What both compact models read: every step that a team's day may hold, as section 2 of docs/solver.md has it. All
 * teams share it, so a problem where they differ otherwise than by size is refused.
 */
export function compactOf(problem: Problem): Compact {
	const { teams, companies, pins, published, now } = problem;
	if (pins.length > 0 || published || now || teams.some((team) => team.hours ?? team.freeFrom))
		throw new Error(
			`${problem.name}: no compact model for pins, announced visits or teams with their own hours`
		);
	const offered = companies
		.flatMap(({ starts }, company) => starts.map(([day, start]) => ({ company, day, start })))
		.sort((a, b) => a.day - b.day || a.start - b.start);
	const sizes = teams.map(({ size }) => size).sort((a, b) => b - a);
	return {
		offered,
		arcs: problem.days.flatMap((_, day) => arcsOf(problem, offered, day)),
		cliques: offered.flatMap(({ company, day, start }) => {
			const { minutes, turnaround, teamsAtOnce } = companies[company]!;
			const starts = offered.flatMap((other, i) =>
				other.company === company && other.day === day && other.start <= start && other.start > start - minutes - turnaround // prettier-ignore
					? [i]
					: []
			);
			return teamsAtOnce < teams.length ? [{ starts, most: teamsAtOnce }] : [];
		}),
		crowded: offered.flatMap(({ company }, start) => {
			const { people, teamsAtOnce } = companies[company]!;
			const most = sizes.slice(0, teamsAtOnce).reduce((sum, size) => sum + size, 0);
			return most > people ? [{ start, most: people }] : [];
		})
	};
}

function arcsOf(problem: Problem, offered: Offered[], day: number): Arc[] {
	const { companies, travel, buffer, comfort } = problem;
	const { start, end, from, to, lunch } = problem.days[day]!;
	const here = offered.flatMap((of, i) => (of.day === day ? [{ ...of, i, ...companies[of.company]! }] : []));
	const step = { day, cost: 0, road: 0, meal: false, leaves: 0, back: 0 };
	const arcs: Arc[] = [
		{ ...step, from: beginning(day), to: ending(day) },
		{ ...step, from: ending(day), to: ending(day) }
	];
	for (const a of here) {
		const out = travel[from]![a.place]!;
		const home = travel[a.place]![to]!;
		const leaves = a.start - buffer - out;
		const back = a.start + a.minutes + home;
		const node = nodeOf(problem, a.i);
		if (leaves >= start)
			arcs.push({ ...step, from: beginning(day), to: node, cost: comfort.travel * out, road: out, leaves });
		if (back <= end)
			arcs.push({ ...step, from: node, to: ending(day), cost: comfort.travel * home, road: home, back });
		for (const b of here) {
			const road = travel[a.place]![b.place]!;
			const left = a.start + a.minutes;
			if (a.company === b.company || left + road + buffer > b.start) continue;
			const meal = lunch !== null && lunchFits(lunch, left, road, b.start - buffer);
			const wait = b.start - left - road;
			const cost =
				comfort.travel * road + comfort.wait * wait + comfort.tight * lacking(problem, wait - buffer);
			arcs.push({ ...step, from: node, to: nodeOf(problem, b.i), cost, road, meal });
		}
	}
	return arcs;
}
