import type { Highs } from 'highs';
import { DayJoin } from './join-days';
import { LinearMaster } from './linear';
import { SCALE, Stage } from './stage';
import { columnOf, keyOf, type TeamColumn } from './team-column';

export interface Relaxation {
	/** Proven: no plan under this aim costs less, thousandths. */
	bound: number;
	/** The duals that prove it, whole thousandths by row. */
	duals: Float64Array;
	/** By class, the cheapest plan at those duals. */
	least: number[];
	/** All columns made. */
	columns: TeamColumn[];
	/** Share of each column in the last linear optimum. */
	amounts: Float64Array;
	/** Whether no further column can lower the linear optimum. */
	converged: boolean;
	/** Whether the last linear optimum keeps every row without artificial help. */
	feasible: boolean;
	rounds: number;
}

export interface RelaxOptions {
	/** Best plan known: the work stops once the bound proves that nothing is better. Infinity when none is. */
	upper: number;
	/** Columns to begin with. */
	columns: readonly TeamColumn[];
	stop: () => boolean;
	/** Told each time the bound rises. */
	onBound?: (bound: number) => void;
}

/** Partial plans looked at to price a class: over many days, the cheapest plan is not always found for sure. */
const EFFORT = { few: 5_000_000, many: 100_000 };
/** Columns added for each class in a round. */
const KEEP = 12;
/** Weight of the best duals known against the newest ones: smooths their leaps (Wentges 1997). */
const SMOOTH = 0.6;

/**
 * Solves the linear master by column generation. Each round prices every class exactly, so each round gives a bound
 * (Lagrange), whether or not the columns are all there.
 */
export function relax(
	highs: Highs,
	stage: Stage,
	{ upper, columns, stop, onBound }: RelaxOptions
): Relaxation {
	const { model, classes } = stage.ground;
	const master = new LinearMaster(highs, stage);
	const known = new Set<string>();
	const add = (found: readonly TeamColumn[]): number => {
		const fresh = found.filter((column) => stage.allows(column) && !known.has(keyOf(column)));
		for (const column of fresh) known.add(keyOf(column));
		master.add(fresh);
		return fresh.length;
	};
	const effort = model.days.length > 3 ? EFFORT.many : EFFORT.few;
	let bound = -Infinity;
	let best: Float64Array | null = null;
	let bestLeast: number[] = [];
	let converged = false;
	let feasible = false;
	let rounds = 0;
	let amounts: Float64Array = new Float64Array(0);
	try {
		add(columns);
		let smooth = SMOOTH;
		while (!stop()) {
			const answer = master.solve();
			if (!answer) break;
			rounds++;
			amounts = answer.amounts;
			feasible = answer.feasible;
			if (feasible && stage.aim.level === 'any') {
				converged = true;
				break;
			}
			const duals: Float64Array =
				best === null || smooth === 0
					? answer.duals
					: answer.duals.map((dual, row) => (smooth * best![row]!) / SCALE + (1 - smooth) * dual);
			const exact = stage.rounded(duals);
			const least: number[] = [];
			const found: TeamColumn[] = [];
			for (let of = 0; of < classes.length && !stop(); of++) {
				const join = new DayJoin(stage.ground, classes[of]!, stage.prices(of, exact));
				const { plans, least: cheapest } = join.cheapest(KEEP, { step: 12 * SCALE, effort });
				least.push(cheapest);
				for (const { routes } of plans) found.push(columnOf(model, classes, of, routes));
			}
			// Out of time on the way: some classes were not priced, and nothing is known of this round.
			if (least.length < classes.length) break;
			const proven = stage.bound(exact, least);
			if (proven > bound) {
				bound = proven;
				best = exact;
				bestLeast = least;
				onBound?.(bound);
			}
			if (bound > (upper - 1) * SCALE) break;
			const improving = found.filter((column) => {
				let price = stage.cost(column);
				for (const [row, amount] of stage.coefficients(column)) price -= answer.duals[row]! * amount;
				return price < -1e-6;
			});
			const fresh = add(improving);
			if (fresh > 0) smooth = SMOOTH;
			else if (smooth > 0) smooth = smooth > 0.3 ? 0.3 : 0;
			else {
				converged = true;
				break;
			}
		}
		return {
			bound,
			duals: best ?? new Float64Array(stage.rows.length),
			least: bestLeast,
			columns: master.columns,
			amounts,
			converged,
			feasible,
			rounds
		};
	} finally {
		master.dispose();
	}
}
