import type { Highs } from 'highs';
import type { Relaxation } from './column-generation';
import { DayJoin } from './join-days';
import { LinearMaster } from './linear';
import { inCut, violatedCuts, type Coefficients, type Cut } from './rank-one-cuts';
import { pack } from './pack';
import { SCALE, type Stage } from './stage';
import { columnOf, type TeamColumn } from './team-column';

/** A plan for every team and what it costs, in the unit of the level. */
export interface Choice {
	chosen: TeamColumn[];
	cost: number;
}

export interface Limits {
	stop: () => boolean;
	/** Seconds left. */
	left: () => number;
}

/** Seconds given to a choice that proves nothing. */
const ROUGHLY = 1;
/** Columns enumerated for a class, at the most. */
const MOST_COLUMNS = 60_000;

/**
 * Closes the gap between the bound of a stage and its best plan. A plan cheaper than `upper` holds only columns whose
 * reduced cost is under upper − bound (costs are whole, so upper − 1 − bound). The gap is opened little by little:
 * every column inside it is enumerated and one whole-number problem chooses; as soon as its best lies inside the gap it
 * is the best of all, and when there is none the bound rises past the gap.
 */
export class GapOpening {
	/** Nothing costs less than this, in the unit of the level. */
	proven: number;
	/** No further step can prove more: too many columns, or no time. */
	stuck = false;
	private gap: number;
	private readonly joins: DayJoin[];

	constructor(
		private readonly highs: Highs,
		private readonly stage: Stage,
		private readonly relaxation: Relaxation
	) {
		const { classes } = stage.ground;
		const { bound, duals } = relaxation;
		this.proven = Math.ceil(bound / SCALE - 1e-9);
		// Points of charter are few, and as many as the bound says is often enough.
		const { level } = stage.aim;
		this.gap =
			level === 'charter' ? Math.max(0, this.proven * SCALE - bound) : Math.max(3 * SCALE, 0.002 * bound);
		this.joins = classes.map((of, i) => new DayJoin(stage.ground, of, stage.prices(i, duals)));
	}

	/** The best choice among the columns made while bounding: soon found, proves nothing. */
	roughly(upper: number, limits: Limits): Choice | null {
		// Packing finds as much as there is, and is sooner done.
		if (this.stage.aim.level === 'charter') return null;
		const within = Number.isFinite(upper) ? upper - 1 : 1e9;
		const left = () => Math.min(limits.left(), ROUGHLY);
		return choose(this.highs, this.stage, this.relaxation.columns, within, { ...limits, left }).best;
	}

	/** Opens the gap a little more, up to what is cheaper than `upper`; gives the best plan met, if any. */
	step(upper: number, limits: Limits): Choice | null {
		const { bound, least } = this.relaxation;
		const { model, classes } = this.stage.ground;
		this.gap = Math.min(this.gap, (upper - 1) * SCALE - bound);
		const columns: TeamColumn[] = [];
		let complete = true;
		for (let of = 0; of < classes.length; of++) {
			const { plans, exact } = this.joins[of]!.plans({
				limit: least[of]! + this.gap,
				keep: MOST_COLUMNS,
				everyRoute: true
			});
			complete &&= exact && plans.length < MOST_COLUMNS;
			for (const { routes } of plans) columns.push(columnOf(model, classes, of, routes));
		}
		const allowed = this.stage.distinct(columns.filter((column) => this.stage.allows(column)));
		const within = Math.floor((bound + this.gap) / SCALE + 1e-9);
		const { best, proven, value } =
			this.packed(allowed, within, limits) ?? choose(this.highs, this.stage, allowed, within, limits);
		if (!complete || !proven) {
			this.stuck = true;
			return best;
		}
		// Whatever was left out costs more than what lies within.
		this.proven = Math.max(this.proven, Math.min(best?.cost ?? Infinity, within + 1));
		// The cuts tell where the best may lie: a little beyond, rather than far.
		this.gap = Math.max(SCALE, this.gap * 2, Math.min(value * SCALE - bound + 0.002 * bound, this.gap * 4));
		return best;
	}

	/** Where rows only leave room, as for the charter: by depth first search, unless it is too long. */
	private packed(columns: readonly TeamColumn[], within: number, limits: Limits): ChoiceProven | null {
		if (this.stage.aim.level !== 'charter') return null;
		const found = pack(this.stage, columns, { ...this.relaxation, within }, limits);
		if (!found) return null;
		const { chosen, cost } = found;
		return { best: chosen && { chosen, cost }, proven: true, value: -Infinity };
	}
}

interface ChoiceProven {
	best: Choice | null;
	/** Whether nothing as cheap as asked can be made of these columns, apart from what was chosen. */
	proven: boolean;
	/** The linear bound once cut. */
	value: number;
}

/**
 * The best choice among these columns costing `within` at the most. Cuts raise the linear bound first: often past
 * `within`, and then there is nothing to choose; otherwise the columns that could not be in such a plan are left out.
 */
function choose(
	highs: Highs,
	stage: Stage,
	columns: readonly TeamColumn[],
	within: number,
	limits: Limits
): ChoiceProven {
	const { kept, cuts, value } = tighten(highs, stage, columns, within, limits.stop);
	if (value > within + 1e-4) return { best: null, proven: true, value };
	const master = new LinearMaster(highs, stage, true);
	try {
		master.add(kept);
		const rows = kept.map((column) => stage.coefficients(column));
		for (const cut of cuts)
			master.addCut(
				rows.map((row) => inCut(cut, row)),
				cut.upper
			);
		const { amounts, value: cost, proven } = master.solveWhole(limits);
		if (!amounts) return { best: null, proven, value };
		const chosen = kept.flatMap((column, i) => Array.from({ length: Math.round(amounts[i]!) }, () => column));
		return { best: { chosen, cost: Math.round(cost) }, proven, value };
	} finally {
		master.dispose();
	}
}

/** Rounds of cuts, at the most, and what the bound must gain to try one more. */
const ROUNDS = 12;
const GAIN = 0.15;
const CUTS_A_ROUND = 60;

function tighten(
	highs: Highs,
	stage: Stage,
	columns: readonly TeamColumn[],
	within: number,
	stop: () => boolean
): { kept: readonly TeamColumn[]; cuts: Cut[]; value: number } {
	const uppers = stage.packings();
	const rows: Coefficients[] = columns.map((column) => stage.coefficients(column));
	const cuts: Cut[] = [];
	const master = new LinearMaster(highs, stage);
	let value = -Infinity;
	try {
		master.add(columns);
		for (let round = 0; ; round++) {
			const answer = master.solve();
			if (!answer) return { kept: columns, cuts, value };
			const gained = answer.value - value;
			value = answer.value;
			if (value > within + 1e-4) return { kept: [], cuts, value };
			const fresh =
				gained < GAIN || round >= ROUNDS || stop()
					? []
					: violatedCuts(uppers, rows, answer.amounts, CUTS_A_ROUND);
			if (fresh.length === 0) {
				const kept = columns.filter((_, i) => answer.prices[i]! <= within - value + 1e-4);
				return { kept, cuts, value };
			}
			for (const cut of fresh)
				master.addCut(
					rows.map((row) => inCut(cut, row)),
					cut.upper
				);
			cuts.push(...fresh);
		}
	} finally {
		master.dispose();
	}
}
