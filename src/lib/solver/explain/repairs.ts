import { same } from '../../domain/records';
import { modelOf } from '../model';
import type { Problem } from '../problem';
import { Random } from '../random';
import { compare, scoreOf, type Score } from '../score';
import { groundOf } from '../itineraries/ground';
import { firstPlan, improve } from '../search/large-neighbourhood';
import { effort, laddersOf, ruleOf, withChange, type Change, type Ladder } from './changes';
import { holds, type AskOptions } from './holds';
import type { NamedRule } from './rules';

export interface Repair {
	change: Change;
	/** `all`: charter and promises then hold, a plan was found. `some`: a plan was found that misses less. */
	gives: 'all' | 'some';
	/** What the plan found with the change still misses. */
	missing: { charter: number; promises: number };
}

interface RepairOptions extends AskOptions {
	/** Repairs given, at the most. */
	most?: number;
	/** Rules that cannot hold together, when they are known. */
	conflict?: readonly NamedRule[] | null;
}

/**
 * The single changes that let charter and promises hold, the easiest to obtain first; when none does, those that leave
 * least missing. Each was solved: what it gives is a plan that was found. Of what can be let go of more and more, the
 * least that is enough. `most` of them, within the time left.
 */
export function repairsOf(problem: Problem, options: RepairOptions): Repair[] {
	const { most = 8, conflict } = options;
	const now = missed(problem, options);
	const found: Repair[] = [];
	const partial: Repair[] = [];
	for (const { ladder, touches } of inTurn(problem, conflict ?? null)) {
		if (options.stop() || found.length >= most) break;
		const change = touches ? leastEnough(problem, ladder, options) : null;
		if (change) {
			found.push({ change, gives: 'all', missing: { charter: 0, promises: 0 } });
			continue;
		}
		if (found.length > 0) continue;
		const [step] = ladder;
		const then = missed(withChange(problem, step), options);
		if (compare([then[0], then[1], 0], [now[0], now[1], 0]) < 0)
			partial.push({ change: step, gives: 'some', missing: { charter: then[0], promises: then[1] } });
	}
	if (found.length > 0) return found.sort((a, b) => effort[a.change.kind] - effort[b.change.kind]);
	return partial
		.sort((a, b) => a.missing.charter - b.missing.charter || a.missing.promises - b.missing.promises)
		.slice(0, most);
}

/**
 * While every rule of a conflict stands, nothing repairs it all: only what lets go of one of them can, or what brings a
 * start. Those of the conflict come first: somebody reads them side by side. What does not touch it comes last, for what
 * it spares when nothing repairs.
 */
function inTurn(
	problem: Problem,
	conflict: readonly NamedRule[] | null
): { ladder: Ladder; touches: boolean }[] {
	const named = new Set(conflict?.flatMap((rule) => ('company' in rule ? [rule.company] : [])));
	const rank = ([step]: Ladder): number => {
		if (!conflict) return 0;
		const rule = ruleOf(step);
		if (rule === null) return 'company' in step && named.has(step.company) ? 1 : 2;
		return conflict.some((one) => same(one, rule)) ? 0 : OUTSIDE;
	};
	return laddersOf(problem)
		.map((ladder) => ({ ladder, rank: rank(ladder), touches: rank(ladder) < OUTSIDE }))
		.sort((a, b) => a.rank - b.rank || effort[a.ladder[0].kind] - effort[b.ladder[0].kind]);
}

/** Place of what touches no rule of the conflict. */
const OUTSIDE = 3;

/** The first step that is enough, found by halves; null when even the last one is not, or nothing tells. */
function leastEnough(problem: Problem, ladder: Ladder, options: AskOptions): Change | null {
	const enough = (step: number) => holds(withChange(problem, ladder[step]!), options) === 'yes';
	let [low, high] = [0, ladder.length - 1];
	if (!enough(high)) return null;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (enough(middle)) high = middle;
		else low = middle + 1;
	}
	return ladder[high]!;
}

/** What a quick plan misses. */
function missed(problem: Problem, { stop }: AskOptions): Score {
	const model = modelOf(problem);
	const ground = groundOf(model, 20_000);
	const random = new Random(1);
	const rounds = 8 * model.teams.length;
	const first = firstPlan(ground, random);
	return scoreOf(model, improve(ground, first, { random, rounds, stop, onBest: () => {} }).solution);
}
