import { readFileSync } from 'node:fs';
import type { Problem } from '../../lib/solver/problem';
import { compactOf, ending, nodeOf, type Arc, type Compact } from './compact';
import type { Peer } from './minizinc';

const text = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const sets = (all: number[][]) => all.map((set) => ({ set }));

/** The model that suits a peer, and its data: sequences and tables for constraints, paths for linear programming. */
export function modelFor(peer: Peer, problem: Problem): { model: string; data: object; compact: Compact } {
	const compact = compactOf(problem);
	const own = peer === 'highs' ? pathsOf(problem, compact) : sequencesOf(problem, compact);
	return {
		model: text(peer === 'highs' ? './compact-mip.mzn' : './compact-cp.mzn'),
		data: { ...common(problem, compact), ...own },
		compact
	};
}

function common({ teams, days, companies, rules, comfort }: Problem, { offered, cliques, crowded }: Compact) {
	const sectors = [...new Set(companies.map(({ sector }) => sector))];
	return {
		teams: teams.length,
		days: days.length,
		companies: companies.length,
		sectors: sectors.length,
		starts: offered.length,
		size: teams.map(({ size }) => size),
		hostOf: offered.map(({ company }) => company + 1),
		sectorOf: companies.map(({ sector }) => sectors.indexOf(sector) + 1),
		fewest: companies.map(({ visits }) => visits[0]),
		most: companies.map(({ visits }) => Math.min(visits[1], teams.length)),
		wanted: companies.map(({ hiring, visits }) => (hiring ? Math.min(comfort.hiringWanted, visits[1]) : 0)),
		cliques: cliques.length,
		atOnce: cliques.map(({ most }) => most),
		crowds: crowded.length,
		people: crowded.map(({ most }) => most),
		visits: rules.visits,
		visitsPerDay: rules.visitsPerDay,
		sectorsSeen: rules.sectors,
		spread: rules.spread,
		longDay: comfort.longDay,
		longDayFrom: comfort.longDayFrom,
		sameSector: comfort.sameSector,
		visitShort: comfort.visitShortOfMax,
		unfair: comfort.unfairTravel,
		unfairFrom: comfort.unfairTravelFrom * days.length,
		hiring: comfort.hiring
	};
}

function sequencesOf(problem: Problem, { offered, arcs, cliques, crowded }: Compact) {
	const { days, comfort, rules } = problem;
	const ofDay = (day: number) => arcs.flatMap((arc, i) => (arc.day === day ? [i + 1] : []));
	return {
		positions: days.map(({ maxVisits }) => Math.min(maxVisits, rules.visits[1])),
		nodesOf: sets(days.map((_, day) => [ending(day), ...offered.flatMap((of, i) => (of.day === day ? [nodeOf(problem, i)] : []))])), // prettier-ignore
		arcs: arcs.length,
		arc: arcs.map(({ from, to, cost, road, meal, leaves, back }) => [from, to, cost, road, Number(meal), leaves, back]), // prettier-ignore
		arcsOf: sets(days.map((_, day) => ofDay(day))),
		clique: sets(cliques.map(({ starts }) => starts.map((start) => nodeOf(problem, start)))),
		crowded: crowded.map(({ start }) => nodeOf(problem, start)),
		lunch: days.map(({ lunch }) => lunch !== null),
		early: days.map(({ lunch }) => (lunch ? lunch.to - lunch.minutes : 0)),
		late: days.map(({ lunch }) => (lunch ? lunch.from + lunch.minutes : 0)),
		meal: days.map(({ lunch }) => (lunch ? comfort.wait * lunch.minutes : 0))
	};
}

/** Layers of a day: 0 the meal is to come, 1 it was taken, 2 gone after its window, 3 back before it, or no meal at all. */
function layered(problem: Problem, arc: Arc): { from: number; to: number; saved: number }[] {
	const { lunch } = problem.days[arc.day]!;
	const first = arc.leaves > 0;
	const last = arc.back > 0;
	if (arc.to === ending(arc.day) && !last) return arc.from === arc.to ? [] : [{ from: 3, to: 3, saved: 0 }];
	const stay = (layer: number) => ({ from: layer, to: layer, saved: 0 });
	if (!lunch) return [stay(3)];
	const late = arc.leaves >= lunch.from + lunch.minutes;
	const early = arc.back <= lunch.to - lunch.minutes;
	if (first) return late ? [stay(2)] : [stay(0), stay(3)];
	if (last) return early ? [stay(2), stay(3)] : [stay(1), stay(2)];
	const meal = { from: 0, to: 1, saved: problem.comfort.wait * lunch.minutes };
	return [stay(0), stay(1), stay(2), stay(3), ...(arc.meal ? [meal] : [])];
}

function pathsOf(problem: Problem, { offered, arcs, cliques, crowded }: Compact) {
	const { days, rules } = problem;
	const bounds = 2 * days.length;
	const node = (of: number, layer: number) =>
		of <= bounds ? of : bounds + (of - bounds - 1) * 4 + layer + 1;
	const steps = arcs.flatMap((arc) =>
		layered(problem, arc).map(({ from, to, saved }) => ({
			...arc,
			cost: arc.cost - saved,
			from: node(arc.from, from),
			to: node(arc.to, to)
		}))
	);
	const nodes = bounds + offered.length * 4;
	const into: number[][] = Array.from({ length: nodes }, () => []);
	const out: number[][] = Array.from({ length: nodes }, () => []);
	steps.forEach(({ from, to }, i) => {
		into[to - 1]!.push(i + 1);
		out[from - 1]!.push(i + 1);
	});
	return {
		nodes,
		arcs: steps.length,
		arc: steps.map(({ from, to, cost, road, day, leaves, back }) => [from, to, cost, road, day + 1, leaves, back]), // prettier-ignore
		into: sets(into),
		out: sets(out),
		taking: sets(offered.map((_, i) => [0, 1, 2, 3].flatMap((layer) => into[bounds + i * 4 + layer]!))),
		arcsOf: sets(days.map((_, day) => steps.flatMap((step, i) => (step.day === day ? [i + 1] : [])))),
		dayMost: days.map(({ maxVisits }) => Math.min(maxVisits, rules.visits[1])),
		startsOf: sets(days.map((_, day) => offered.flatMap((of, i) => (of.day === day ? [i + 1] : [])))),
		clique: sets(cliques.map(({ starts }) => starts.map((start) => start + 1))),
		crowded: crowded.map(({ start }) => start + 1)
	};
}
