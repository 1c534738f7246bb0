import {
	cellsOf,
	changesBetween,
	kindOf,
	type CellKey,
	type Cells,
	type DraftSeat
} from '../../../domain/draft/cells';
import type { Names, TeamNames } from '../../explain';
import type { Problem } from '../../problem';
import { handPlanOf } from '../hand-plan';
import type { HandGround } from '../ground';
import { judge } from '../judge';
import { troublesOf, type Trouble } from '../troubles';
import { hasBegun, type Remedy, type RemedyKind, type Standing } from './incident';

type AllNames = Names & Omit<TeamNames, 'team'>;

/** The ground on a day that has begun: what was announced, and where the past ends. */
export function standingOn(ground: HandGround, cells: Cells, { dates, now }: Standing): HandGround {
	const crews = new Set(cellsOf(cells, 'crew').map(([letter]) => letter));
	const hosts = new Set(ground.problem.companies.map(({ id }) => id));
	const published: Problem['published'] = handPlanOf(cells, dates)
		.visits.filter(({ team, company, day }) => day >= 0 && crews.has(team) && hosts.has(company))
		.map(({ id: _, ...visit }) => visit);
	return { ...ground, problem: { ...ground.problem, published, now: now ? [...now] : null } };
}

/** What somebody put right would leave wrong. Troubles in words; those of the past are nobody's business any more. */
export function troublesLeft(
	ground: HandGround,
	cells: Cells,
	standing: Standing,
	names: AllNames
): Trouble[] {
	const { problem } = ground;
	const crews = new Set(cellsOf(cells, 'crew').map(([letter]) => letter));
	const plan = handPlanOf(cells, standing.dates);
	const announced = problem.published?.filter(({ team }) => crews.has(team)) ?? null;
	const judged = judge({ ...ground, problem: { ...problem, published: announced } }, plan);
	const told = {
		...judged,
		findings: judged.findings.filter(({ kind }) => kind !== 'announced-visit-changed')
	};
	return troublesOf(told, plan, names);
}

/**
 * Weighs what is done about something: what changes from the plan in force, and what it leaves wrong that the plan did
 * not have (`known`: keys of its troubles).
 */
export function weighed(
	ground: HandGround,
	{ from, to, kind, proven = null }: { from: Cells; to: Cells; kind: RemedyKind; proven?: boolean | null },
	standing: Standing,
	known: ReadonlySet<string>,
	names: AllNames
): Remedy {
	const changes = changesBetween(from, to);
	const of = (wanted: string) => changes.filter(({ key }) => kindOf(key as CellKey) === wanted);
	const moved = of('person').filter(({ before, after }) => {
		const [was, is] = [before, after].map((seat) => (seat as DraftSeat | null)?.team ?? null);
		return is !== null && was !== null && was !== is;
	});
	return {
		kind,
		changes,
		troubles: troublesLeft(ground, to, standing, names).filter(({ key }) => !known.has(key)),
		visits: of('visit').length,
		people: moved.length,
		proven
	};
}

/** What nobody can do counts first, then what is missing, then how much is changed for people and hosts. */
export function ranked(remedies: readonly Remedy[]): Remedy[] {
	const cost = ({ troubles, visits, people }: Remedy) => [
		troubles.filter(({ weight }) => weight === 'broken').length,
		troubles.filter(({ weight }) => weight === 'short').length,
		visits + people,
		troubles.length
	];
	const costs = new Map(remedies.map((one) => [one, cost(one)]));
	const seen = new Set<string>();
	return [...remedies]
		.sort((a, b) => {
			const [x, y] = [costs.get(a)!, costs.get(b)!];
			const i = x.findIndex((value, at) => value !== y[at]);
			return i < 0 ? 0 : x[i]! - y[i]!;
		})
		.filter(({ changes }) => {
			const key = JSON.stringify(changes);
			return !seen.has(key) && seen.add(key);
		});
}

/** Visits to come that cannot stand any more, or that a team without people still has: the planner is asked. */
export const needsPlanner = (remedy: Remedy, cells: Cells, standing: Standing): boolean =>
	remedy.troubles.some(
		({ weight, visits }) =>
			weight === 'broken' &&
			visits.some((id) => {
				const visit = cellsOf(cells, 'visit').find(([key]) => key === id)?.[1];
				return visit !== undefined && !hasBegun(standing)(visit);
			})
	);
