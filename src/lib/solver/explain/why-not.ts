import { modelOf, type Model } from '../model';
import type { LevelName, Plan } from '../plan';
import type { Problem } from '../problem';
import { compare, scoreOf } from '../score';
import { solve, type SolveOptions } from '../solve';
import { solutionOf } from './breakdown';
import { difference, type Difference } from './difference';
import { canBe, factsAt, nearestTo, type Fact, type Moment } from './why-not-facts';

/** « Pourquoi pas l’entreprise C à 10 h pour l’équipe 3 ? » A day by index, minutes; both may be left open. */
export interface Wish {
	team: string;
	company: string;
	day?: number;
	start?: number;
}

/**
 * What another plan could do. `impossible` is always proven: by the facts, whatever the plan; or by the bound, every
 * plan that holds the wish being worse on the charter or the promises. `not-found` proves nothing. `costs` tells the
 * first level that is worse, by how much in the plan found (`by`) and in any other (`atLeast`), proven when equal.
 */
export type Verdict =
	| { kind: 'already' }
	| { kind: 'impossible'; proof: 'facts' | 'bound' }
	| { kind: 'as-good'; better: boolean; changes: Difference; plan: Plan }
	| { kind: 'costs'; level: LevelName; by: number; atLeast: number; changes: Difference; plan: Plan }
	| { kind: 'not-found' };

export interface Answer {
	wish: Wish;
	/** The start judged: as wished, or the one with the least against it; null when there is none. */
	at: Moment | null;
	facts: Fact[];
	verdict: Verdict;
}

type Options = Pick<SolveOptions, 'highs' | 'seed' | 'seconds' | 'now' | 'cancelled'>;

export function whyNot(problem: Problem, plan: Plan, wish: Wish, options: Options): Answer {
	const model = modelOf(problem);
	const team = model.teams.findIndex(({ id }) => id === wish.team);
	const company = model.companies.findIndex(({ id }) => id === wish.company);
	if (team < 0 || company < 0) throw new Error(`unknown team or company: ${wish.team}, ${wish.company}`);
	const solution = solutionOf(model, plan.visits);
	const own = solution[team]!.find((stop) => stop.company === company);
	const asked = ({ day, start }: Moment) => day === (wish.day ?? day) && start === (wish.start ?? start);
	if (own && asked(own)) {
		const at = { day: own.day, start: own.start };
		return { wish, at, facts: [{ kind: 'already', ...at }], verdict: { kind: 'already' } };
	}

	const offered = model.starts[company]!.flatMap((starts, day) => starts.map((start) => ({ day, start })));
	const wished = offered.filter(asked);
	const facts: Fact[] = [];
	const { size } = model.teams[team]!;
	const { excludes, people } = model.companies[company]!;
	if (excludes.includes(wish.team)) facts.push({ kind: 'refused' });
	if (size > people) facts.push({ kind: 'too-many-people', size, most: people });
	if (wished.length === 0) facts.push({ kind: 'start-not-offered', nearest: nearestTo(wish, offered) });

	// With a day or an hour left open, the start that comes closest to fitting is the one to speak of.
	const { day, start } = wish;
	const judged = (
		wished.length > 0 ? wished : day !== undefined && start !== undefined ? [{ day, start }] : []
	)
		.map((at) => ({ at, facts: factsAt(model, solution, team, { company, ...at }) }))
		.sort((a, b) => a.facts.length - b.facts.length)[0];
	facts.push(...(judged?.facts ?? []));
	const never = !wished.some((at) => canBe(model, team, { company, ...at }));
	const verdict: Verdict = never
		? { kind: 'impossible', proof: 'facts' }
		: replanned(problem, model, plan, wish, options);
	return { wish, at: judged?.at ?? null, facts, verdict };
}

function replanned(problem: Problem, model: Model, plan: Plan, wish: Wish, options: Options): Verdict {
	const { team, company, day, start } = wish;
	const next = solve({ ...problem, pins: [...problem.pins, { team, company, day, start }] }, options);
	const base = scoreOf(model, solutionOf(model, plan.visits));
	const kept = next.visits.some(
		(visit) =>
			visit.team === team &&
			visit.company === company &&
			visit.day === (day ?? visit.day) &&
			visit.start === (start ?? visit.start)
	);
	// A bound on the promises is given only once the charter is proven.
	if (!kept) {
		const [charter, promises] = next.levels;
		return charter!.value === base[0] && promises!.bound > base[1]
			? { kind: 'impossible', proof: 'bound' }
			: { kind: 'not-found' };
	}
	// Both are scored by the problem as it was: the wish itself is no promise.
	const score = scoreOf(model, solutionOf(model, next.visits));
	const changes = difference(plan.visits, next.visits);
	const worse = compare(score, base);
	if (worse <= 0) return { kind: 'as-good', better: worse < 0, changes, plan: next };
	const at = score.findIndex((value, i) => value !== base[i]);
	const { name, bound } = next.levels[at]!;
	const atLeast = Math.max(0, bound - base[at]!);
	return { kind: 'costs', level: name, by: score[at]! - base[at]!, atLeast, changes, plan: next };
}
