import type { Highs } from 'highs';
import { relax } from './column-generation';
import type { Ground } from './ground';
import { GapOpening, type Choice, type Limits } from './settle';
import { SCALE, Stage, type Aim } from './stage';
import { keyOf, type TeamColumn } from './team-column';

/** What is known of a level. */
export interface LevelProof {
	/** Nothing does better, the levels before being kept. */
	bound: number;
	/** The best plan met that does better than the one known at the start; null when none does. */
	best: Choice | null;
}

export interface ProveOptions extends Limits {
	/** What the best plan known costs at this level; Infinity when none keeps the levels before. */
	upper: number;
	/** Columns of the plans known. */
	columns: readonly TeamColumn[];
	/** Once this is bounded, whether it is enough: the gap is then left as it is. */
	enough?: (bound: number) => boolean;
	onBound?: (bound: number) => void;
	onBetter?: (choice: Choice) => void;
}

/** An aim, and the promise it breaks by itself: a spread wider than asked. */
export interface Branch {
	aim: Aim;
	broken: number;
}

/**
 * Brings one level down and proves how far it can go, the levels before staying where they are. Branches only on the
 * numbers of visits, which the rule of the spread holds together; opens the gap of the branch that promises most first.
 */
export function proveLevel(
	highs: Highs,
	ground: Ground,
	settled: Pick<Aim, 'level' | 'charter' | 'promises'>,
	{ upper, columns, enough, onBound, onBetter, ...limits }: ProveOptions
): LevelProof {
	let cost = upper;
	let best: Choice | null = null;
	const open: { broken: number; gap: GapOpening }[] = [];
	const branches = branchesOf(ground, settled, upper);
	const known = new Map(columns.map((column) => [keyOf(column), column]));
	let floor = Infinity;
	for (const { aim, broken } of branches) {
		if (limits.stop()) {
			floor = Math.min(floor, broken);
			continue;
		}
		if (broken >= cost) continue;
		const stage = new Stage(ground, aim);
		const relaxation = relax(highs, stage, {
			upper: cost - broken,
			columns: [...known.values()],
			stop: limits.stop,
			onBound: (bound) => {
				if (branches.length === 1) onBound?.(Math.max(0, Math.ceil(bound / SCALE - 1e-9)));
			}
		});
		for (const column of relaxation.columns) known.set(keyOf(column), column);
		if (relaxation.least.length === 0) floor = Math.min(floor, broken);
		else if (relaxation.feasible || !empty(highs, ground, aim, limits))
			open.push({ broken, gap: new GapOpening(highs, stage, relaxation) });
	}
	const better = (broken: number, choice: Choice | null) => {
		if (!choice || choice.cost + broken >= cost) return;
		cost = choice.cost + broken;
		best = { chosen: choice.chosen, cost };
		onBetter?.(best);
	};
	const bound = () =>
		Math.max(0, Math.min(cost, floor, ...open.map(({ broken, gap }) => broken + gap.proven)));
	onBound?.(bound());
	if (enough?.(bound())) return { bound: bound(), best };
	// What was made while bounding is often enough, above all where many plans cost the same.
	for (const { broken, gap } of open)
		if (!limits.stop() && broken + gap.proven < cost) better(broken, gap.roughly(cost - broken, limits));

	while (!limits.stop()) {
		const branch = open
			.filter(({ broken, gap }) => broken + gap.proven < cost)
			.sort((a, b) => a.broken + a.gap.proven - (b.broken + b.gap.proven))[0];
		if (!branch || branch.gap.stuck) break;
		better(branch.broken, branch.gap.step(cost - branch.broken, limits));
		onBound?.(bound());
	}
	return { bound: bound(), best };
}

/** Whether it is proven that no plan keeps the levels before: not even shares of plans would. */
function empty(highs: Highs, ground: Ground, aim: Aim, { stop }: Limits): boolean {
	const stage = new Stage(ground, { ...aim, level: 'any' });
	return relax(highs, stage, { upper: 1, columns: [], stop }).bound > 0;
}

/** Every way to keep the numbers of visits together, the spread broken by so much. */
export function branchesOf(
	{ model }: Ground,
	settled: Pick<Aim, 'level' | 'charter' | 'promises'>,
	upper: number
): Branch[] {
	const { visits, spread } = model.problem.rules;
	const most = visits[1];
	if (settled.level === 'charter') return [{ aim: { ...settled, visits: [0, most] }, broken: 0 }];
	// A visit short is a point of charter, and no more of those are allowed.
	const fewest = Math.max(0, visits[0] - settled.charter);
	const mostBroken =
		settled.level === 'comfort' ? settled.promises : Math.min(Math.max(0, most - fewest - spread), upper - 1);
	const branches: Branch[] = [];
	for (let broken = 0; broken <= Math.min(mostBroken, most); broken++) {
		for (let least = fewest; ; least++) {
			const top = Math.min(most, least + spread + broken);
			const promises = settled.level === 'comfort' ? settled.promises - broken : 0;
			// Only the promises level counts the spread as a cost: for comfort it is paid for beforehand.
			branches.push({
				aim: { ...settled, promises, visits: [least, top] },
				broken: settled.level === 'promises' ? broken : 0
			});
			if (top === most) break;
		}
	}
	return branches;
}
