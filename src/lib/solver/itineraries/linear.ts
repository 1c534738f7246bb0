import type { Highs, Model as HighsModel } from 'highs';
import type { TeamColumn } from './team-column';
import { Stage } from './stage';

/** A team without plan, a promise that must hold and does not: dear enough not to stay when it can be helped. */
const ARTIFICIAL = { charter: 1000, promises: 1000, comfort: 20_000, any: 1 };

export interface LinearAnswer {
	/** Least cost over the columns known, artificial ones included. */
	value: number;
	/** Whether no artificial column is used. */
	feasible: boolean;
	/** By row. */
	duals: Float64Array;
	/** By column: the share of it taken, and its reduced cost. */
	amounts: Float64Array;
	prices: Float64Array;
}

/** The master problem over the columns known so far, as a linear or whole-number model of HiGHS. Dispose of it. */
export class LinearMaster {
	readonly columns: TeamColumn[] = [];
	private readonly model: HighsModel;
	private fixed = 0;
	private readonly artificial: number[] = [];
	private size = 0;

	constructor(
		private readonly highs: Highs,
		readonly stage: Stage,
		/** Whole plans, rather than shares of plans. */
		private readonly whole = false
	) {
		this.model = highs.createModel();
		this.model.options.set({ output_flag: false, ...(whole ? {} : { presolve: 'off' }) });
		const { rows } = stage;
		this.model.addRows({
			lower: Float64Array.from(rows, ({ lower }) => (lower === -Infinity ? -highs.infinity : lower)),
			upper: Float64Array.from(rows, ({ upper }) => (upper === Infinity ? highs.infinity : upper)),
			matrix: {
				format: 'csr',
				numRows: rows.length,
				numCols: 0,
				starts: new Int32Array(rows.length + 1),
				indices: new Int32Array(0),
				values: new Float64Array(0)
			}
		});
		this.addFixed();
	}

	/** Slacks, and artificial columns where nothing else may fill a row. */
	private addFixed(): void {
		const { rows, aim, ground } = this.stage;
		const fixed: { cost: number; upper: number; in: Map<number, number> }[] = [];
		const artificial = (column: (typeof fixed)[number]) => {
			this.artificial.push(fixed.length);
			fixed.push(column);
		};
		rows.forEach(({ lower, slack }, row) => {
			if (slack && slack.most > 0)
				fixed.push({
					cost: slack.cost,
					upper: slack.most,
					in: new Map(this.stage.slackRows(row).map((of) => [of, 1]))
				});
			const unfilled = row < ground.classes.length || (lower > 0 && (!slack || slack.most === 0));
			if (unfilled && !this.whole)
				artificial({ cost: ARTIFICIAL[aim.level], upper: lower, in: new Map([[row, 1]]) });
		});
		// Points allowed at the levels before may be passed as long as no better column is known.
		if (!this.whole)
			for (const row of this.stage.caps())
				artificial({ cost: ARTIFICIAL[aim.level], upper: Infinity, in: new Map([[row, -1]]) });
		this.append(fixed);
		this.fixed = fixed.length;
	}

	add(columns: readonly TeamColumn[]): void {
		if (columns.length === 0) return;
		for (const column of columns) this.columns.push(column);
		this.append(
			columns.map((column) => ({
				cost: this.stage.cost(column),
				upper: this.stage.ground.classes[column.of]!.teams.length,
				in: this.stage.coefficients(column)
			}))
		);
	}

	/** One more row over the columns already there: `Σ amounts·x ≤ upper`. */
	addCut(amounts: readonly number[], upper: number): void {
		const indices = amounts.flatMap((amount, i) => (amount === 0 ? [] : [this.fixed + i]));
		this.model.addRow(-this.highs.infinity, upper, {
			indices,
			values: amounts.filter((amount) => amount !== 0)
		});
	}

	private append(columns: { cost: number; upper: number; in: Map<number, number> }[]): void {
		if (columns.length === 0) return;
		const starts = new Int32Array(columns.length + 1);
		columns.forEach((column, i) => (starts[i + 1] = starts[i]! + column.in.size));
		const first = this.size;
		this.size += columns.length;
		this.model.addCols({
			cost: Float64Array.from(columns, ({ cost }) => cost),
			lower: new Float64Array(columns.length),
			upper: Float64Array.from(columns, ({ upper }) => (upper === Infinity ? this.highs.infinity : upper)),
			matrix: {
				format: 'csc',
				numRows: this.stage.rows.length,
				numCols: columns.length,
				starts,
				indices: Int32Array.from(columns.flatMap((column) => [...column.in.keys()])),
				values: Float64Array.from(columns.flatMap((column) => [...column.in.values()]))
			}
		});
		if (this.whole)
			columns.forEach((_, i) =>
				this.model.changeColIntegrality(first + i, this.highs.constants.variableType.integer)
			);
	}

	solve(): LinearAnswer | null {
		const { modelStatus } = this.model.run();
		if (modelStatus !== this.highs.constants.modelStatus.optimal) return null;
		const { colValue, colDual, rowDual } = this.model.getSolution();
		return {
			value: this.model.getObjectiveValue(),
			feasible: this.artificial.every((at) => colValue[at]! < 1e-6),
			duals: rowDual,
			amounts: colValue.slice(this.fixed),
			prices: colDual.slice(this.fixed)
		};
	}

	/** The best whole plans. `proven` says that there is nothing better, or nothing at all when `amounts` is null. */
	solveWhole({ stop, left }: { stop: () => boolean; left: () => number }): {
		amounts: Float64Array | null;
		value: number;
		proven: boolean;
	} {
		const { modelStatus: status, callbackType } = this.highs.constants;
		// Costs are whole numbers: a gap under one closes.
		this.model.options.set({ time_limit: Math.max(0.05, left()), mip_rel_gap: 0, mip_abs_gap: 0.99 });
		const { modelStatus } = this.model.run({
			[callbackType.mipInterrupt]: (event) => {
				if (stop()) event.interrupt();
			}
		});
		if (modelStatus === status.infeasible) return { amounts: null, value: Infinity, proven: true };
		const value = this.model.getObjectiveValue();
		const amounts = this.model.getSolution().colValue.slice(this.fixed);
		const whole =
			amounts.some((amount) => amount > 0.5) &&
			amounts.every((amount) => Math.abs(amount - Math.round(amount)) < 1e-5);
		return whole && Number.isFinite(value)
			? { amounts, value, proven: modelStatus === status.optimal }
			: { amounts: null, value: Infinity, proven: false };
	}

	dispose(): void {
		this.model.dispose();
	}
}
