import type { Hunt } from './hunt';
import { mostAlikeInAll } from './most-alike';
import type { Relaxation } from './relaxation';
import type { Stage } from './stages';
import type { Weights } from './weights';

/** How much wider each look is, hundredths: a little while the teams that come in are many. */
const STEP = { first: 3, many: 5, few: 15 };
const FEW = 3_000;

/**
 * The least likeness, hundredths, that the least mixed team can have, as one view sees it, known to be `from` or
 * more. Limits are tried with only the teams within them; among those, what all share in all is made least, since
 * teams that are each within a limit cannot share more than so much: a relaxation above that proves the limit too low.
 */
export function lowestWorst(hunt: Hunt, level: number, sight: number, from: number): number {
	const exact = sight === hunt.exactSight(level);
	const value = () => hunt.stages.formed.values[level]!;
	let low = from;
	let step = STEP.first;
	for (let top = exact ? low + step : value(); low < value(); top += step) {
		top = Math.min(top, value());
		const stage = hunt.stages.stage(sight, [level], top);
		if (!stage) return low;
		step = stage.pool.size < FEW ? STEP.few : STEP.many;
		const relaxation = hunt.relaxation(stage);
		try {
			const limits = new Limits(hunt, stage, relaxation, level);
			const last = Math.min(top, exact ? value() - 1 : value());
			const least = limits.least(low, last, exact);
			if (least === null) return low;
			if (!exact || least > last) {
				low = least;
				if (!exact) return low;
				continue;
			}
			const settled = limits.settle(least, last);
			low = settled.low;
			if (settled.done) return low;
		} finally {
			relaxation.dispose();
		}
	}
	return low;
}

/** Limits on the likeness of each team, tried on the teams of one stage. */
class Limits {
	private readonly known = new Map<number, Weights>();
	private readonly guide: number;

	constructor(
		private readonly hunt: Hunt,
		private readonly stage: Stage,
		private readonly relaxation: Relaxation,
		private readonly level: number
	) {
		this.guide = hunt.costs.order.indexOf('mix');
	}

	/** The least limit from `low` to `high` that the relaxation allows, `high + 1` when none; null when time ran out. */
	least(low: number, high: number, sure: boolean): number | null {
		let [from, to] = [low, sure ? high : high + 1];
		if (sure) {
			const fails = this.fails(high);
			if (fails !== false) return fails && high + 1;
		}
		while (from < to) {
			const middle = (from + to) >> 1;
			const fails = this.fails(middle);
			if (fails === null) return null;
			if (fails) from = middle + 1;
			else to = middle;
		}
		return from;
	}

	/** Looks for teams from the least limit on: `done` when they are found, or when a search gave up. */
	settle(low: number, high: number): { low: number; done: boolean } {
		const { hunt, stage } = this;
		for (let limit = low; limit <= high; limit++) {
			const fails = this.known.has(limit)
				? this.known.get(limit)!.bound > 1000 * this.most(limit)
				: this.fails(limit);
			if (fails === null) return { low: limit, done: true };
			if (fails) continue;
			const weights = this.known.get(limit)!;
			const search = hunt.search(stage, weights);
			const most = this.most(limit);
			for (let reached = Math.ceil(weights.bound / 1000), reach = 0; reached <= most; reach = reach * 2 + 1) {
				const upTo = Math.min(most, reached + reach);
				const found = search.within(upTo);
				if (found === undefined) return { low: limit, done: true };
				if (found) {
					hunt.take(stage, found);
					const next = hunt.nextSum(this.level) === this.guide;
					if (next && hunt.finish(stage, search, reached)) hunt.prove(this.guide, search.certificate);
					return { low: limit, done: true };
				}
				reached = upTo + 1;
			}
		}
		return { low: high + 1, done: false };
	}

	/** Whether the relaxation proves that no teams are all within a limit; null when time ran out first. */
	private fails(limit: number): boolean | null {
		const { stage, level, guide: goal } = this;
		const most = this.most(limit);
		const weights = this.relaxation.relax(
			{ level: goal, fine: { level, over: limit } },
			stage.mine,
			most + 1
		);
		if (!weights) return null;
		this.known.set(limit, weights);
		return weights.bound > 1000 * most;
	}

	private most = (limit: number): number =>
		mostAlikeInAll(this.hunt.costs, this.stage.pool, this.hunt.stages.away(), limit);
}
