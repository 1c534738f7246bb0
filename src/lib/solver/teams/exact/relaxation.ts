import type { Highs, Model } from 'highs';
import { brokenByKinds, brokenByThrees, depthOf, kindSets, type Broken, type Cut } from './cuts';
import { awayCost, rideCost, teamCost, type Objective } from './objective';
import { matrixOf, Rows, type Column, type Scene } from './rows';
import { reducedCosts, roundedWeights, type Weights } from './weights';

/** Columns handed to the relaxation at once. */
const BATCH = 300;
/** Inequalities added at once, of each kind. */
const CUTS = 15;
/** Rounds of inequalities that may pass without the bound rising. */
const PATIENCE = 4;
/** What a part or a gain must exceed not to be rounding. */
const SMALL = 1e-6;

/**
 * Choosing teams and rides as a set partitioning, relaxed to parts of teams. Teams are columns of the pool: those
 * that the weights say are worth it are added until none is (column generation); then inequalities that every
 * solution keeps, until the target is reached or none is broken.
 */
export class Relaxation {
	private readonly rows: Rows;
	private readonly model: Model;
	private readonly cuts: Cut[] = [];
	/** Teams of the pool that are columns, in order, after those of the numbers of teams and of the rides. */
	private readonly teams: number[] = [];
	private readonly first: number;
	private readonly inside: Uint8Array;
	private sets: Uint8Array[] | null = null;

	constructor(
		private readonly scene: Scene,
		private readonly highs: Highs,
		private readonly remaining: () => number
	) {
		const { pool, rides, away } = scene;
		this.rows = new Rows(scene);
		this.inside = new Uint8Array(pool.size);
		const columns = [
			...this.rows.away(),
			...rides.classes.flatMap((list, of) => list.map((ride) => this.rows.ride(of, ride)))
		];
		this.first = columns.length;
		this.model = highs.createModel();
		this.model.options.set({ output_flag: false, presolve: 'off' });
		this.model.passModel({
			numCols: columns.length,
			numRows: this.rows.lower.length,
			sense: highs.constants.objectiveSense.minimize,
			colCost: new Float64Array(columns.length),
			colLower: new Float64Array(columns.length),
			colUpper: columns.map((_, i) => [away.above, away.below][i] ?? Infinity),
			rowLower: this.rows.lower,
			rowUpper: this.rows.upper,
			matrix: matrixOf(columns, this.rows.lower.length, 'csc')
		});
	}

	/** Its memory is not the garbage collector's. */
	dispose(): void {
		this.model.dispose();
	}

	/**
	 * Weights whose bound is the relaxation's, to the rounding, with inequalities as long as it is below the target;
	 * the best so far when time runs out, null when there is none yet. The seeds make one whole solution.
	 */
	relax(objective: Objective, seeds: readonly number[], target: number): Weights | null {
		this.add(
			seeds.filter((at) => !this.inside[at]),
			objective
		);
		this.price(objective);
		let best: Weights | null = null;
		for (let idle = 0; this.remaining() > 0;) {
			const { modelStatus } = this.model.run();
			if (modelStatus !== this.highs.constants.modelStatus.optimal) return best;
			const solution = this.model.getSolution();
			const entering = this.entering(solution.rowDual, objective);
			if (entering.length > 0) {
				this.add(entering, objective);
				continue;
			}
			const weights = roundedWeights(this.scene, this.rows, this.cuts, solution.rowDual, objective);
			// Ten thousandths are no progress.
			idle = best && weights.bound <= best.bound + 10 ? idle + 1 : 0;
			if (!best || weights.bound > best.bound) best = weights;
			if (best.bound > 1000 * (target - 1) || idle > PATIENCE || !this.tighten(solution.colValue))
				return best;
		}
		return best;
	}

	private add(teams: readonly number[], objective: Objective): void {
		if (teams.length === 0) return;
		for (const at of teams) this.inside[at] = 1;
		this.teams.push(...teams);
		const columns = teams.map((at) => this.rows.team(at, this.cuts));
		this.model.addCols({
			cost: Float64Array.from(teams, (at) => teamCost(objective, this.scene.pool, at)),
			lower: new Float64Array(teams.length),
			upper: new Float64Array(teams.length).fill(Infinity),
			matrix: matrixOf(columns, this.rows.lower.length, 'csc')
		});
	}

	/** Sets what every column costs for this objective. */
	private price(objective: Objective): void {
		const { costs: all, pool, rides } = this.scene;
		const away = awayCost(objective, all);
		const costs = [
			away,
			away,
			...rides.classes.flatMap((list) => list.map((ride) => rideCost(objective, ride))),
			...this.teams.map((at) => teamCost(objective, pool, at))
		];
		this.model.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs);
	}

	/** The teams that gain most, so many of each unit that everybody has some. */
	private entering(dual: Float64Array, objective: Objective): number[] {
		const { pool, view } = this.scene;
		const reduced = reducedCosts(this.scene, this.rows, this.cuts, dual, objective, 1);
		const gaining: number[] = [];
		for (let at = 0; at < pool.size; at++) if (reduced[at]! < -SMALL && !this.inside[at]) gaining.push(at);
		if (gaining.length === 0) return [];
		const gains = Float64Array.from(gaining, (at) => reduced[at]!).sort();
		const enough = gains[Math.min(gains.length, 6 * BATCH) - 1]!;
		const found = gaining.filter((at) => reduced[at]! <= enough);
		found.sort((a, b) => reduced[a]! - reduced[b]! || a - b);
		const share = Math.ceil((2 * BATCH) / view.units.length);
		const taken = new Int32Array(view.units.length);
		return found
			.filter((at) => {
				let wanted = false;
				for (let i = pool.starts[at]!; i < pool.starts[at + 1]!; i++)
					wanted ||= taken[pool.units[i]!]! < share;
				if (wanted) for (let i = pool.starts[at]!; i < pool.starts[at + 1]!; i++) taken[pool.units[i]!]!++;
				return wanted;
			})
			.slice(0, BATCH);
	}

	/** Adds the inequalities that the solution at hand breaks most; false when there is none. */
	private tighten(values: Float64Array): boolean {
		const { view, pool, costs, away } = this.scene;
		const parts = this.teams.flatMap((at, i) => {
			const value = values[this.first + i]!;
			return value > SMALL ? [{ at, value }] : [];
		});
		this.sets ??= kindSets(costs.cast, view);
		const teams = away.above + away.below === 0 ? costs.cast.count.wanted : null;
		const worst = (broken: Broken[]) =>
			broken
				.sort((a, b) => b.by - a.by)
				.slice(0, CUTS)
				.map(({ cut }) => cut);
		const found = [
			...worst(brokenByKinds(this.sets, view, pool, parts, teams)),
			...worst(brokenByThrees(view, pool, parts))
		];
		if (found.length === 0) return false;
		const rows = found.map((cut) =>
			this.teams.flatMap((at, i): Column => {
				const depth = depthOf(cut, pool, at);
				return depth === 0 ? [] : [[this.first + i, depth]];
			})
		);
		for (const cut of found) {
			this.cuts.push(cut);
			this.rows.add(-Infinity, cut.most);
		}
		this.model.addRows({
			lower: new Float64Array(found.length).fill(-Infinity),
			upper: Float64Array.from(found, ({ most }) => most),
			matrix: matrixOf(rows, this.first + this.teams.length, 'csr')
		});
		return true;
	}
}
