import { modelOf } from '../model';
import type { LevelName, Plan } from '../plan';
import type { Problem } from '../problem';
import { Random } from '../random';
import { compare, scoreOf, type Score } from '../score';
import { improve } from '../search/large-neighbourhood';
import { solutionOf } from './breakdown';
import { FurtherStarts } from './further-starts';
import type { AskOptions } from './holds';
import type { Start } from './starts-to-ask';

/** A start worth asking for: with it, a plan was found that is better by so much, at the first level that changes. */
export interface WorthAsking extends Start {
	level: LevelName;
	by: number;
}

export interface FurtherAnswer {
	/** The best first. */
	starts: WorthAsking[];
	/** Starts that may bring something as far as prices tell, and those of them really tried. */
	promising: number;
	tried: number;
	/** Whether it is proven that no start left untried brings more than those told; with none told, that none brings anything. */
	complete: boolean;
	/** The first level where something is left to gain; null when nothing is, charter, promises and comfort. */
	level: LevelName | null;
}

/** Rebuildings of one team, for each team, to see what a start brings. */
const ROUNDS = 5;

/**
 * Further starts worth asking companies for. The duals of the master problem, at its root only, price every plan with one
 * more start, and bound what it may bring. Those that promise most are then tried one by one, the plan as it stands being
 * bettered with them: only what a plan really gains is told. Stopped early, it gives what is known so far.
 */
export function worthAsking(
	problem: Problem,
	plan: Plan,
	{ most = 5, ...options }: AskOptions & { most?: number }
): FurtherAnswer {
	const nothing = plan.levels.every(({ value }) => value === 0);
	if (nothing) return { starts: [], promising: 0, tried: 0, complete: true, level: null };
	const further = new FurtherStarts(problem, plan, options);
	const { ground, level, upper, solution } = further;
	const own = modelOf(problem);
	const score = scoreOf(own, solutionOf(own, plan.visits));
	const promising = further.promising();
	const kept: WorthAsking[] = [];
	let tried = 0;
	let complete = further.complete;
	for (const one of promising) {
		kept.sort(byWorth);
		// No other may gain as much as the last of those kept.
		if ((kept[most - 1]?.by ?? 0) >= upper - one.bound) break;
		if (options.stop()) {
			complete = false;
			break;
		}
		tried++;
		const random = new Random(1);
		const rounds = ROUNDS * ground.model.teams.length;
		const from = { solution, score };
		const there = further.groundWith(one);
		const found = improve(there, from, { random, rounds, stop: options.stop, onBest: () => {} });
		const gain = gained(score, found.score);
		if (gain) kept.push({ ...one.at, ...gain });
		// What was tried may bring more than what was found.
		if (gain?.level !== level || upper - gain.by > one.bound) complete = false;
	}
	return { starts: kept.sort(byWorth).slice(0, most), promising: promising.length, tried, complete, level };
}

const levels: LevelName[] = ['charter', 'promises', 'comfort'];
const byWorth = (a: WorthAsking, b: WorthAsking) =>
	levels.indexOf(a.level) - levels.indexOf(b.level) || b.by - a.by;

function gained(before: Score, after: Score): { level: LevelName; by: number } | null {
	if (compare(after, before) >= 0) return null;
	const at = before.findIndex((value, i) => value !== after[i]);
	return { level: levels[at]!, by: before[at]! - after[at]! };
}
